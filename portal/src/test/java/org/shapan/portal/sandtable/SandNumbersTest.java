package org.shapan.portal.sandtable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shapan.insight.Expectation;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.TargetProgress;
import org.shapan.insight.locate.Movement;
import org.shapan.insight.locate.Part;
import org.shapan.insight.watch.Entity;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.cubes.CiProvince;
import org.shapan.portal.explain.Asked;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.explain.Numbers.AskedTile;
import org.shapan.portal.explain.PlainFigure;
import org.shapan.portal.sp.SpBoard;
import org.shapan.portal.sp.SpRow;

/** Every number of the sand table and of the tiles of the home page against plain SQL over the facts. */
class SandNumbersTest {
    private static final YearMonth MARCH = YearMonth.of(2010, 3);
    private static final SandState BRANCHES = SandState.DEFAULT.withBranches(true);

    /** What SQL has, by unit and month. */
    private static final Map<String, Map<Integer, Map<String, Object>>> UNITS = new HashMap<>();

    private static CiProvince province;

    @BeforeAll
    static void openProvince() throws Exception {
        province = CiProvince.get();
        for (String resource :
                List.of("/org/shapan/portal/sandtable/figures.sql", "/org/shapan/portal/area/units.sql")) {
            for (Map<String, Object> row : province.resource(SandNumbersTest.class, resource)) {
                if (!"area".equals(row.get("unit_level"))) {
                    UNITS.computeIfAbsent((String) row.get("unit"), unit -> new HashMap<>())
                            .computeIfAbsent(((Number) row.get("k_month")).intValue(), month -> new HashMap<>())
                            .putAll(row);
                }
            }
        }
    }

    @Test
    void everyIndicatorOfEveryMonthEqualsPlainSql() {
        Map<SandKpi, Integer> compared = new HashMap<>();
        for (SandState state : List.of(SandState.DEFAULT, BRANCHES)) {
            SandFigures figures = load(state).figures();
            assertThat(figures.kpis()).containsExactly(SandKpi.values());
            assertThat(figures.parts()).hasSizeGreaterThan(1);
            for (SandKpi kpi : figures.kpis()) {
                for (SandUnit unit : units(figures)) {
                    MonthlySeries plain = plain(kpi, unit);
                    for (int back = 0; back < SandBoard.TREND_MONTHS; back++) {
                        YearMonth month = MARCH.minusMonths(back);
                        OptionalDouble value = figures.cell(kpi, unit, month).value();
                        String what = kpi + " " + unit.name() + " " + month;
                        assertThat(value.isPresent())
                                .as(what)
                                .isEqualTo(plain.value(month).isPresent());
                        if (value.isPresent()) {
                            assertThat(value.getAsDouble())
                                    .as(what)
                                    .isCloseTo(plain.value(month).getAsDouble(), within(1e-6));
                            compared.merge(kpi, 1, Integer::sum);
                        }
                    }
                }
            }
        }
        assertThat(compared).containsOnlyKeys(SandKpi.values());
    }

    @ParameterizedTest
    @EnumSource(SandState.Show.class)
    void everyCellEqualsPlainSql(SandState.Show show) throws Exception {
        SandBoard board = load(BRANCHES.withShow(show));
        SandQuestions questions = new SandQuestions(board, Asked.WORDS, Asked.FIGURES);
        Map<SandKpi, Integer> compared = new HashMap<>();
        for (SandKpi kpi : board.figures().kpis()) {
            for (SandUnit unit : units(board.figures())) {
                Optional<NumberQuestion> question =
                        questions.cell(board.figures().cell(kpi, unit, MARCH));
                if (question.isPresent()) {
                    OptionalDouble expected = plain(kpi, unit, show);
                    assertThat(expected).as(question.get().name()).isPresent();
                    Asked.equalsSql(province, question.get(), expected.getAsDouble());
                    compared.merge(kpi, 1, Integer::sum);
                } else if (show == SandState.Show.VALUE) {
                    assertThat(plain(kpi, unit, show)).as(kpi + unit.name()).isEmpty();
                }
            }
        }
        assertThat(compared).hasSizeGreaterThan(10).containsKey(SandKpi.REVENUE);
    }

    @Test
    void everyNumberOfEveryTileEqualsPlainSql() throws Exception {
        SandBoard board = load(SandState.DEFAULT);
        SandQuestions questions = new SandQuestions(board, Asked.WORDS, Asked.FIGURES);
        SandUnit company = board.figures().area();

        for (SandKpi kpi : board.figures().kpis()) {
            AskedTile tile = questions.tile(kpi);
            PlainFigure plain = new PlainFigure(plain(kpi, company), MARCH, kpi.form(), "EXPECTATION");
            if (kpi == SandKpi.COMPLETION) {
                double completion = plain.series().value(MARCH).orElseThrow();
                Asked.equalsSql(province, tile.numbers().apply(0), completion);
                Asked.equalsSql(province, tile.numbers().apply(1), completion);
                Asked.equalsSql(province, tile.numbers().apply(2), completion - due(company));
            } else {
                plain.equalsTile(province, board.total(kpi).figure(), tile.numbers());
            }
            assertThat(tile.numbers().apply(0).facts()).as(kpi.toString()).isNotEmpty();
        }
    }

