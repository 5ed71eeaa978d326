package org.shapan.portal.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.shapan.insight.Parameters;
import org.shapan.insight.State;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.board.Form;
import org.shapan.portal.cubes.CiProvince;
import org.shapan.portal.explain.Asked;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.explain.Numbers.AskedTile;
import org.shapan.portal.monitor.MonitorBoard.Row;
import org.shapan.portal.monitor.MonitorBoard.Rows;
import org.shapan.portal.monitor.MonitorBoard.Tile;

/** Channels and halls over a real warehouse and the real engine, against plain SQL and the pivot; and what a branch user sees of them. */
class MonitorTest {
    private static final String BRANCH = "[Area].[Managed].[Zhuhai].[Xiangzhou]";
    private static final String OTHER = "[Area].[Managed].[Zhuhai].[Doumen]";

    private static CiProvince province;

    @BeforeAll
    static void open() throws Exception {
        province = CiProvince.get();
    }

    @Test
    void aBranchUserIsToldEveryNumberOfTheOwnBranchAndNothingOfAnother() throws Exception {
        PortalUser manager = CiProvince.user(BRANCH);
        for (MonitorPage page : MonitorPage.values()) {
            MonitorBoard board = load(manager, page(page));
            MonitorQuestions questions = new MonitorQuestions(board, Asked.WORDS, Asked.FIGURES);
            int asked = 0;
            for (Tile tile : board.tiles()) {
                AskedTile shown = questions.tile(tile);
                for (int place = 0; place <= shown.content().comparisons().size(); place++) {
                    Asked.staysIn(province, manager, shown.numbers().apply(place), "Xiangzhou");
                    asked++;
                }
            }
            for (Rows block : board.blocks()) {
                List<Row> rows = new java.util.ArrayList<>(block.rows());
                rows.add(block.total());
                for (Row row : rows) {
                    for (Metric metric : block.captions().keySet()) {
                        Optional<NumberQuestion> question = questions.cell(block, row, metric);
                        if (question.isPresent()) {
                            Asked.staysIn(province, manager, question.get(), "Xiangzhou");
                            asked++;
                        }
                    }
                }
            }
            assertThat(asked).as(page.toString()).isGreaterThan(5);
            MonitorBoard other = load(CiProvince.user(), page(page).withArea(OTHER));
            MonitorQuestions foreign = new MonitorQuestions(other, Asked.WORDS, Asked.FIGURES);
            for (Tile tile : other.tiles()) {
                Asked.isRefused(province, manager, foreign.tile(tile).numbers().apply(0));
            }
        }
    }

