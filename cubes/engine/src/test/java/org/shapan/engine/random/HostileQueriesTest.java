package org.shapan.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.olap4j.OlapConnection;
import org.shapan.engine.ConnectionSettings;
import org.shapan.engine.CubeServer;
import org.shapan.engine.CubeServerLimits;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.database.TestDatabase;
import org.shapan.engine.market.Market;

/** Whatever is asked, a result or a typed error is the answer, within the time that the query has, and the next one is answered. */
@Timeout(180)
class HostileQueriesTest {
    private static final int MUTATIONS = Integer.getInteger("shapan.random.queries", 1_000);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final CubeServer SERVER =
            Market.server(Market.golden(TestDatabase.DUCKDB.open()), CubeServerLimits.defaults());

    static List<String> hostile() {
        String all =
                "Time.Members, Time.Season.Members, Shop.Members, Item.Members, Item.Band.Members, Seller.Members, Origin.Members";
        String nine = "9".repeat(390);
        List<String> queries = new ArrayList<>(List.of(
                "SELECT CrossJoin(" + all + ", Channel.Members) ON 0 FROM Sales",
                "SELECT NON EMPTY CrossJoin(" + all + ", Channel.Members) ON 0 FROM Sales",
                "WITH MEMBER Measures.x AS Count(CrossJoin(" + all + ")) SELECT {Measures.x} ON 0 FROM Sales",
                "WITH MEMBER Measures.x AS Sum(NonEmptyCrossJoin(" + all + "), 1) SELECT {Measures.x} ON 0 FROM Sales",
                "SELECT Filter(CrossJoin(" + all + "), Measures.Amount > 0) ON 0 FROM Sales",
                "SELECT Generate(Time.Members, Generate(Shop.Members, Generate(Item.Members, Generate(Seller.Members, Origin.Members, ALL), ALL), ALL), ALL) ON 0 FROM Sales",
                "SELECT Time.Members ON 0, Shop.Members ON 1, Item.Members ON 2, Seller.Members ON 3, Origin.Members ON 4, Channel.Members ON 5 FROM Sales",
                "WITH MEMBER Measures.x AS Measures.x SELECT {Measures.x} ON 0 FROM Sales",
                "WITH MEMBER Measures.a AS Measures.b MEMBER Measures.b AS Measures.c MEMBER Measures.c AS Measures.a SELECT {Measures.a} ON 0 FROM Sales",
                "WITH MEMBER Shop.a AS Shop.b MEMBER Shop.b AS Shop.a SELECT {Shop.a} ON 0 FROM Sales",
                "WITH MEMBER Measures.x AS Sum(Shop.Members, (Measures.x, Time.CurrentMember.PrevMember)) SELECT {Measures.x} ON 0, Time.Month.Members ON 1 FROM Sales",
                "WITH SET s AS s SELECT s ON 0 FROM Sales",
                "WITH SET s AS t SET t AS s SELECT s ON 0 FROM Sales",
                "WITH SET s AS TopCount(Shop.Members, 3, Measures.x) MEMBER Measures.x AS Count(s) SELECT {Measures.x} ON 0, s ON 1 FROM Sales",
                "SELECT {Measures.[Am\0ount]} ON 0 FROM Sales",
                "SELECT {Shop.[\0]} ON 0 FROM Sales",
                "SELECT Filter(Shop.Members, Shop.CurrentMember.Name = \"\0\") ON 0 FROM Sales",
                "SELECT {Shop.&[\0]} ON 0 FROM Sales",
                "SELECT {Shop.Shop.&[99999999999999999999999999]} ON 0 FROM Sales",
                "SELECT {[\uD800]} ON 0 FROM Sales",
                "WITH MEMBER Measures.x AS " + nine + " * " + nine + " SELECT {Measures.x} ON 0 FROM Sales",
                "WITH MEMBER Measures.x AS 1e308 * 1e308 - 1e308 * 1e308 SELECT {Measures.x} ON 0 FROM Sales",
                "WITH MEMBER Measures.x AS 1e-390 SELECT {Measures.x} ON 0 FROM Sales",
                "SELECT Head(Shop.Members, 99999999999999999999) ON 0 FROM Sales",
                "SELECT Head(Shop.Members, -1) ON 0, Subset(Item.Members, -3, 2147483647) ON 1 FROM Sales",
                "SELECT {Shop.West.Lag(2147483647), Shop.West.Lead(-2147483648)} ON 0 FROM Sales",
                "SELECT LastPeriods(2147483647, Time.[2025]) ON 0 FROM Sales",
                "SELECT TopCount(Shop.Members, 1e300, Measures.Amount) ON 0 FROM Sales",
                "WITH MEMBER Measures.x AS Space(2147483647) SELECT {Measures.x} ON 0 FROM Sales",
                "WITH MEMBER Measures.x AS Generate(CrossJoin(Time.Members, Shop.Members, Item.Members, Seller.Members), \"xxxxxxxxxxxxxxxx\") SELECT {Measures.x} ON 0 FROM Sales",
                "WITH MEMBER Measures.x AS Format(1, \"" + "#".repeat(100_000)
                        + "\") SELECT {Measures.x} ON 0 FROM Sales",
                "WITH MEMBER Measures.x AS \"" + "a".repeat(5_000)
                        + "\" MATCHES \"(a+)+b\" SELECT {Measures.x} ON 0 FROM Sales",
                "SELECT {StrToMember(\"" + "[".repeat(1_000) + "\")} ON 0 FROM Sales",
                "SELECT StrToSet(\"{" + "(".repeat(1_000) + "\") ON 0 FROM Sales"));
        queries.add("SELECT " + "{".repeat(240) + "Shop.West" + "}".repeat(240) + " ON 0 FROM Sales");
        queries.add("SELECT " + "{".repeat(100_000) + " ON 0 FROM Sales");
        queries.add("WITH MEMBER Measures.x AS " + "1 + ".repeat(990) + "1 SELECT {Measures.x} ON 0 FROM Sales");
        queries.add("WITH MEMBER Measures.x AS " + "IIf(1 = 1, ".repeat(240) + "1" + ", 2)".repeat(240)
                + " SELECT {Measures.x} ON 0 FROM Sales");
        queries.add("SELECT " + "Hierarchize(".repeat(200) + "Shop.Members" + ")".repeat(200) + " ON 0 FROM Sales");
        StringBuilder chain = new StringBuilder("WITH MEMBER Measures.m0 AS Measures.Amount");
        StringBuilder doubling = new StringBuilder("WITH MEMBER Measures.d0 AS Measures.Amount");
        for (int i = 1; i < 1_500; i++) {
            chain.append(" MEMBER Measures.m%d AS Measures.m%d + 1".formatted(i, i - 1));
        }
        for (int i = 1; i < 60; i++) {
            doubling.append(" MEMBER Measures.d%d AS Measures.d%d + Measures.d%d".formatted(i, i - 1, i - 1));
        }
        queries.add(chain + " SELECT {Measures.m1499} ON 0 FROM Sales");
        queries.add(doubling + " SELECT {Measures.d59} ON 0 FROM Sales");
        return queries;
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void endsInAResultOrATypedError(String mdx) throws SQLException {
        Answer answer = ask(mdx);

        assertThat(answer.isFault()).as(answer.message()).isFalse();
    }

    /** Queries with parts cut out, doubled or put elsewhere. */
    @Test
    void mutationsEndInAResultOrATypedError() throws SQLException {
        long seed = Seed.of(HostileQueriesTest.class);
        Random random = new Random(seed);
        int results = 0;
        MdxGenerator generator;
        try (OlapConnection connection = SERVER.connect(ConnectionSettings.of(Market.CATALOG))) {
            generator = new MdxGenerator(connection, seed);
        }
        for (int i = 0; i < MUTATIONS; i++) {
            StringBuilder text = new StringBuilder(generator.next());
            for (int n = random.nextInt(3); n >= 0; n--) {
                int at = random.nextInt(text.length());
                int end = Math.min(text.length(), at + random.nextInt(20));
                switch (random.nextInt(3)) {
                    case 0 -> text.delete(at, end);
                    case 1 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
                    default -> text.setCharAt(at, ".,()[]{}*:\"0".charAt(random.nextInt(12)));
                }
            }
            Answer answer = ask(text.toString());
            assertThat(answer.isFault())
                    .as("seed %d: %s\n%s", seed, answer.message(), text)
                    .isFalse();
            results += answer.failure() == null ? 1 : 0;
        }
        assertThat(results).isPositive();
    }

    @AfterEach
    void theServerStillAnswers() throws SQLException {
        Answer answer = ask("SELECT {Measures.Amount} ON 0 FROM Sales");
        assertThat(Answer.same(answer.cells().get(0), 75.5)).isTrue();
    }

    private static Answer ask(String mdx) throws SQLException {
        long start = System.nanoTime();
        try (OlapConnection connection = SERVER.connect(ConnectionSettings.of(Market.CATALOG))) {
            Answer answer = Answer.of(connection, mdx, PATIENCE);
            boolean late = Duration.ofNanos(System.nanoTime() - start).compareTo(PATIENCE.multipliedBy(6)) > 0;
            return late
                    ? new Answer(List.of(), List.of(), OlapErrorCode.INTERNAL, "did not keep its time limit")
                    : answer;
        }
    }
}
