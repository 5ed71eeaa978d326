package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shapan.engine.api.RowBlock;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.pivot.Condition.Kind;
import org.shapan.portal.pivot.PivotModel.Place;
import org.shapan.portal.pivot.PivotModel.Subtotals;

/**
 * What a pivot's operations on members, totals and order give, on the real engine and a loaded province: figures are compared with
 * plain SQL or with those of a pivot without the operation.
 */
class PivotOperationsTest extends OperatedPivot {
    // ---- members

    @Test
    void aMemberLeftOutIsInNoTotal() throws Exception {
        PivotResult all = run(branches);
        PivotModel without = branches.select(AREA, branches.selection(AREA).exclude(member(all, 0)));

        PivotResult result = run(without);

        assertThat(details(result))
                .isEqualTo(details(all).subList(1, details(all).size()));
        assertThat(total(result)).isCloseTo(total(all) - all.number(0, 0), within());
        assertThat(total(run(without.withTotals(without.totals().withVisual(false)))))
                .as("of everything")
                .isEqualTo(total(all));
        assertThat(total(run(
                        branches.remove(AREA).put(AREA, BRANCH, Place.FILTERS).select(AREA, without.selection(AREA)))))
                .as("as a filter")
                .isCloseTo(total(result), within());
    }

    @Test
    void levelsChildrenAndDescendantsArePicked() throws Exception {
        PivotResult all = run(branches);
        String branch = member(all, 0);

        PivotResult children = run(branches.pick(AREA, List.of("children " + branch)));
        PivotResult descendants = run(branches.pick(AREA, List.of("descendants " + branch + " " + MICRO)));

        assertThat(total(children)).isCloseTo(all.number(0, 0), within());
        assertThat(details(descendants)).isEqualTo(details(children));
        assertThat(details(run(branches.pick(AREA, List.of("level " + BRANCH)))))
                .isEqualTo(details(all));
    }

    @Test
    void membersStandInTheOrderTheyWerePutIn() throws Exception {
        PivotResult all = run(branches);
        Picking picking = new Picking(Selection.of(List.of(member(all, 0), member(all, 1), member(all, 2))));
        picking.shift(member(all, 2), -1);
        picking.shift(member(all, 2), -1);
        picking.shift(member(all, 2), -1);

        PivotResult result = run(branches.select(AREA, picking.selection()));

        List<String> names = details(all);
        assertThat(details(result)).containsExactly(names.get(2), names.get(0), names.get(1));
        assertThat(result.number(0, 0)).isEqualTo(all.number(2, 0));
    }

    @Test
    void periodsFollowTheData() throws Exception {
        assertThat(run(branches)
                        .fields()
                        .hierarchy(TIME)
                        .orElseThrow()
                        .periods()
                        .uniqueName())
                .as("of a cube by months, though there are days")
                .isEqualTo(MONTH);
        String sum = "select sum(fee_gross) from f_revenue where ";

        assertThat(total(run(branches.pick(TIME, List.of("latest 1 " + MONTH)))))
                .isEqualTo(sql(sum + "k_month = (select max(k_month) from f_revenue)"));
        assertThat(total(run(branches.pick(TIME, List.of("latest 3 " + MONTH)))))
                .isCloseTo(sql(sum + "k_month between 201001 and 201003"), within());
        assertThat(total(run(branches.pick(TIME, List.of("previous " + MONTH)))))
                .isCloseTo(sql(sum + "k_month = 201002"), within());
        assertThat(total(run(branches.pick(TIME, List.of("lastYear " + MONTH)))))
                .isCloseTo(sql(sum + "k_month = 200903"), within());
        assertThat(total(run(branches.pick(TIME, List.of("toDate " + MONTH)))))
                .isCloseTo(sql(sum + "k_month between 201001 and 201003"), within());
    }

    @Test
    void theLargestAreThoseOfSql() throws Exception {
        PivotResult all = run(branches);
        List<Double> figures =
                numbers(all).stream().sorted(Comparator.reverseOrder()).toList();
        double two = figures.get(0) + figures.get(1);

        assertThat(numbers(run(where(Condition.value(Kind.TOP_COUNT, GROSS, BigDecimal.TWO)))))
                .isEqualTo(figures.subList(0, 2));
        assertThat(total(run(where(Condition.value(Kind.TOP_COUNT, GROSS, BigDecimal.TWO)))))
                .as("visual total")
                .isCloseTo(two, within());
        PivotModel all2 = where(Condition.value(Kind.TOP_COUNT, GROSS, BigDecimal.TWO));
        assertThat(total(run(all2.withTotals(all2.totals().withVisual(false)))))
                .as("total of all")
                .isEqualTo(total(all));
        assertThat(numbers(run(where(Condition.value(Kind.BOTTOM_COUNT, GROSS, BigDecimal.ONE)))))
                .containsExactly(figures.getLast());
        assertThat(numbers(run(where(Condition.value(Kind.TOP_SUM, GROSS, BigDecimal.valueOf(two - 1))))))
                .isEqualTo(figures.subList(0, 2));
        assertThat(numbers(run(where(Condition.value(Kind.TOP_PERCENT, GROSS, BigDecimal.ONE)))))
                .isEqualTo(figures.subList(0, 1));
        assertThat(numbers(run(where(Condition.value(Kind.BOTTOM_PERCENT, GROSS, BigDecimal.valueOf(100))))))
                .hasSize(figures.size());
    }

