package org.shapan.portal.locate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shapan.insight.Expectation;
import org.shapan.insight.Judge;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.locate.LogicDimension;
import org.shapan.insight.locate.Movement;
import org.shapan.insight.locate.Part;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.cubes.CiProvince;
import org.shapan.portal.customer.CustomerList;
import org.shapan.portal.explain.Asked;
import org.shapan.portal.explain.PlainFigure;

/** Every number of a localisation against plain SQL over the facts. */
class LocateNumbersTest {
    private static final YearMonth MARCH = YearMonth.of(2010, 3);

    /** What SQL has, by part and month. */
    private static final Map<String, Map<Integer, Map<String, Object>>> PARTS = new HashMap<>();

    private static final Set<LocateKpi> CROSSED = EnumSet.noneOf(LocateKpi.class);

    private static CiProvince province;

    @AfterAll
    static void twoDimensionsMetSomewhere() {
        assertThat(CROSSED).isNotEmpty();
    }

    @BeforeAll
    static void open() throws Exception {
        province = CiProvince.get();
        for (Map<String, Object> row : province.resource(LocateNumbersTest.class, "movements.sql")) {
            PARTS.computeIfAbsent((String) row.get("part"), part -> new HashMap<>())
                    .put(((Number) row.get("k_month")).intValue(), row);
        }
    }

    @ParameterizedTest
    @EnumSource(LocateKpi.class)
    void everyNodeOfTheTreeEqualsPlainSql(LocateKpi kpi) throws Exception {
        LocateBoard board = load(kpi);
        LocateQuestions questions = questions(board);
        double whole = moved("Company", kpi);
        for (TreeNode node : board.path()) {
            double expected = expected(part(board, node), kpi);
            double actual = actual(part(board, node), kpi);
            Asked.equalsSql(province, questions.value(node), actual);
            Asked.equalsSql(province, questions.expected(node), expected);
            if (expected > 0) {
                Asked.equalsSql(province, questions.deviation(node), actual / expected - 1);
            }
        }
        Asked.equalsSql(province, questions.whole(), whole);
        int compared = 0;
        for (int i = 0; i < board.columns().size(); i++) {
            TreeColumn column = board.columns().get(i);
            for (TreeNode node : column.shown()) {
                double moved = moved(part(board, node), kpi);
                Asked.equalsSql(province, questions.node(node, false), moved);
                Asked.equalsSql(province, questions.node(node, true), moved / whole);
                compared++;
            }
            double others = 0;
            for (TreeNode node : column.others()) {
                others += moved(part(board, node), kpi);
            }
            if (!column.others().isEmpty()) {
                TreeNode parent = board.path().get(i);
                Asked.equalsSql(province, questions.others(parent, column.others(), false), others);
                Asked.equalsSql(province, questions.others(parent, column.others(), true), others / whole);
            }
        }
        assertThat(compared).isGreaterThan(5);
    }

