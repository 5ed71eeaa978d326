package org.shapan.portal.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.cubes.CiProvince;
import org.shapan.portal.explain.Asked;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.explain.PlainFigure;
import org.shapan.portal.monitor.MonitorBoard.Row;
import org.shapan.portal.monitor.MonitorBoard.Rows;
import org.shapan.portal.monitor.MonitorBoard.Tile;

/** Every number of arrears, convergence, channels and halls against plain SQL over the facts. */
class MonitorNumbersTest {
    /** A month in which arrears were found malicious. */
    private static final String MALICIOUS = "200910";

    private static CiProvince province;
    private static final Map<Integer, Map<String, Object>> MONTHS = new HashMap<>();
    private static final Map<String, Map<String, Map<String, Object>>> LISTS = new HashMap<>();

    @BeforeAll
    static void open() throws Exception {
        province = CiProvince.get();
        for (Map<String, Object> row : province.resource(MonitorNumbersTest.class, "tiles.sql")) {
            MONTHS.put(((Number) row.get("k_month")).intValue(), row);
        }
        for (Map<String, Object> row : province.resource(MonitorNumbersTest.class, "rows.sql")) {
            LISTS.computeIfAbsent(row.get("k_month") + "|" + row.get("block"), block -> new HashMap<>())
                    .put((String) row.get("code"), row);
        }
    }

    @ParameterizedTest
    @EnumSource(MonitorPage.class)
    void everyNumberOfEveryTileEqualsPlainSql(MonitorPage page) throws Exception {
        MonitorBoard board = load(page, "201003");
        MonitorQuestions questions = new MonitorQuestions(board, Asked.WORDS, Asked.FIGURES);

        assertThat(board.tiles())
                .hasSize(page.tiles().stream()
                        .mapToInt(group -> group.metrics().size())
                        .sum());
        for (Tile tile : board.tiles()) {
            new PlainFigure(
                            PlainFigure.months(MONTHS, tile.metric().measure()),
                            board.month(),
                            tile.metric().form(),
                            "EXPECTATION")
                    .equalsTile(province, tile.figure(), questions.tile(tile).numbers());
        }
    }

    @ParameterizedTest
    @EnumSource(MonitorPage.class)
    void everyCellOfEveryListAndItsTotalEqualsPlainSql(MonitorPage page) throws Exception {
        for (String month : page == MonitorPage.ARREARS ? List.of(MALICIOUS, "201003") : List.of("201003")) {
            listsEqualPlainSql(load(page, month), page, month);
        }
    }

    private static void listsEqualPlainSql(MonitorBoard board, MonitorPage page, String month) throws Exception {
        MonitorQuestions questions = new MonitorQuestions(board, Asked.WORDS, Asked.FIGURES);

        assertThat(board.blocks()).hasSameSizeAs(page.blocks());
        for (Rows block : board.blocks()) {
            Map<String, Map<String, Object>> plain =
                    LISTS.get(month + "|" + block.block().key());
            areListed(block, plain);
            List<Row> rows = new ArrayList<>(block.rows());
            if (block.block().totalled()) {
                rows.add(block.total());
            }
            for (Row row : rows) {
                Map<String, Object> own = plain.get(row == block.total() ? "" : row.code());
                for (Metric metric : block.captions().keySet()) {
                    String what = block.block().key() + " " + row.code() + " " + metric.measure();
                    assertThat(own).as(what).containsKey(metric.measure());
                    Optional<NumberQuestion> question = questions.cell(block, row, metric);
                    OptionalDouble expected = number(own, metric);
                    assertThat(question.isPresent()).as(what).isEqualTo(expected.isPresent());
                    if (question.isPresent()) {
                        Asked.equalsSql(province, question.get(), expected.getAsDouble());
                    }
                }
            }
        }
    }

    /** The members of a list are those whose first figure is above 0, the largest first. */
    private static void areListed(Rows block, Map<String, Map<String, Object>> plain) {
        Metric first = block.captions().keySet().iterator().next();
        List<Double> largest = plain.entrySet().stream()
                .filter(each -> !each.getKey().isEmpty())
                .map(each -> number(each.getValue(), first).orElse(0))
                .filter(value -> value > 0)
                .sorted(Comparator.reverseOrder())
                .limit(Rows.MOST)
                .toList();
        assertThat(block.rows().stream()
                        .map(row -> number(plain.get(row.code()), first).orElse(0)))
                .as(block.block().key())
                .containsExactlyElementsOf(largest);
    }

    private static OptionalDouble number(Map<String, Object> row, Metric metric) {
        return row.get(metric.measure()) instanceof Number value
                ? OptionalDouble.of(value.doubleValue())
                : OptionalDouble.empty();
    }

    private static MonitorBoard load(MonitorPage page, String month) {
        return ((BoardResult.Loaded<MonitorBoard>)
                        new MonitorPresenter(province.cubes(), CiProvince.user(), Locale.ENGLISH, province.asOf())
                                .load(new MonitorState(month, null, page)))
                .board();
    }
}