    @Test
    void membersAreFilteredByTheirFigures() throws Exception {
        List<Double> figures = numbers(run(branches)).stream().sorted().toList();
        BigDecimal middle = BigDecimal.valueOf(figures.get(1));

        assertThat(numbers(run(where(Condition.value(Kind.AT_LEAST, GROSS, middle)))))
                .hasSize(figures.size() - 1)
                .allMatch(figure -> figure >= middle.doubleValue());
        assertThat(numbers(run(where(Condition.value(Kind.AT_MOST, GROSS, middle)))))
                .hasSize(2);
        assertThat(numbers(run(where(Condition.between(GROSS, middle, middle)))))
                .containsExactly(figures.get(1));
    }

    @Test
    void membersAreFilteredByTheirLabels() throws Exception {
        List<String> labels = details(run(branches));
        String label = labels.getFirst();

        assertThat(details(run(
                        where(Condition.label(Kind.BEGINS, label.substring(0, 3).toUpperCase(Locale.ROOT))))))
                .contains(label)
                .isEqualTo(labels.stream()
                        .filter(other -> other.startsWith(label.substring(0, 3)))
                        .toList());
        assertThat(details(run(where(Condition.label(Kind.ENDS, label))))).containsExactly(label);
        assertThat(details(run(where(Condition.label(Kind.CONTAINS_NOT, label)))))
                .isEqualTo(labels.subList(1, labels.size()));
        assertThat(details(run(where(Condition.label(Kind.CONTAINS, "\"x\" no such")))))
                .isEmpty();
    }

    @Test
    void theLargestOfEachGroupAddUpToItsSubtotal() throws Exception {
        PivotModel model = branches.put(brand, brand + ".[Brand]", Place.ROWS);
        PivotResult all = run(model);
        PivotResult top = run(model.change(
                brand, field -> field.withConditions(List.of(Condition.value(Kind.TOP_COUNT, GROSS, BigDecimal.ONE)))));

        List<Double> largest = new ArrayList<>();
        double group = 0;
        for (int row = 0; row < all.rows().lines().size(); row++) {
            switch (all.rows().lines().get(row).kind()) {
                case DETAIL -> group = Math.max(group, all.number(row, 0));
                case SUBTOTAL -> {
                    largest.add(group);
                    group = 0;
                }
                case TOTAL -> {}
            }
        }
        assertThat(numbers(top)).isEqualTo(largest);
        assertThat(kind(top, AxisLine.Kind.SUBTOTAL)).isEqualTo(largest);
        assertThat(total(top)).isCloseTo(largest.stream().mapToDouble(d -> d).sum(), within());
    }

    // ---- navigation

    @Test
    void aLevelIsOpenedAndOneOfItClosed() throws Exception {
        PivotResult closed = run(branches);
        PivotModel open = branches.change(AREA, field -> field.with(Expansion.to(MICRO)));

        PivotResult result = run(open);
        PivotResult one = run(open.toggle(AREA, member(closed, 0), true));

        assertThat(result.rows().headColumns()).containsExactly("Branch", "Micro area");
        assertThat(numbers(result).stream().mapToDouble(d -> d).sum()).isCloseTo(total(closed), within());
        assertThat(kind(result, AxisLine.Kind.SUBTOTAL)).isEqualTo(numbers(closed));
        assertThat(kind(one, AxisLine.Kind.SUBTOTAL))
                .isEqualTo(numbers(closed).subList(1, numbers(closed).size()));
        assertThat(one.rows().lines().getFirst().heads().getFirst().box()).isEqualTo(HeadCell.Box.CLOSED);
        assertThat(one.number(0, 0)).isEqualTo(closed.number(0, 0));
        assertThat(run(open.withSubtotals(Subtotals.NONE)).rows().lines())
                .noneMatch(line -> line.kind() == AxisLine.Kind.SUBTOTAL);
    }

