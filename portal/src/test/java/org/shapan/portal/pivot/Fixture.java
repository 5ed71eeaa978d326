package org.shapan.portal.pivot;

import java.util.List;
import org.shapan.portal.pivot.PivotFields.HierarchyField;
import org.shapan.portal.pivot.PivotFields.LevelField;
import org.shapan.portal.pivot.PivotFields.MeasureField;

/** A small cube: areas on three levels, brands on one, two measures. */
final class Fixture {
    private Fixture() {}

    static PivotFields fields() {
        return new PivotFields(
                "Shop",
                "Shop",
                List.of(
                        new MeasureField("[Measures].[Sales]", "Sales", "Sales", "", false),
                        new MeasureField("[Measures].[Share]", "Share", "Share", "", true)),
                List.of(
                        new HierarchyField(
                                "[Area].[Managed]",
                                "Managed",
                                "Area",
                                false,
                                "[Area].[Managed].[Company]",
                                List.of(
                                        new LevelField("[Area].[Managed].[City]", "City", 1, false),
                                        new LevelField("[Area].[Managed].[Branch]", "Branch", 2, false),
                                        new LevelField("[Area].[Managed].[Micro]", "Micro", 3, false))),
                        new HierarchyField(
                                "[Brand].[Brand]",
                                "Brand",
                                "Brand",
                                false,
                                "[Brand].[Brand].[All brands]",
                                List.of(new LevelField("[Brand].[Brand].[Brand]", "Brand", 1, false)))));
    }
}
