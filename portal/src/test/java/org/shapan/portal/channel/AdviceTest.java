package org.shapan.portal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.cubes.CiProvince;
import org.shapan.portal.explain.Asked;
import org.shapan.portal.explain.NumberQuestion;

/** Action on social channels over the smallest province, against plain SQL; and what a branch user sees of it. */
class AdviceTest {
    private static final String BRANCH = "[Area].[Managed].[Zhuhai].[Xiangzhou]";
    private static final String OTHER = "[Area].[Managed].[Zhuhai].[Doumen]";

    private static CiProvince province;

    @BeforeAll
    static void open() throws Exception {
        province = CiProvince.get();
    }

    @Test
    void everyTypeHasAnActionAndTheFiguresOfPlainSql() throws Exception {
        AdviceBoard board = load(CiProvince.user(), new AdviceState(null, null, null));
        List<Map<String, Object>> sql =
                province.rows("SELECT type_en AS name, count(*) AS n, sum(contribution) - sum(input) AS net,"
                        + " sum(withheld) AS withheld FROM f_social_month JOIN d_value_type USING (k_value_type)"
                        + " WHERE k_month = 201003 GROUP BY ALL");

        assertThat(board.types()).hasSameSizeAs(sql);
        for (Map<String, Object> row : sql) {
            AdviceBoard.Line line = board.types().stream()
                    .filter(type -> type.name().equals(row.get("name")))
                    .findFirst()
                    .orElseThrow();
            assertThat(Advice.of(line.name())).as(line.name()).isPresent();
            equal(line, AdvicePresenter.COUNT, row.get("n"));
            equal(line, AdvicePresenter.NET_VALUE, row.get("net"));
            equal(line, AdvicePresenter.WITHHELD, row.get("withheld"));
        }
    }

    @Test
    void channelsOfATypeAreThoseOfTheWarehouse() throws Exception {
        for (AdviceBoard.Line type :
                load(CiProvince.user(), new AdviceState(null, null, null)).types()) {
            AdviceBoard board = load(CiProvince.user(), new AdviceState(null, null, type.name()));
            List<String> sql = province
                    .rows(
                            "SELECT code FROM f_social_month JOIN d_channel USING (k_channel) JOIN d_value_type USING (k_value_type)"
                                    + " WHERE k_month = 201003 AND type_en = ?",
                            type.name())
                    .stream()
                    .map(row -> (String) row.get("code"))
                    .toList();

            assertThat(board.shown().orElseThrow().name()).isEqualTo(type.name());
            assertThat(board.channels()).hasSize(Math.min(sql.size(), AdviceBoard.MOST));
            assertThat(board.channels().stream().map(AdviceBoard.Line::name)).isSubsetOf(sql);
            assertThat(board.channels().stream()
                            .map(line -> line.value(AdvicePresenter.INPUT).orElse(0))
                            .toList())
                    .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        }
    }

    @Test
    void aBranchManagerSeesChannelsOfTheOwnBranchOnly() throws Exception {
        int listed = 0;
        PortalUser manager = CiProvince.user(BRANCH);
        List<String> own = province
                .rows(
                        "SELECT d_channel.code FROM f_social_month f JOIN d_channel USING (k_channel) JOIN d_area a ON a.k_area = f.k_area"
                                + " WHERE k_month = 201003 AND branch_en = 'Xiangzhou'")
                .stream()
                .map(row -> (String) row.get("code"))
                .toList();
        for (AdviceBoard.Line type :
                load(manager, new AdviceState(null, null, null)).types()) {
            List<String> codes = load(manager, new AdviceState(null, null, type.name())).channels().stream()
                    .map(AdviceBoard.Line::name)
                    .toList();
            assertThat(codes).isSubsetOf(own);
            listed += codes.size();
        }
        assertThat(listed).isPositive();
        assertThat(presenter(manager).load(new AdviceState(null, OTHER, null)))
                .isInstanceOf(BoardResult.NotVisible.class);
    }