    @Test
    void rowsBehindACellAddUpToItAndComeByPages() throws Exception {
        PivotResult result = run(branches);

        RowBlock rows = session.rows(result, 0, 0, 0, 10_000);
        RowBlock page = session.rows(result, 0, 0, 1, 1);

        int last = IntStream.range(0, rows.columns().size())
                .filter(i -> rows.columns().get(i).name().equals(GROSS))
                .findFirst()
                .orElseThrow();
        double sum = rows.rows().stream()
                .mapToDouble(row -> row[last] == null ? 0 : ((Number) row[last]).doubleValue())
                .sum();
        assertThat(rows.more()).isFalse();
        assertThat(sum).isCloseTo(result.number(0, 0), within());
        assertThat(page.rows()).hasSize(1);
        assertThat(page.more()).isTrue();
        assertThat(page.rows().getFirst()).isEqualTo(rows.rows().get(1));
    }

    // ---- totals and order

    @Test
    void totalsStandWhereTheyAreWantedAndAreMadeAsWanted() throws Exception {
        PivotResult all = run(branches);
        Totals totals = branches.totals();

        PivotResult first = run(branches.withTotals(totals.withFirst(true)));
        PivotResult average = run(branches.withTotals(totals.withHow(Totals.How.AVERAGE)));

        assertThat(first.rows().lines().getFirst().kind()).isEqualTo(AxisLine.Kind.TOTAL);
        assertThat(total(average))
                .isCloseTo(numbers(all).stream().mapToDouble(d -> d).average().orElseThrow(), within());
        assertThat(total(run(branches.withTotals(totals.withHow(Totals.How.GREATEST)))))
                .isEqualTo(numbers(all).stream().mapToDouble(d -> d).max().orElseThrow());
        PivotModel crossed = branches.put(brand, brand + ".[Brand]", Place.COLUMNS);
        PivotResult rowsOnly = run(crossed.withTotals(totals.withGrand(true, false)));
        assertThat(rowsOnly.columns().lines()).noneMatch(line -> line.kind() == AxisLine.Kind.TOTAL);
        assertThat(rowsOnly.rows().lines()).anyMatch(line -> line.kind() == AxisLine.Kind.TOTAL);
    }

    @Test
    void oneFieldGoesWithoutSubtotals() throws Exception {
        PivotModel model = branches.put(brand, brand + ".[Brand]", Place.ROWS);

        PivotResult result = run(model.change(AREA, field -> field.withSubtotal(false)));

        assertThat(result.rows().lines()).noneMatch(line -> line.kind() == AxisLine.Kind.SUBTOTAL);
        assertThat(total(result)).isEqualTo(total(run(model)));
    }

    @Test
    void rowsAreSortedWithinTheirGroupsAndFlat() throws Exception {
        PivotModel model = branches.put(brand, brand + ".[Brand]", Place.ROWS);
        PivotResult sorted = run(model.withSort(new Sort(Sort.Order.DESC, List.of(GROSS))));
        PivotResult flat = run(model.withSort(new Sort(Sort.Order.BASC, List.of(GROSS))));

        assertThat(kind(sorted, AxisLine.Kind.SUBTOTAL)).isSortedAccordingTo(Comparator.reverseOrder());
        List<Double> group = new ArrayList<>();
        for (int row = 0; row < sorted.rows().lines().size(); row++) {
            if (sorted.rows().lines().get(row).kind() == AxisLine.Kind.DETAIL) {
                group.add(sorted.number(row, 0));
            } else {
                assertThat(group).isSortedAccordingTo(Comparator.reverseOrder());
                group.clear();
            }
        }
        assertThat(numbers(flat)).isSorted().hasSameSizeAs(numbers(run(model)));
        assertThat(flat.rows().lines()).noneMatch(line -> line.kind() == AxisLine.Kind.SUBTOTAL);
    }