    @ParameterizedTest
    @EnumSource(LocateKpi.class)
    void everyStepOfEveryDimensionEqualsPlainSql(LocateKpi kpi) throws Exception {
        LocateBoard board = load(kpi);
        LocateQuestions questions = questions(board);
        Movement movement = board.movement().orElseThrow();
        double whole = moved("Company", kpi);

        assertThat(movement.dimensions()).hasSize(kpi.isMoney() ? 6 : 4);
        for (LogicDimension dimension : movement.dimensions()) {
            double rest = whole;
            for (Part part : dimension.members()) {
                double moved = moved(dimension.hierarchy() + "|" + part.name(), kpi);
                assertThat(part.difference())
                        .as(part.name())
                        .isCloseTo(moved, org.assertj.core.api.Assertions.within(1e-6));
                if (dimension.explaining().contains(part)) {
                    Asked.equalsSql(province, questions.part(dimension, part, false), moved);
                    Asked.equalsSql(province, questions.part(dimension, part, true), moved / whole);
                    rest -= moved;
                }
            }
            Asked.equalsSql(province, questions.rest(movement, dimension, dimension.explaining()), rest);
        }
        if (movement.crossing().isPresent()) {
            double moved = moved(
                    movement.dimensions().subList(0, 2).stream()
                            .map(dimension -> dimension.hierarchy() + "|"
                                    + dimension.members().getFirst().name())
                            .collect(Collectors.joining(" × ")),
                    kpi);
            Asked.equalsSql(
                    province, questions.crossing(movement, movement.crossing().get(), false), moved);
            Asked.equalsSql(
                    province, questions.crossing(movement, movement.crossing().get(), true), moved / whole);
            CROSSED.add(kpi);
        }
        double customers = PlainFigure.months(PARTS.get("Company"), Judge.CUSTOMERS)
                .value(MARCH)
                .orElseThrow();
        double usual = Expectation.of(PlainFigure.months(PARTS.get("Company"), Judge.CUSTOMERS), MARCH)
                .orElseThrow();
        double volume = (customers - usual) * expected("Company", kpi) / usual;
        Asked.equalsSql(province, questions.volume(movement, false), volume);
        Asked.equalsSql(province, questions.volume(movement, true), whole - volume);
        for (Part end : movement.ends()) {
            String area =
                    end.entity().path().get(end.entity().path().size() - 2).name();
            Asked.equalsSql(province, questions.end(end), moved(end.name() + "@" + area, kpi) / whole);
        }
    }

    @Test
    void customersOfAReasonEqualPlainSql() throws Exception {
        LocateBoard board = load(LocateKpi.REVENUE);
        Map<String, Map<String, Object>> reasons = new HashMap<>();
        for (Map<String, Object> row : province.resource(
                LocateNumbersTest.class,
                "reasons.sql",
                board.at().name(),
                board.path().get(board.path().size() - 2).name())) {
            reasons.put((String) row.get("reason"), row);
        }
        List<CustomerList.Together> together = board.customers().orElseThrow().byReason();

        assertThat(together).hasSameSizeAs(reasons.keySet()).isNotEmpty();
        for (CustomerList.Together reason : together) {
            Map<String, Object> plain = reasons.get(reason.reason().toString());
            double moved = ((Number) plain.get("moved")).doubleValue();
            assertThat(reason.count()).isEqualTo(((Number) plain.get("customers")).intValue());
            Asked.equalsSql(province, questions(board).customers(reason, false), moved);
            Asked.equalsSql(
                    province, questions(board).customers(reason, true), moved / moved("Company", LocateKpi.REVENUE));
        }
    }

    /** The name of a node in the SQL; an owner may have customers in several micro areas. */
    private static String part(LocateBoard board, TreeNode node) {
        return node.level().isOwner()
                ? node.name() + "@" + board.path().get(board.path().size() - 2).name()
                : node.name();
    }

    private static double moved(String part, LocateKpi kpi) {
        return actual(part, kpi) - expected(part, kpi);
    }

    private static double actual(String part, LocateKpi kpi) {
        return series(part, kpi).value(MARCH).orElse(0);
    }

    /** What has too little past is expected at its mean of three months. */
    private static double expected(String part, LocateKpi kpi) {
        MonthlySeries series = series(part, kpi);
        double recent = 0;
        for (int back = 1; back <= 3; back++) {
            recent += series.value(MARCH.minusMonths(back)).orElse(0);
        }
        OptionalDouble expected = Expectation.of(series, MARCH);
        return expected.orElse(recent / 3);
    }

    private static MonthlySeries series(String part, LocateKpi kpi) {
        return PlainFigure.months(PARTS.getOrDefault(part, Map.of()), kpi.measure());
    }

    private static LocateQuestions questions(LocateBoard board) {
        return new LocateQuestions(
                board, new LocateText(board, Asked.WORDS, Asked.FIGURES), Asked.WORDS, Asked.FIGURES);
    }

    private static LocateBoard load(LocateKpi kpi) {
        return ((BoardResult.Loaded<LocateBoard>)
                        new LocatePresenter(province.cubes(), CiProvince.user(), Locale.ENGLISH, province.asOf())
                                .load(LocateState.DEFAULT.withKpi(kpi.id())))
                .board();
    }
}
