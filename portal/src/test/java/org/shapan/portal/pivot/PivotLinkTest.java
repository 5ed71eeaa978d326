package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shapan.portal.pivot.PivotModel.Place;
import org.shapan.portal.pivot.PivotModel.Subtotals;

class PivotLinkTest {
    private final PivotFields fields = Fixture.fields();

    @Test
    void aLinkReproducesItsPivot() {
        PivotModel model = PivotModel.of("Shop")
                .put("[Area].[Managed]", "[Area].[Managed].[Branch]", Place.ROWS)
                .toggle("[Area].[Managed]", "[Area].[Managed].[Z].[X]")
                .put("[Brand].[Brand]", "[Brand].[Brand].[Brand]", Place.FILTERS)
                .pick("[Brand].[Brand]", List.of("[Brand].[Brand].[a]]b]", "[Brand].[Brand].[c]"))
                .toggleMeasure("[Measures].[Share]")
                .toggleMeasure("[Measures].[Sales]")
                .withMeasuresOnRows(true)
                .withHideEmpty(false)
                .withSubtotals(Subtotals.ABOVE)
                .withTotals(false);

        assertThat(PivotLink.read(PivotLink.write(model), fields)).isEqualTo(model);
    }

    @Test
    void aLinkNamesLevelsMembersAndMeasuresInTheOpen() {
        PivotModel model = PivotModel.of("Shop")
                .put("[Area].[Managed]", "[Area].[Managed].[Branch]", Place.ROWS)
                .toggleMeasure("[Measures].[Sales]");

        assertThat(PivotLink.write(model))
                .isEqualTo(Map.of(
                        "cube", List.of("Shop"),
                        "rows", List.of("[Area].[Managed].[Branch]"),
                        "measures", List.of("[Measures].[Sales]")));
    }

    @Test
    void whatTheCubeHasNotIsRefused() {
        assertThatThrownBy(() -> read("rows", "[Area].[Managed].[Street]")).hasMessageContaining("Street");
        assertThatThrownBy(() -> read("measures", "[Measures].[Luck]")).hasMessageContaining("Luck");
        assertThatThrownBy(() -> read("filters", "[Moon].[Phase]")).hasMessageContaining("Moon");
    }

    @Test
    void aMemberThatIsNoBracketedNameNeverReachesTheStatement() {
        for (String member : List.of(
                "[Brand].[Brand].[x]} ON COLUMNS FROM [Other] --",
                "[Brand].[Brand].Members",
                "Filter([Brand].[Brand].Members, 1 = 1)",
                "[Brand].[Brand].[x",
                "")) {
            assertThatThrownBy(() -> read("pick", member)).as(member).isInstanceOf(UnknownNameException.class);
        }
    }

    private PivotModel read(String parameter, String value) {
        return PivotLink.read(Map.of("cube", List.of("Shop"), parameter, List.of(value)), fields);
    }
}