    @Test
    void rowsAreWhatThePivotAnswersAndTheirTotalIsThatOfTheTiles() throws Exception {
        int compared = 0;
        int totals = 0;
        for (MonitorPage page : MonitorPage.values()) {
            MonitorBoard board = load(CiProvince.user(), page(page).withArea(BRANCH));
            assertThat(board.blocks()).as(page.toString()).hasSameSizeAs(page.blocks());
            for (Rows block : board.blocks()) {
                for (Row row : block.rows().stream().limit(3).toList()) {
                    for (Metric metric : block.captions().keySet()) {
                        String mdx = "SELECT { [Measures].[" + metric.measure() + "] } ON COLUMNS FROM ["
                                + block.block().cube() + "] WHERE ([Time].[Calendar].[2010].[Q1].[201003], " + BRANCH
                                + ", " + row.uniqueName() + ")";
                        if (row.value(metric).isPresent()) {
                            assertThat(row.value(metric).getAsDouble()).as(mdx).isCloseTo(cell(mdx), within(1e-9));
                            compared++;
                        }
                    }
                }
                for (Tile tile : board.tiles()) {
                    for (Metric metric : block.captions().keySet()) {
                        if (tile.metric().measure().equals(metric.measure())
                                && tile.cube().equals(block.block().cube())) {
                            assertThat(block.total().value(metric).orElse(0))
                                    .isEqualTo(tile.figure().value().orElseThrow());
                            totals++;
                        }
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(50);
        assertThat(totals).isGreaterThan(10);
    }

    @Test
    void outletsShortOfStockAreThoseOfTheTable() throws Exception {
        MonitorBoard board = load(CiProvince.user(), page(MonitorPage.MONITOR));
        Rows shortOfStock = board.blocks().stream()
                .filter(block -> block.block().key().equals("short"))
                .findFirst()
                .orElseThrow();
        double sql = number(
                "SELECT COUNT(DISTINCT k_channel) AS v FROM f_channel_cost WHERE k_month = 201003 AND short_outlet > 0");

        assertThat(shortOfStock.rows()).hasSize((int) Math.min(sql, Rows.MOST));
    }

    @Test
    void whatElectronicChannelsDoIsSaidOfTheCompanyOnly() throws Exception {
        MonitorBoard company = load(CiProvince.user(), page(MonitorPage.COST));

        equalsSql(
                company,
                "Diversion rate",
                "SELECT SUM(tx_diverted) / SUM(tx_eligible) AS v FROM f_channel_day WHERE k_month = 201003");
        assertThat(ids(company)).contains("CHN-14", "CHN-15", "CHN-73");
        for (MonitorBoard branch : List.of(
                load(CiProvince.user(), page(MonitorPage.COST).withArea(BRANCH)),
                load(CiProvince.user(BRANCH), page(MonitorPage.COST)))) {
            assertThat(ids(branch))
                    .contains("CHN-13", "CHN-72")
                    .doesNotContainAnyElementsOf(MonitorPresenter.OF_COMPANY);
        }
    }

    private static Set<String> ids(MonitorBoard board) {
        return Stream.concat(
                        board.tiles().stream().map(Tile::metric),
                        board.blocks().stream().flatMap(block -> block.captions().keySet().stream()))
                .map(Metric::id)
                .collect(Collectors.toSet());
    }

    @Test
    void figuresAreJudgedAsByTheRules() {
        Metric stock = Metric.of("Days", "", Form.TENTHS).beyond("A-CH-04").given("Sales", "A-CH-04.least-sales");
        Metric busy = Metric.of("Busy", "", Form.RATE).from("A-CH-07").given("Attempts", "A-CH-07.least-attempts");
        Metric fees = Metric.of("Ratio", "", Form.RATE)
                .from("A-SP-08.ratio")
                .given("Users", "sp.least-users")
                .given("Fee", "sp.least-fee");

        assertThat(judged(stock, "Days", 7, "Sales", 12)).isEqualTo(State.GREEN);
        assertThat(judged(stock, "Days", 6.9, "Sales", 12)).isEqualTo(State.YELLOW);
        assertThat(judged(stock, "Days", 2.9, "Sales", 12)).isEqualTo(State.RED);
        assertThat(judged(stock, "Days", 2.9, "Sales", 11)).isEqualTo(State.NONE);
        assertThat(judged(busy, "Busy", 0.05, "Attempts", 100)).isEqualTo(State.YELLOW);
        assertThat(judged(busy, "Busy", 0.10, "Attempts", 100)).isEqualTo(State.RED);
        assertThat(judged(busy, "Busy", 0.10, "Attempts", 99)).isEqualTo(State.NONE);
        assertThat(judged(busy, "Attempts", 100, "Fee", 1)).isEqualTo(State.NONE);
        assertThat(judged(fees, "Ratio", 0.2, "Users", 30)).isEqualTo(State.RED);
        assertThat(judged(fees, "Ratio", 0.2, "Fee", 3000)).isEqualTo(State.RED);
        assertThat(judged(fees, "Ratio", 0.2, "Fee", 2999)).isEqualTo(State.NONE);
    }

    private static State judged(Metric metric, String one, double value, String other, double otherValue) {
        Map<String, Double> figures = Map.of(one, value, other, otherValue);
        return metric.judge(
                measure ->
                        figures.containsKey(measure) ? OptionalDouble.of(figures.get(measure)) : OptionalDouble.empty(),
                Parameters.current());
    }

    @Test
    void daysOfStockOfOutletsThatSellLittleHaveNoColour() throws Exception {
        Rows outlets = load(CiProvince.user(), page(MonitorPage.MONITOR)).blocks().stream()
                .filter(block -> block.block().key().equals("short"))
                .findFirst()
                .orElseThrow();
        Metric days = outlets.captions().keySet().stream()
                .filter(metric -> metric.id().equals("CHN-21"))
                .findFirst()
                .orElseThrow();

        assertThat(outlets.rows()).isNotEmpty();
        for (Row row : outlets.rows()) {
            double sales = number("SELECT COALESCE(SUM(sales), 0) AS v FROM f_channel_stock"
                    + " JOIN d_channel USING (k_channel) WHERE k_day // 100 = 201003 AND code = '" + row.code() + "'");
            assertThat(row.state(days) == State.NONE)
                    .as(row.code() + " sells " + sales)
                    .isEqualTo(sales < 12 || row.value(days).isEmpty());
        }
    }

    @Test
    void aBranchUserSeesNoOtherBranch() throws Exception {
        PortalUser manager = CiProvince.user(BRANCH);
        for (MonitorPage page : MonitorPage.values()) {
            MonitorBoard own = load(manager, page(page));
            MonitorBoard asked = load(CiProvince.user(), page(page).withArea(BRANCH));

            assertThat(own.path()).hasSize(1);
            assertThat(own.tiles()).as(page.toString()).isNotEmpty();
            assertThat(own.blocks()).as(page.toString()).hasSameSizeAs(asked.blocks());
            assertThat(own.areas())
                    .isNotEmpty()
                    .allMatch(choice -> choice.uniqueName().startsWith(BRANCH));
            for (Tile tile : own.tiles()) {
                Tile same = asked.tiles().stream()
                        .filter(each -> each.metric().equals(tile.metric()))
                        .findFirst()
                        .orElseThrow();
                assertThat(tile.figure().value())
                        .as(tile.caption())
                        .isEqualTo(same.figure().value());
            }
            assertThat(own.tiles()).noneMatch(tile -> tile.metric().id().equals("CHN-02"));
            for (int i = 0; i < own.blocks().size(); i++) {
                assertThat(own.blocks().get(i).rows())
                        .isEqualTo(asked.blocks().get(i).rows());
            }
            for (String beyond : List.of(OTHER, "[Area].[Managed].[Company]", "[Area]}, {[x]")) {
                assertThat(presenter(manager).load(page(page).withArea(beyond)))
                        .isInstanceOf(BoardResult.NotVisible.class);
            }
        }
    }

    @Test
    void whatIsNotThereIsSaidAndTheUrlTellsTheState() {
        assertThat(presenter(CiProvince.user()).load(page(MonitorPage.COST).withPeriod("201004")))
                .isEqualTo(new BoardResult.NoPeriod<MonitorBoard>("201004"));
        MonitorState state = new MonitorState("200912", BRANCH, MonitorPage.VALUE);
        Map<String, List<String>> again = new HashMap<>();
        state.parameters(ChannelsView.PAGES).forEach((name, text) -> again.put(name, List.of(text)));

        assertThat(MonitorState.parse(again, ChannelsView.PAGES)).isEqualTo(state);
        assertThat(page(MonitorPage.MONITOR).parameters(ChannelsView.PAGES)).isEmpty();
    }

    private static MonitorState page(MonitorPage page) {
        return new MonitorState(null, null, page);
    }

    private static MonitorPresenter presenter(PortalUser user) {
        return new MonitorPresenter(province.cubes(), user, Locale.ENGLISH, province.asOf());
    }

    private static MonitorBoard load(PortalUser user, MonitorState state) {
        BoardResult<MonitorBoard> result = presenter(user).load(state);
        assertThat(result).isInstanceOf(BoardResult.Loaded.class);
        return ((BoardResult.Loaded<MonitorBoard>) result).board();
    }

    private static void equalsSql(MonitorBoard board, String measure, String sql) throws Exception {
        Tile tile = board.tiles().stream()
                .filter(each -> each.metric().measure().equals(measure))
                .findFirst()
                .orElseThrow();
        assertThat(tile.figure().value().orElseThrow()).as(measure).isCloseTo(number(sql), within(1e-6));
        NumberQuestion question = new MonitorQuestions(board, Asked.WORDS, Asked.FIGURES)
                .tile(tile)
                .numbers()
                .apply(0);
        Asked.equalsSql(province, question, number(sql));
    }

    private static double number(String sql) throws Exception {
        return ((Number) province.rows(sql).getFirst().get("v")).doubleValue();
    }

    private static double cell(String mdx) throws Exception {
        try (OlapConnection connection = province.cubes().connect(CiProvince.user(), Locale.ENGLISH);
                var statement = connection.createStatement();
                CellSet cells = statement.executeOlapQuery(mdx)) {
            return cells.getCell(0).getDoubleValue();
        }
    }
}