    @Test
    void rowsAreSortedByAColumnAndByLabel() throws Exception {
        PivotModel crossed = branches.put(brand, brand + ".[Brand]", Place.COLUMNS);
        PivotResult plain = run(crossed);
        String first = plain.columns().lines().getFirst().heads().getFirst().member();

        PivotResult sorted = run(crossed.withSort(new Sort(Sort.Order.ASC, List.of(GROSS, first))));
        PivotResult labels = run(crossed.withSort(new Sort(Sort.Order.DESC, List.of(AREA))));

        assertThat(numbers(sorted)).isSorted();
        assertThat(details(labels)).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void rowsAreSortedByTheKeysOfTheirMembers() throws Exception {
        PivotModel months = PivotModel.of("Revenue")
                .put(TIME, MONTH, Place.ROWS)
                .pick(TIME, List.of("latest 14 " + MONTH))
                .toggleMeasure(GROSS);

        PivotResult down = run(months.withSort(Sort.byKey(Sort.Order.DESC, TIME)));
        PivotResult up = run(months.withSort(Sort.byKey(Sort.Order.ASC, TIME)));

        List<String> names =
                IntStream.range(0, 14).mapToObj(row -> member(down, row)).toList();
        assertThat(names.getFirst()).isEqualTo(MARCH);
        assertThat(names).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(IntStream.range(0, 14).mapToObj(row -> member(up, row)).toList())
                .isEqualTo(names.reversed());
        assertThat(down.number(0, 0))
                .isCloseTo(sql("select sum(fee_gross) from f_revenue where k_month = 201003"), within());
    }

    @Test
    void childrenOfOpenMembersAreSortedToo() throws Exception {
        PivotModel open = branches.change(AREA, field -> field.with(Expansion.to(MICRO)));

        PivotResult sorted = run(open.withSort(new Sort(Sort.Order.DESC, List.of(GROSS))));

        assertThat(kind(sorted, AxisLine.Kind.SUBTOTAL)).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(sorted.number(0, 0)).isGreaterThan(sorted.number(1, 0));
        assertThat(numbers(sorted)).hasSameSizeAs(numbers(run(open)));
    }

    // ---- roles

    @Test
    void aBranchManagerSeesNoOtherBranchWhateverIsAsked() throws Exception {
        PivotResult all = run(branches);
        String own = member(all, 0);
        String other = member(all, 1);
        String otherName = details(all).get(1);
        String noSuch = other.substring(0, other.lastIndexOf('.')) + ".[No such]";
        try (PivotSession manager = session(new PortalUser(2, "manager", "Manager", Set.of(), List.of(own)))) {
            manager.open(Map.of("cube", List.of("Revenue")), LocalDate.of(2010, 3, 31));
            List<PivotModel> models = List.of(
                    where(Condition.value(Kind.TOP_COUNT, GROSS, BigDecimal.TEN)),
                    branches.pick(AREA, List.of("level " + BRANCH)),
                    branches.withTotals(branches.totals().withVisual(false)),
                    branches.withSort(new Sort(Sort.Order.BDESC, List.of(GROSS))));
            for (PivotModel model : models) {
                PivotResult result = manager.run(model);
                assertThat(details(result))
                        .as(result.mdx())
                        .containsExactly(details(all).getFirst());
                assertThat(total(result)).isCloseTo(all.number(0, 0), within());
            }
            assertThat(total(manager.run(branches.withMeasures(List.of(ShowAs.SHARE_COLUMN.of(GROSS))))))
                    .isEqualTo(1);
            assertThat(numbers(manager.run(branches.withMeasures(List.of(ShowAs.RANK.of(GROSS))))))
                    .containsExactly(1.0);
            PivotResult total = manager.run(branches);
            RowBlock rows = manager.rows(total, 1, 0, 0, 10_000);
            assertThat(rows.rows())
                    .as("rows behind the total")
                    .isNotEmpty()
                    .noneMatch(row -> Arrays.asList(row).contains(otherName));
            for (PivotModel model : List.of(
                    branches.pick(AREA, List.of(other)),
                    branches.pick(AREA, List.of("children " + other)),
                    branches.select(AREA, new Selection(List.of(), List.of(other))),
                    branches.withCalculation(new Calculation("x", "(" + GROSS + ", " + other + ")")))) {
                String unknown = message(manager, model);
                String never = message(manager, replaced(model, other, noSuch));
                assertThat(unknown.replace(other, "?").replace(otherName, "?"))
                        .as("what is hidden looks like what does not exist")
                        .isEqualTo(never.replace(noSuch, "?").replace("No such", "?"));
            }
        }
    }

    private static PivotModel replaced(PivotModel model, String from, String to) {
        Selection selection = model.selection(AREA);
        PivotModel next = model.select(
                AREA,
                new Selection(
                        selection.picked().stream()
                                .map(p -> p.replace(from, to))
                                .toList(),
                        selection.without().stream()
                                .map(p -> p.replace(from, to))
                                .toList()));
        for (Calculation calculation : model.calculations()) {
            next = next.withCalculation(
                    new Calculation(calculation.name(), calculation.formula().replace(from, to)));
        }
        return next;
    }

    /** Why a model fails, without places, which depend on the length of names. */
    private static String message(PivotSession session, PivotModel model) {
        try {
            PivotResult result = session.run(model);
            return "runs: " + total(result);
        } catch (SQLException e) {
            return e.getMessage().replaceAll("column \\d+", "column ?");
        }
    }
}
