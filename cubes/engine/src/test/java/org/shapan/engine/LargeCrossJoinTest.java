package org.shapan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.OlapStatement;
import org.shapan.engine.api.CellBlock;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.star.Bakery;

/** Cross joins far larger than what has values: 10,000 buyers and 1,000 goods, 50,000 pairs with a sale. */
class LargeCrossJoinTest {
    private static final String PAIRS = "CrossJoin([Buyer].[Buyer].Members, [Goods].[Goods].Members)";
    private static final Bakery DATABASE = new Bakery();
    private static CubeServer server;

    @BeforeAll
    static void open() {
        DATABASE.run(
                "CREATE TABLE buyer AS SELECT i AS buyer_id, 'b' || i AS buyer FROM range(10000) r(i)",
                "CREATE TABLE goods AS SELECT i AS goods_id, 'g' || i AS goods, i % 20 AS kind FROM range(1000) r(i)",
                // 7919 and 10,000,000 have no common divisor: no pair comes twice
                "CREATE TABLE bought AS SELECT n // 1000 AS buyer_id, n % 1000 AS goods_id, i % 12 + 1 AS month, 1 AS pieces"
                        + " FROM (SELECT i, i * 7919 % 10000000 AS n FROM range(50000) r(i))");
        server = CubeServer.builder(DATABASE.source()).build();
        server.load("Shop", Bakery.definition("""
                <Cube name='Sales'><Table name='bought'/>
                  <Dimension name='Buyer' foreignKey='buyer_id'>
                    <Hierarchy hasAll='true' primaryKey='buyer_id'><Table name='buyer'/>
                      <Level name='Buyer' column='buyer' uniqueMembers='true'/>
                    </Hierarchy>
                  </Dimension>
                  <Dimension name='Goods' foreignKey='goods_id'>
                    <Hierarchy hasAll='true' primaryKey='goods_id'><Table name='goods'/>
                      <Level name='Kind' column='kind' type='Integer' uniqueMembers='true'/>
                      <Level name='Goods' column='goods' uniqueMembers='true'/>
                    </Hierarchy>
                  </Dimension>
                  <Dimension name='Month'><Hierarchy hasAll='true'>
                    <Level name='Month' column='month' type='Integer' uniqueMembers='true'/>
                  </Hierarchy></Dimension>
                  <Measure name='Pieces' column='pieces' aggregator='sum'/>
                </Cube>
                """, ""));
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void tenMillionTuplesUnderNonEmptyAreAnsweredBesideSmallQueries() throws Exception {
        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> large = other.submit(() -> ask("SELECT NON EMPTY " + PAIRS + " ON 0 FROM [Sales]"));
            int small = 0;
            do {
                Answer answer =
                        ask("SELECT [Goods].[Kind].Members ON 0 FROM [Sales] WHERE [Month].[" + (small % 12 + 1) + "]");
                assertThat(answer.positions).isEqualTo(20);
                small++;
            } while (!large.isDone());

            assertThat(large.get()).isEqualTo(new Answer(50_000, 50_000));
        }
    }

    @Test
    void aProductBeyondTheBudgetIsRefusedAndTheNextQueryAnswered() throws SQLException {
        OlapException refused = null;
        try {
            ask("SELECT CrossJoin([Month].[Month].Members, " + PAIRS + ") ON 0 FROM [Sales]");
        } catch (OlapException e) {
            refused = e;
        }

        assertThat((Throwable) refused).isNotNull();
        assertThat(refused.getCause()).isInstanceOfSatisfying(EngineException.class, e -> {
            assertThat(e.code()).isEqualTo(OlapErrorCode.BUDGET_EXCEEDED);
            assertThat(e).hasMessageContaining("shapan.query.max-tuples");
        });
        assertThat(ask("SELECT [Goods].[Kind].Members ON 0 FROM [Sales]")).isEqualTo(new Answer(20, 50_000));
    }

    /** @param sum over all cells */
    private record Answer(int positions, long sum) {}

    private static Answer ask(String mdx) throws SQLException {
        try (OlapConnection connection = server.connect(ConnectionSettings.of("Shop"));
                OlapStatement statement = connection.createStatement()) {
            CellBlock cells = statement.executeOlapQuery(mdx).unwrap(CellBlock.class);
            long sum = 0;
            for (int ordinal = 0; ordinal < cells.cellCount(); ordinal++) {
                sum += (long) cells.doubleValue(ordinal);
            }
            return new Answer(cells.positionCount(0), sum);
        }
    }
}
