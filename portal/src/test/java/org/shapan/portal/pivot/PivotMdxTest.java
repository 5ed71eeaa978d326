package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shapan.portal.pivot.PivotModel.Place;
import org.shapan.portal.pivot.PivotModel.Subtotals;

class PivotMdxTest {
    private static final String SALES = "[Measures].[Sales]";

    private final PivotFields fields = Fixture.fields();
    private final PivotModel byBranch = PivotModel.of("Shop")
            .put("[Area].[Managed]", "[Area].[Managed].[Branch]", Place.ROWS)
            .toggleMeasure(SALES);

    @Test
    void aHierarchyOnRowsIsItsLevelAndItsTotal() {
        assertThat(mdx(byBranch)).isEqualTo("""
                SELECT NON EMPTY {[Measures].[Sales]} ON COLUMNS,
                 NON EMPTY {{[Area].[Managed].[Branch].Members},
                  {[Area].[Managed].[Company]}} ON ROWS
                FROM [Shop]""");
    }

    @Test
    void nestedHierarchiesGetASubtotalForEachGroup() {
        PivotModel nested = byBranch.put("[Brand].[Brand]", "[Brand].[Brand].[Brand]", Place.ROWS);

        assertThat(mdx(nested))
                .contains("{[Area].[Managed].[Branch].Members}\n  * {[Brand].[Brand].[Brand].Members}")
                .contains("{[Area].[Managed].[Branch].Members} * {[Brand].[Brand].[All brands]}")
                .contains("{[Area].[Managed].[Company]} * {[Brand].[Brand].[All brands]}");
        assertThat(mdx(nested.withSubtotals(Subtotals.NONE)))
                .doesNotContain(".Members} * {[Brand].[Brand].[All brands]}")
                .contains("{[Area].[Managed].[Company]} * {[Brand].[Brand].[All brands]}");
        assertThat(mdx(nested.withTotals(false))).doesNotContain("[Company]");
    }

    @Test
    void anOpenMemberBringsItsChildren() {
        PivotModel open = byBranch.toggle("[Area].[Managed]", "[Area].[Managed].[Z].[X]");

        assertThat(mdx(open))
                .contains(
                        "DrilldownMember({[Area].[Managed].[Branch].Members}, {[Area].[Managed].[Z].[X]}, RECURSIVE)");
        assertThat(mdx(open.withSubtotals(Subtotals.NONE))).contains("Except(DrilldownMember(");
    }

    @Test
    void theTotalOfPickedMembersIsTheirAggregate() {
        PivotModel picked =
                byBranch.pick("[Area].[Managed]", List.of("[Area].[Managed].[Z].[X]", "[Area].[Managed].[Z].[Y]"));

        assertThat(mdx(picked))
                .contains("MEMBER [Area].[Managed].[Pivot total] AS"
                        + " Aggregate({[Area].[Managed].[Z].[X], [Area].[Managed].[Z].[Y]})")
                .contains("{[Area].[Managed].[Pivot total]}");
    }

    @Test
    void filtersBecomeTheSlicer() {
        PivotModel filtered = byBranch.put("[Brand].[Brand]", "[Brand].[Brand].[Brand]", Place.FILTERS);

        assertThat(mdx(filtered)).doesNotContain("WHERE");
        assertThat(mdx(filtered.pick("[Brand].[Brand]", List.of("[Brand].[Brand].[A]"))))
                .endsWith("WHERE ([Brand].[Brand].[A])");
        assertThat(mdx(filtered.pick("[Brand].[Brand]", List.of("[Brand].[Brand].[A]", "[Brand].[Brand].[B]"))))
                .endsWith("WHERE {[Brand].[Brand].[A], [Brand].[Brand].[B]}");
    }

    @Test
    void measuresGoWithTheirAxisAndColumnsAreNeverEmpty() {
        PivotModel swapped = byBranch.swap();

        assertThat(mdx(swapped)).contains("ON COLUMNS,\n NON EMPTY {[Measures].[Sales]} ON ROWS");
        assertThat(mdx(byBranch.withMeasuresOnRows(true))).contains("{[Measures].[Sales]} ON COLUMNS");
    }

    @Test
    void emptyRowsAreShownOnRequest() {
        assertThat(mdx(byBranch.withHideEmpty(false))).doesNotContain("NON EMPTY");
    }

    @Test
    void aBracketInTheNameOfACubeIsDoubled() {
        PivotModel odd = PivotModel.of("a]b").toggleMeasure(SALES);

        assertThat(mdx(odd)).endsWith("FROM [a]]b]");
    }

    private String mdx(PivotModel model) {
        return PivotMdx.write(model, fields).text();
    }
}
