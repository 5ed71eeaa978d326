package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shapan.portal.pivot.Condition.Kind;
import org.shapan.portal.pivot.PivotModel.Place;

/** What a pivot computes beside its measures: shares, ranks, changes, written measures and statements, compared with plain SQL. */
class PivotCalculationTest extends OperatedPivot {
    // ---- calculation

    @Test
    void sharesAreOfTheirTotals() throws Exception {
        PivotModel crossed = branches.put(brand, brand + ".[Brand]", Place.COLUMNS);
        PivotResult plain = run(crossed);
        int rows = plain.rows().lines().size() - 1;
        int columns = plain.columns().lines().size() - 1;
        double figure = plain.number(0, 0);

        assertThat(shown(crossed, ShowAs.SHARE_TOTAL).number(0, 0))
                .isCloseTo(figure / plain.number(rows, columns), ratio());
        assertThat(shown(crossed, ShowAs.SHARE_ROW).number(0, 0)).isCloseTo(figure / plain.number(0, columns), ratio());
        assertThat(shown(crossed, ShowAs.SHARE_COLUMN).number(0, 0)).isCloseTo(figure / plain.number(rows, 0), ratio());
        assertThat(shown(crossed, ShowAs.SHARE_COLUMN).number(rows, columns)).isEqualTo(1);
        assertThat(shown(crossed, ShowAs.SHARE_ROW).text(0, columns)).isEqualTo("100.0%");
    }

    @Test
    void theShareOfTheParentIsOfTheGroupAround() throws Exception {
        PivotModel open = branches.change(AREA, field -> field.with(Expansion.to(MICRO)));
        PivotResult plain = run(open);
        PivotResult shares = shown(open, ShowAs.SHARE_PARENT);
        int subtotal = IntStream.range(0, plain.rows().lines().size())
                .filter(i -> plain.rows().lines().get(i).kind() == AxisLine.Kind.SUBTOTAL)
                .findFirst()
                .orElseThrow();

        assertThat(shares.number(0, 0)).isCloseTo(plain.number(0, 0) / plain.number(subtotal, 0), ratio());
        assertThat(shares.number(subtotal, 0)).isCloseTo(plain.number(subtotal, 0) / total(plain), ratio());
        PivotModel nested = branches.put(brand, brand + ".[Brand]", Place.ROWS);
        assertThat(kind(shown(nested, ShowAs.SHARE_PARENT), AxisLine.Kind.SUBTOTAL).stream()
                        .mapToDouble(d -> d)
                        .sum())
                .isCloseTo(1, ratio());
    }

    @Test
    void ranksAndRunningTotalsFollowTheRows() throws Exception {
        List<Double> figures = numbers(run(branches));
        List<Double> sorted = figures.stream().sorted(Comparator.reverseOrder()).toList();

        assertThat(numbers(shown(branches, ShowAs.RANK)))
                .isEqualTo(figures.stream()
                        .map(f -> (double) sorted.indexOf(f) + 1)
                        .toList());
        PivotResult running = shown(branches, ShowAs.RUNNING);
        double sum = 0;
        for (int row = 0; row < figures.size(); row++) {
            sum += figures.get(row);
            assertThat(running.number(row, 0)).isCloseTo(sum, within());
        }
        assertThat(running.rows().lines())
                .as("no running total at the total")
                .noneMatch(line -> line.kind() == AxisLine.Kind.TOTAL);
        PivotResult down = run(branches.withMeasures(List.of(ShowAs.RUNNING.of(GROSS)))
                .withSort(new Sort(Sort.Order.DESC, List.of(GROSS))));
        assertThat(down.number(0, 0)).as("in the order shown").isCloseTo(sorted.getFirst(), within());
        assertThat(numbers(shown(branches.change(AREA, f -> f.with(Expansion.to(MICRO))), ShowAs.RANK)))
                .contains(1.0, 2.0);
    }

    @Test
    void changesInTimeAreThoseOfTheCatalogAndOfSql() throws Exception {
        String sum = "select sum(fee_gross) from f_revenue where k_month ";
        double march = sql(sum + "= 201003");
        double february = sql(sum + "= 201002");
        double year = sql(sum + "= 200903");

        assertThat(total(shown(branches, ShowAs.MOM))).isCloseTo(march / february - 1, ratio());
        assertThat(total(shown(branches, ShowAs.MOM)))
                .isCloseTo(total(run(branches.withMeasures(List.of("[Measures].[Gross revenue MoM]")))), ratio());
        assertThat(total(shown(branches, ShowAs.MOM_DIFFERENCE))).isCloseTo(march - february, within());
        assertThat(total(shown(branches, ShowAs.YOY))).isCloseTo(march / year - 1, ratio());
        assertThat(total(shown(branches, ShowAs.YOY_DIFFERENCE))).isCloseTo(march - year, within());
        assertThat(total(shown(branches, ShowAs.YTD))).isCloseTo(sql(sum + "between 201001 and 201003"), within());
        PivotModel months = PivotModel.of("Revenue")
                .put(TIME, MONTH, Place.ROWS)
                .pick(TIME, List.of("latest 2 " + MONTH))
                .toggleMeasure(GROSS);
        assertThat(shown(months, ShowAs.DIFFERENCE).number(1, 0)).isCloseTo(march - february, within());
        assertThat(shown(months, ShowAs.GROWTH).number(1, 0)).isCloseTo(march / february - 1, ratio());
    }

    @Test
    void aWrittenMeasureIsComputedAndLooksAsWanted() throws Exception {
        Calculation half = new Calculation("Half ]", GROSS + " / 2");
        PivotModel model = branches.withCalculation(half)
                .withStyle(half.uniqueName(), MeasureStyle.DEFAULT.withFormat("0.000"))
                .withStyle(GROSS, MeasureStyle.DEFAULT.withFormat("#,##0.0 \"yuan\""));

        PivotResult result = run(model);

        assertThat(result.number(0, 1)).isCloseTo(result.number(0, 0) / 2, within());
        assertThat(result.text(0, 1)).matches("\\d+\\.\\d{3}");
        assertThat(result.text(0, 0)).endsWith(" yuan");
        PivotModel asked = model.withSort(new Sort(Sort.Order.DESC, List.of(half.uniqueName())))
                .change(
                        AREA,
                        rows -> rows.withConditions(
                                List.of(Condition.value(Kind.TOP_COUNT, half.uniqueName(), BigDecimal.ONE))));
        assertThat(run(asked).rows().lines())
                .hasSizeLessThan(result.rows().lines().size());
        assertThat(run(asked.withoutCalculation("Half ]")).columns().lines()).hasSize(1);
        assertThat(asked.withoutCalculation("Half ]").sort()).isNull();
    }

    // ---- statements

    @Test
    void aWrittenStatementIsShownAsItIs() throws Exception {
        PivotResult result =
                run(branches.withMdx("SELECT {" + GROSS + "} ON 0, NON EMPTY Order({" + BRANCH + ".Members} * {" + brand
                        + ".[Brand].Members}, " + GROSS + ", BDESC) ON 1 FROM [Revenue] WHERE " + MARCH));

        assertThat(numbers(result))
                .isSortedAccordingTo(Comparator.reverseOrder())
                .hasSizeGreaterThan(3);
        assertThat(result.rows().headColumns()).hasSize(2);
        assertThatThrownBy(() -> run(branches.withMdx("SELECT {[Measures].[Luck]} ON 0 FROM [Revenue]")))
                .hasMessageContaining("Luck")
                .hasMessageContaining("line 1");
    }
}
