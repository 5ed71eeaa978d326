package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shapan.portal.pivot.PivotModel.Place;

class PivotModelTest {
    private static final String AREA = "[Area].[Managed]";
    private static final String BRAND = "[Brand].[Brand]";

    private final PivotModel model =
            PivotModel.of("Shop").put(AREA, AREA + ".[Branch]", Place.ROWS).put(BRAND, BRAND + ".[Brand]", Place.ROWS);

    @Test
    void aHierarchyStandsInOnePlace() {
        PivotModel moved = model.put(BRAND, BRAND + ".[Brand]", Place.COLUMNS);

        assertThat(moved.rows()).extracting(AxisField::hierarchy).containsExactly(AREA);
        assertThat(moved.columns()).extracting(AxisField::hierarchy).containsExactly(BRAND);
        assertThat(moved.place(BRAND)).isEqualTo(Place.COLUMNS);
        assertThat(moved.remove(BRAND).place(BRAND)).isNull();
    }

    @Test
    void pickedMembersSurviveAMoveToTheFiltersAndBack() {
        PivotModel there = model.pick(BRAND, List.of("[Brand].[Brand].[A]")).put(BRAND, "", Place.FILTERS);

        assertThat(there.filters()).containsExactly(new FilterField(BRAND, List.of("[Brand].[Brand].[A]")));
        assertThat(there.put(BRAND, BRAND + ".[Brand]", Place.ROWS).field(BRAND).picked())
                .containsExactly("[Brand].[Brand].[A]");
    }

    @Test
    void fieldsAreReordered() {
        assertThat(model.shift(BRAND, -1).rows())
                .extracting(AxisField::hierarchy)
                .containsExactly(BRAND, AREA);
        assertThat(model.shift(BRAND, 1)).isEqualTo(model);
    }

    @Test
    void closingAMemberClosesWhatIsOpenBelowIt() {
        PivotModel open = model.toggle(AREA, "[Area].[Managed].[Z]").toggle(AREA, "[Area].[Managed].[Z].[X]");

        assertThat(open.field(AREA).open()).hasSize(2);
        assertThat(open.toggle(AREA, "[Area].[Managed].[Z]").field(AREA).open()).isEmpty();
    }

    @Test
    void anotherStartLevelForgetsPickedAndOpenMembers() {
        PivotModel open = model.toggle(AREA, "[Area].[Managed].[Z]");

        assertThat(open.change(AREA, field -> field.at(AREA + ".[City]")).field(AREA))
                .isEqualTo(AxisField.of(AREA, AREA + ".[City]"));
    }

    @Test
    void theOrderOfARunningTotalStaysWithIt() {
        String running = ShowAs.RUNNING.of("[Measures].[Sales]");
        PivotModel ordered =
                model.withMeasures(List.of(running)).withSort(Sort.of(Sort.Order.DESC, running, List.of()));

        assertThat(ordered.withMeasures(List.of(running, "[Measures].[Share]")).sort())
                .isEqualTo(ordered.sort());
        assertThat(ordered.withMeasures(List.of("[Measures].[Share]")).sort()).isNull();
    }

    @Test
    void swappingTwiceChangesNothing() {
        assertThat(model.swap()).isNotEqualTo(model);
        assertThat(model.swap().swap()).isEqualTo(model);
    }
}