    @Test
    void everyNumberIsExplainedWithinTheOwnBranch() throws Exception {
        PortalUser manager = CiProvince.user(BRANCH);
        AdviceBoard board = load(manager, new AdviceState(null, null, null));
        AdviceQuestions questions = new AdviceQuestions(board, Asked.WORDS, Asked.FIGURES);
        int asked = 0;
        for (String measure : AdvicePresenter.MEASURES) {
            for (AdviceBoard.Line line :
                    List.of(board.types().getFirst(), board.channels().getFirst())) {
                Optional<NumberQuestion> question = questions.figure(line, measure, measure);
                if (question.isPresent()) {
                    Asked.staysIn(province, manager, question.get(), "Xiangzhou");
                    asked++;
                }
            }
        }
        assertThat(asked).isGreaterThan(AdvicePresenter.MEASURES.size());
    }

    @Test
    void everyNumberOfATypeIsExplainedByWhatPlainSqlGives() throws Exception {
        AdviceBoard board = load(CiProvince.user(), new AdviceState(null, null, null));
        AdviceQuestions questions = new AdviceQuestions(board, Asked.WORDS, Asked.FIGURES);
        for (AdviceBoard.Line line :
                List.of(board.types().getFirst(), board.channels().getFirst())) {
            boolean channel = line == board.channels().getFirst();
            Map<String, Object> sql = province.rows(
                            "SELECT count(*) AS n, sum(input) AS input, sum(contribution) AS contribution,"
                                    + " sum(contribution) - sum(input) AS net, sum(withheld) AS withheld,"
                                    + " sum(contribution) / sum(input) AS yield, sum(score) / sum(channels) AS score"
                                    + " FROM f_social_month JOIN d_value_type USING (k_value_type)"
                                    + " JOIN d_channel USING (k_channel) WHERE k_month = 201003 AND "
                                    + (channel ? "code = ?" : "type_en = ?"),
                            line.name())
                    .getFirst();
            Map<String, String> columns = Map.of(
                    AdvicePresenter.COUNT, "n",
                    AdvicePresenter.INPUT, "input",
                    AdvicePresenter.CONTRIBUTION, "contribution",
                    AdvicePresenter.NET_VALUE, "net",
                    AdvicePresenter.WITHHELD, "withheld",
                    AdvicePresenter.YIELD, "yield",
                    AdvicePresenter.SCORE, "score");
            assertThat(columns).containsOnlyKeys(AdvicePresenter.MEASURES);
            for (Map.Entry<String, String> column : columns.entrySet()) {
                Optional<NumberQuestion> question = questions.figure(line, column.getKey(), column.getKey());
                if (question.isPresent()) {
                    Asked.equalsSql(province, question.get(), ((Number) sql.get(column.getValue())).doubleValue());
                }
            }
        }
    }

    @Test
    void whatDoesNotExistIsNotShown() {
        assertThat(presenter(CiProvince.user()).load(new AdviceState(null, null, "[x]} ON 0")))
                .isInstanceOf(BoardResult.NotVisible.class);
        assertThat(presenter(CiProvince.user()).load(new AdviceState("199901", null, null)))
                .isEqualTo(new BoardResult.NoPeriod<>("199901"));
    }

    @Test
    void theLinkSaysWhatIsShown() {
        AdviceState state = new AdviceState("201002", BRANCH, "Mature");
        Map<String, List<String>> again = new HashMap<>();
        state.parameters().forEach((name, value) -> again.put(name, List.of(value)));

        assertThat(AdviceState.parse(again)).isEqualTo(state);
    }

    private static void equal(AdviceBoard.Line line, String measure, Object sql) {
        assertThat(line.value(measure).orElseThrow())
                .as(line.name() + " " + measure)
                .isCloseTo(((Number) sql).doubleValue(), within(0.01));
    }

    private static AdvicePresenter presenter(PortalUser user) {
        return new AdvicePresenter(province.cubes(), user, Locale.ENGLISH, province.asOf());
    }

    private static AdviceBoard load(PortalUser user, AdviceState state) {
        BoardResult<AdviceBoard> result = presenter(user).load(state);
        assertThat(result).isInstanceOf(BoardResult.Loaded.class);
        return ((BoardResult.Loaded<AdviceBoard>) result).board();
    }
}
