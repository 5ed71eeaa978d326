package org.shapan.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.olap4j.OlapConnection;
import org.shapan.engine.ConnectionSettings;
import org.shapan.engine.CubeServer;
import org.shapan.engine.CubeServerLimits;
import org.shapan.engine.database.TestDatabase;
import org.shapan.engine.market.Market;
import org.shapan.engine.mdx.AxisClause;
import org.shapan.engine.mdx.MdxParser;
import org.shapan.engine.mdx.SelectStatement;
import org.shapan.engine.mdx.Unparser;

/** What must hold of one random query and its variants. */
class MarketQueriesTest {
    private static final int QUERIES = Integer.getInteger("shapan.random.queries", 300);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final long seed = Seed.of(MarketQueriesTest.class);
    private final CubeServer server =
            Market.server(Market.random(TestDatabase.DUCKDB.open(), seed, 400), CubeServerLimits.defaults());

    /** NON EMPTY drops the positions of an axis at which every cell is empty, no more and no less. */
    @Test
    void nonEmptyDropsWhatIsEmpty() throws SQLException {
        int dropped = 0;
        try (OlapConnection connection = server.connect(ConnectionSettings.of(Market.CATALOG))) {
            MdxGenerator generator = new MdxGenerator(connection, seed);
            for (int i = 0; i < QUERIES; i++) {
                String mdx = generator.next();
                SelectStatement select = (SelectStatement) MdxParser.parseStatement(mdx);
                List<Boolean> nonEmpty =
                        select.axes().stream().map(AxisClause::nonEmpty).toList();
                Answer full = Answer.of(connection, Unparser.unparse(withEmpty(select)), PATIENCE);
                Answer expected = full.failure() == null ? withoutEmpty(full, nonEmpty) : full;
                Answer answer = Answer.of(connection, mdx, PATIENCE);
                assertThat(answer.difference(expected))
                        .as("seed %d\n%s", seed, mdx)
                        .isNull();
                dropped += full.cells().size() > expected.cells().size() ? 1 : 0;
            }
        }
        assertThat(dropped).isGreaterThan(QUERIES / 20);
    }

    @Test
    void aQueryWrittenFromItsTreeIsTheSameQuery() throws SQLException {
        try (OlapConnection connection = server.connect(ConnectionSettings.of(Market.CATALOG))) {
            MdxGenerator generator = new MdxGenerator(connection, seed);
            for (int i = 0; i < QUERIES; i++) {
                String mdx = generator.next();
                String written = Unparser.unparse(MdxParser.parseStatement(mdx));
                assertThat(Unparser.unparse(MdxParser.parseStatement(written))).isEqualTo(written);
                assertThat(Answer.of(connection, written, PATIENCE).difference(Answer.of(connection, mdx, PATIENCE)))
                        .as("seed %d\n%s\n%s", seed, mdx, written)
                        .isNull();
            }
        }
    }

    private static SelectStatement withEmpty(SelectStatement select) {
        List<AxisClause> axes = select.axes().stream()
                .map(axis -> new AxisClause(axis.ordinal(), false, axis.set(), List.of(), axis.region()))
                .toList();
        return new SelectStatement(
                select.with(), axes, select.from(), select.slicerOrNull(), List.of(), select.region());
    }

    private static Answer withoutEmpty(Answer full, List<Boolean> nonEmpty) {
        int count = full.axes().size();
        List<boolean[]> kept = new ArrayList<>();
        for (List<List<String>> axis : full.axes()) {
            kept.add(new boolean[axis.size()]);
        }
        for (int cell = 0; cell < full.cells().size(); cell++) {
            int rest = cell;
            for (int axis = 0; axis < count; axis++) {
                int size = full.axes().get(axis).size();
                kept.get(axis)[rest % size] |=
                        !nonEmpty.get(axis) || full.cells().get(cell) != null;
                rest /= size;
            }
        }
        List<List<List<String>>> axes = new ArrayList<>();
        for (int axis = 0; axis < count; axis++) {
            List<List<String>> positions = new ArrayList<>();
            for (int i = 0; i < kept.get(axis).length; i++) {
                kept.get(axis)[i] |= !nonEmpty.get(axis);
                if (kept.get(axis)[i]) {
                    positions.add(full.axes().get(axis).get(i));
                }
            }
            axes.add(positions);
        }
        List<Object> cells = new ArrayList<>();
        for (int cell = 0; cell < full.cells().size(); cell++) {
            int rest = cell;
            boolean stays = true;
            for (int axis = 0; axis < count; axis++) {
                int size = full.axes().get(axis).size();
                stays &= kept.get(axis)[rest % size];
                rest /= size;
            }
            if (stays) {
                cells.add(full.cells().get(cell));
            }
        }
        return new Answer(axes, cells, null, null);
    }
}
