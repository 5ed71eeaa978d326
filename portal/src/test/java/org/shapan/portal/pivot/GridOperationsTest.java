package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shapan.portal.pivot.PivotModel.Place;

/** What the grid itself offers: order by heads, the operations of its menu. */
class GridOperationsTest extends OperatedPivot {
    @Test
    void aClickOnAHeadSortsASecondTurnsAThirdClears() throws Exception {
        PivotModel crossed = branches.put(brand, brand + ".[Brand]", Place.COLUMNS);
        PivotResult plain = run(crossed);
        int last = plain.columnCount() - 2;

        PivotResult down = run(ColumnSort.click(crossed, plain.sortKey(last)));
        PivotResult up = run(ColumnSort.click(down.model(), down.sortKey(last)));

        assertThat(column(down, last)).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(down.sorted(last)).isEqualTo(Sort.Order.DESC);
        assertThat(down.sorted(last - 1)).isNull();
        assertThat(column(up, last)).isSorted();
        assertThat(ColumnSort.click(up.model(), up.sortKey(last))).isEqualTo(crossed);

        PivotResult total = run(ColumnSort.click(crossed, plain.sortKey(last + 1)));
        assertThat(column(total, last + 1)).as("the total").isSortedAccordingTo(Comparator.reverseOrder());
        PivotResult labels = run(ColumnSort.click(crossed, plain.sortKey(-1)));
        assertThat(details(labels)).as("the head of the branches").isSorted();
        assertThat(labels.sorted(-1)).isEqualTo(Sort.Order.ASC);
    }

    @Test
    void figuresShownAsSomethingSortByWhatIsShown() throws Exception {
        for (ShowAs kind : ShowAs.values()) {
            PivotResult plain = shown(branches, kind);

            PivotResult sorted = run(ColumnSort.click(plain.model(), plain.sortKey(0)));

            assertThat(sorted.sorted(0)).as("%s", kind).isEqualTo(Sort.Order.DESC);
            if (kind == ShowAs.RUNNING || kind == ShowAs.DIFFERENCE || kind == ShowAs.GROWTH) {
                continue;
            }
            assertThat(column(sorted, 0)).as("%s", kind).isSortedAccordingTo(Comparator.reverseOrder());
        }
    }

    @Test
    void measuresOnRowsAreSortedByTheFirst() throws Exception {
        PivotModel crossed =
                branches.put(brand, brand + ".[Brand]", Place.COLUMNS).withMeasuresOnRows(true);
        PivotResult plain = run(crossed);

        PivotResult sorted = run(ColumnSort.click(crossed, plain.sortKey(0)));

        assertThat(column(sorted, 0)).isSortedAccordingTo(Comparator.reverseOrder());
    }

    // ---- the menu of members

    @Test
    void membersAreKeptAndLeftOutAlsoSeveralAtOnce() throws Exception {
        PivotResult all = run(branches);
        GridPlace two = new GridPlace(1, -1, 0, new CellRange(1, 0, 2, 0));
        GridPlace.Meant meant = two.ofRows(all).orElseThrow();
        assertThat(meant.members()).containsExactly(member(all, 1), member(all, 2));

        PivotResult kept = run(MemberOperations.keepOnly(branches, meant.hierarchy(), meant.members()));
        PivotResult left = run(MemberOperations.exclude(branches, meant.hierarchy(), meant.members()));

        assertThat(details(kept)).isEqualTo(details(all).subList(1, 3));
        assertThat(total(kept) + total(left)).isCloseTo(total(all), within());
        assertThat(details(left)).hasSize(details(all).size() - 2).doesNotContainAnyElementsOf(details(kept));
        PivotResult one = run(MemberOperations.exclude(kept.model(), AREA, List.of(member(all, 1))));
        assertThat(details(one))
                .as("of two that were kept")
                .containsExactly(details(all).get(2));
    }

    @Test
    void aMemberIsDrilledDownAndUpAgain() throws Exception {
        PivotResult all = run(branches);
        PivotResult open = run(branches.toggle(AREA, member(all, 0)));

        PivotResult down = run(MemberOperations.drillDown(branches, AREA, member(all, 0)));

        assertThat(total(down)).isCloseTo(all.number(0, 0), within());
        assertThat(details(down)).isNotEmpty().allMatch(name -> details(open).contains(name));
        GridPlace.Meant child =
                new GridPlace(0, 0, -1, new CellRange(0, 0, 0, 0)).ofRows(down).orElseThrow();
        PivotFields.HierarchyField area = down.fields().hierarchy(AREA).orElseThrow();
        assertThat(GridPlace.level(area, down, child).orElseThrow().uniqueName())
                .isEqualTo(MICRO);
        assertThat(details(run(MemberOperations.drillUp(down.model(), AREA, BRANCH))))
                .isEqualTo(details(all));
    }

    @Test
    void aMemberIsBrokenDownByAnotherHierarchy() throws Exception {
        PivotResult all = run(branches);

        PivotResult brands =
                run(MemberOperations.across(branches, AREA, List.of(member(all, 0)), brand, brand + ".[Brand]"));

        assertThat(brands.model().place(AREA)).isEqualTo(Place.FILTERS);
        assertThat(brands.model().rows()).extracting(AxisField::hierarchy).containsExactly(brand);
        assertThat(total(brands)).isCloseTo(all.number(0, 0), within());
        double sum = numbers(brands).stream().mapToDouble(Double::doubleValue).sum();
        assertThat(sum).isCloseTo(all.number(0, 0), within());
        PivotModel sorted = branches.withSort(new Sort(Sort.Order.ASC, List.of(AREA)));
        assertThat(MemberOperations.across(sorted, AREA, List.of(member(all, 0)), brand, brand + ".[Brand]")
                        .sort())
                .isNull();
    }

    private static List<Double> column(PivotResult result, int column) {
        return java.util.stream.IntStream.range(0, result.rowCount())
                .filter(row -> result.rows().lines().get(row).kind() == AxisLine.Kind.DETAIL)
                .mapToObj(row -> result.number(row, column))
                .filter(number -> !Double.isNaN(number))
                .toList();
    }
}