    @Test
    void figuresAndCausesOfTheReasonsEqualPlainSql() throws Exception {
        Map<String, Map<Integer, Map<String, Object>>> parts = new HashMap<>();
        for (Map<String, Object> row :
                province.resource(SandNumbersTest.class, "/org/shapan/portal/locate/movements.sql")) {
            parts.computeIfAbsent((String) row.get("part"), part -> new HashMap<>())
                    .put(((Number) row.get("k_month")).intValue(), row);
        }
        SandBoard board = load(BRANCHES);
        SandQuestions questions = new SandQuestions(board, Asked.WORDS, Asked.FIGURES);
        int located = 0;
        for (SandReason reason : board.reasons()) {
            SandCell cell = reason.first();
            PlainFigure plain = new PlainFigure(
                    plain(cell.kpi(), cell.unit()), MARCH, cell.kpi().form(), "EXPECTATION");
            Asked.equalsSql(
                    province,
                    questions.number(cell, 0, "x"),
                    plain.series().value(MARCH).orElseThrow());
            if (cell.kpi() != SandKpi.COMPLETION && cell.figure().change().isPresent()) {
                Asked.equalsSql(
                        province,
                        questions.deviation(cell, "x"),
                        plain.deviation().orElseThrow());
            }
            if (reason.movement().isPresent()) {
                Movement movement = reason.movement().get();
                Part end = movement.ends().getFirst();
                List<Entity> path = end.entity().path();
                String owner = end.name() + "@" + path.get(path.size() - 2).name();
                Asked.equalsSql(
                        province,
                        questions.contribution(reason, movement, end),
                        moved(PlainFigure.months(parts.get(owner), movement.measure()))
                                / moved(PlainFigure.months(parts.get(cell.unit().name()), movement.measure())));
                located++;
            }
        }
        assertThat(located).isPositive();
    }

    /** How far March lies from its expectation; what has too little past is expected at its mean of three months. */
    private static double moved(MonthlySeries series) {
        double recent = 0;
        for (int back = 1; back <= 3; back++) {
            recent += series.value(MARCH.minusMonths(back)).orElse(0);
        }
        return series.value(MARCH).orElse(0) - Expectation.of(series, MARCH).orElse(recent / 3);
    }

    @Test
    void redServiceProvidersAndTheirFeeEqualPlainSql() throws Exception {
        SpBoard sp = load(SandState.DEFAULT).sp().orElseThrow();
        AskedTile tile = new SandQuestions(load(SandState.DEFAULT), Asked.WORDS, Asked.FIGURES).serviceProviders(sp);
        List<SpRow> red = SandText.red(sp);
        Object fee = province.rows(
                        "SELECT SUM(fee) AS fee FROM f_sp_user JOIN d_sp_code USING (k_sp_code) WHERE k_month = 201003"
                                + " AND list_contains(string_split(?, ','), company_code)",
                        String.join(
                                ",", red.stream().map(row -> row.unit().code()).toList()))
                .getFirst()
                .get("fee");

        assertThat(red).isNotEmpty();
        Asked.equalsSql(province, tile.numbers().apply(0), red.size());
        Asked.equalsSql(province, tile.numbers().apply(1), ((Number) fee).doubleValue());
        Asked.answer(province, CiProvince.user(), tile.numbers().apply(2));
    }

    /** A cell by plain SQL alone, as the chosen comparison has it; the completion of a target is held against what is due. */
    private static OptionalDouble plain(SandKpi kpi, SandUnit unit, SandState.Show show) {
        MonthlySeries series = plain(kpi, unit);
        OptionalDouble value = series.value(MARCH);
        return switch (show) {
            case VALUE -> value;
            case EXPECTATION ->
                kpi == SandKpi.COMPLETION && value.isPresent()
                        ? OptionalDouble.of(value.getAsDouble() - due(unit))
                        : new PlainFigure(series, MARCH, kpi.form(), "EXPECTATION").deviation();
            case LAST_YEAR -> new PlainFigure(series, MARCH, kpi.form(), "LAST_YEAR").deviation();
        };
    }

    private static MonthlySeries plain(SandKpi kpi, SandUnit unit) {
        return PlainFigure.months(UNITS.getOrDefault(unit.name(), Map.of()), kpi.measure());
    }

    /** The part of the year's target that should be reached by the end of March. */
    private static double due(SandUnit unit) {
        return TargetProgress.due(plain(SandKpi.REVENUE, unit), MARCH);
    }

    private static List<SandUnit> units(SandFigures figures) {
        List<SandUnit> units = new ArrayList<>(List.of(figures.area()));
        units.addAll(figures.parts());
        return units;
    }

    private static SandBoard load(SandState state) {
        return ((BoardResult.Loaded<SandBoard>)
                        new SandPresenter(province.cubes(), CiProvince.user(), Locale.ENGLISH, province.asOf())
                                .load(state, null, true))
                .board();
    }
}
