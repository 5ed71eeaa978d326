package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shapan.portal.pivot.AxisLayout.Spec;
import org.shapan.portal.pivot.PivotModel.Subtotals;

/** Axes as a reader sees them; a line is written as its head cells from left to right, repeated ones in parentheses. */
class AxisLayoutTest {
    private static final AxisLayout.TotalText TEXT = new AxisLayout.TotalText() {
        @Override
        public String total() {
            return "total";
        }

        @Override
        public String subtotal(String member) {
            return member + " sum";
        }
    };

    private final AxisMember city = new AxisMember("[Z]", "Z", 1, null);
    private final AxisMember x = new AxisMember("[Z].[X]", "X", 2, city);
    private final AxisMember y = new AxisMember("[Z].[Y]", "Y", 2, city);
    private final AxisMember x1 = new AxisMember("[Z].[X].[1]", "1", 3, x);
    private final AxisMember x2 = new AxisMember("[Z].[X].[2]", "2", 3, x);
    private final AxisMember all = new AxisMember("[All]", "All", 0, null);
    private final AxisMember a = new AxisMember("[A]", "a", 1, null);
    private final AxisMember b = new AxisMember("[B]", "b", 1, null);
    private final AxisMember allBrands = new AxisMember("[AllB]", "All", 0, null);
    private final AxisMember m1 = new AxisMember("[M1]", "m1", 0, null);
    private final AxisMember m2 = new AxisMember("[M2]", "m2", 0, null);

    private final Spec area = new Spec("[Area]", "[All]", 3, Map.of(1, "City", 2, "Branch", 3, "Micro"), List.of());
    private final Spec brand = new Spec("[Brand]", "[AllB]", 1, Map.of(1, "Brand"), List.of());

    @Test
    void theGrandTotalStandsLastWhereverItCameFirst() {
        AxisLayout axis = layout(List.of(List.of(all), List.of(x), List.of(y)), List.of(area), false, Subtotals.BELOW);

        assertThat(text(axis)).containsExactly("X", "Y", "total");
        assertThat(axis.lines()).extracting(AxisLine::position).containsExactly(1, 2, 0);
        assertThat(axis.headColumns()).containsExactly("Branch");
        assertThat(axis.lines().getLast().kind()).isEqualTo(AxisLine.Kind.TOTAL);
    }

    @Test
    void anOpenMemberIsAGroupWithItsSubtotalBelow() {
        Spec open = new Spec("[Area]", "[All]", 3, area.levels(), List.of("[Z].[X]"));
        List<List<AxisMember>> positions = List.of(List.of(x), List.of(x1), List.of(x2), List.of(y), List.of(all));

        AxisLayout axis = layout(positions, List.of(open), false, Subtotals.BELOW);

        assertThat(axis.headColumns()).containsExactly("Branch", "Micro");
        assertThat(text(axis)).containsExactly("X|1", "(X)|2", "(X)|X sum", "Y", "total");
        assertThat(axis.lines().get(0).heads().getFirst().run()).isEqualTo(3);
        assertThat(axis.lines().get(0).heads().getFirst().box()).isEqualTo(HeadCell.Box.OPEN);
        assertThat(axis.lines().get(3).heads().getFirst().span()).isEqualTo(2);
        assertThat(axis.lines().get(3).heads().getFirst().box()).isEqualTo(HeadCell.Box.CLOSED);
        assertThat(axis.lines().get(2).kind()).isEqualTo(AxisLine.Kind.SUBTOTAL);
    }

    @Test
    void subtotalsStandAboveOnRequest() {
        Spec open = new Spec("[Area]", "[All]", 3, area.levels(), List.of("[Z].[X]"));

        AxisLayout axis = layout(List.of(List.of(x), List.of(x1), List.of(x2)), List.of(open), false, Subtotals.ABOVE);

        assertThat(text(axis)).containsExactly("X|X sum", "(X)|1", "(X)|2");
    }

    @Test
    void nestedHierarchiesMergeTheOuterHeadAndCloseEachGroup() {
        List<List<AxisMember>> positions = List.of(
                List.of(x, a),
                List.of(x, b),
                List.of(y, a),
                List.of(x, allBrands),
                List.of(y, allBrands),
                List.of(all, allBrands));

        AxisLayout axis = layout(positions, List.of(area, brand), false, Subtotals.BELOW);

        assertThat(text(axis)).containsExactly("X|a", "(X)|b", "(X)|X sum", "Y|a", "(Y)|Y sum", "total");
        assertThat(axis.lines())
                .extracting(AxisLine::group)
                .startsWith(0, 0)
                .satisfies(groups -> assertThat(groups.get(3)).isNotEqualTo(groups.get(0)));
    }

    @Test
    void measuresStandInnermostAndAreRepeatedUnderTotals() {
        List<List<AxisMember>> positions =
                List.of(List.of(a, m1), List.of(a, m2), List.of(allBrands, m1), List.of(allBrands, m2));

        AxisLayout axis = layout(positions, List.of(brand), true, Subtotals.BELOW);

        assertThat(text(axis)).containsExactly("a|m1", "(a)|m2", "total|m1", "(total)|m2");
        assertThat(axis.lines()).extracting(AxisLine::measure).containsExactly("[M1]", "[M2]", "[M1]", "[M2]");
        assertThat(axis.headColumns()).containsExactly("Brand", "");
    }

    @Test
    void anAxisOfMeasuresOnlyHasOneLineForEach() {
        AxisLayout axis = layout(List.of(List.of(m1), List.of(m2)), List.of(), true, Subtotals.BELOW);

        assertThat(text(axis)).containsExactly("m1", "m2");
    }

    @Test
    void anEmptyAxisHasNoLines() {
        assertThat(layout(List.of(), List.of(area), false, Subtotals.BELOW).lines())
                .isEmpty();
    }

    private static AxisLayout layout(
            List<List<AxisMember>> positions, List<Spec> specs, boolean measured, Subtotals subtotals) {
        return AxisLayout.of(positions, specs, measured, new AxisLayout.Order(subtotals, false, false), TEXT);
    }

    private static List<String> text(AxisLayout axis) {
        String[] lines = new String[axis.lines().size()];
        for (int i = 0; i < lines.length; i++) {
            int line = i;
            lines[i] = String.join(
                    "|",
                    axis.lines().get(i).heads().stream()
                            .map(head -> head.start() == line ? head.text() : "(" + head.text() + ")")
                            .toList());
        }
        return Arrays.asList(lines);
    }
}
