package org.shapan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.olap4j.OlapStatement;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.QueryLoads;

/** What EXPLAIN PLAN FOR tells of a query. */
class ExplainTest {
    private static final String QUERY =
            "SELECT {Measures.Amount} ON 0, NON EMPTY [Place].Members ON 1 FROM (SELECT {[Goods].[k1]} ON 0 FROM Sales)"
                    + " WHERE [Time].[2008]";

    private Market market;

    @BeforeEach
    void open() {
        market = new Market(2, 200);
    }

    @AfterEach
    void close() {
        market.close();
    }

    private String plan(String statement, String... roles) {
        List<String> rows = market.rows("EXPLAIN PLAN FOR " + statement, roles);

        assertThat(rows).hasSize(2).first().isEqualTo("PLAN");
        return rows.get(1);
    }

    @Test
    void tellsSetsLoadsSourcesAndSql() {
        String plan = plan(QUERY);

        assertThat(plan)
                .contains("axis 0: 1 of [Measures]")
                .contains("axis 1, NON EMPTY: 15 of [Place]")
                .contains("slicer: 1 of [Time]")
                .contains("subselect: keeps 1 of [Goods]")
                .contains("Sales: sum(")
                .contains("from FACT_TABLE, ")
                .contains(" rows, ")
                .contains("no segment covers it")
                .contains("GROUP BY");
    }

    @Test
    void tellsWhatNeededNoStatement() {
        market.cells(QUERY);

        assertThat(plan(QUERY)).contains("from CACHE").contains("loaded before").doesNotContain("GROUP BY");
        assertThat(plan("SELECT {Measures.Amount} ON 0, [Time].[Month].Members ON 1 FROM Sales"))
                .contains("from FACT_TABLE");
        assertThat(plan("SELECT {Measures.Amount} ON 0, [Time].[Year].Members ON 1 FROM Sales"))
                .contains("from ROLLUP")
                .contains("rolled up from");
    }

    @Test
    void tellsWhyALargeSetWasMadeAsItWas() {
        String large =
                "NON EMPTY [Place].[City].Members * [Goods].[Item].Members * [Time].[Month].Members ON 1 FROM Sales";

        assertThat(plan("SELECT {Measures.Amount} ON 0, " + large))
                .contains("384 tuples of [Place] × [Goods] × [Time]: ")
                .contains(" found from the rows that exist");
        assertThat(plan("WITH MEMBER [Goods].[all of it] AS Sum([Goods].[Kind].Members) SELECT {Measures.Amount} ON 0, "
                        + large.replace(
                                "[Goods].[Item].Members", "Union([Goods].[Item].Members, {[Goods].[all of it]})")))
                .contains("tested one by one, because a calculated member stands in a set");
        assertThat(
                        plan(
                                "SELECT {Measures.Amount} ON 0, NON EMPTY [Place].[City].Members * [Goods].[Kind].Members ON 1 FROM Sales"))
                .contains("24 tuples of axis 1: tested one by one, because they are fewer than 256");
    }

    /** The last month has no sales, and month 3 of 2009 none where the role looks. */
    @Test
    void tellsThatNoRowLiesInTheSlice() {
        String none = "no row lies in the slice";
        String items = "SELECT {Measures.Amount} ON 0, NON EMPTY [Goods].[Item].Members ON 1 FROM Sales WHERE ";
        String late = "WITH MEMBER [Time].[late] AS Aggregate({[Time].[2009].[4], [Time].[2009].[%d]}) " + items
                + "[Time].[late]";
        market.run("DELETE FROM sale WHERE month_id = 6 AND place_id IN (0, 1, 4)");

        for (String mdx : List.of(items + "[Time].[2009].[4]", late.formatted(4))) {
            market.server().dataChanged();
            assertThat(plan(mdx))
                    .contains(none)
                    .contains("axis 1, NON EMPTY: 0 of [Goods]")
                    .contains("whether any row lies in the slice")
                    .contains("LIMIT 1")
                    .doesNotContain("GROUP BY");
        }
        for (String mdx : List.of(
                items + "[Time].[2009].[3]",
                late.formatted(3),
                "SELECT {[Time].[2009].[3], [Time].[2009].[4]} ON 0, NON EMPTY [Goods].[Item].Members ON 1 FROM Sales",
                "SELECT {Measures.Amount} ON 0, NON EMPTY {[Goods].[Item].Members, [Goods].[k1]} ON 1 FROM Sales")) {
            market.server().dataChanged();
            assertThat(plan(mdx)).doesNotContain(none).doesNotContain("NON EMPTY: 0 of");
        }
        market.server().dataChanged();
        assertThat(plan(items + "[Time].[2009].[3]", "North of A")).contains(none);
        assertThat(market.cells(items + "[Time].[2009].[3]", "North of A")).isEmpty();
        assertThat(market.cells(items + "[Time].[2009].[3]")).isNotEmpty();
    }

    @Test
    void givesTheStatementOfADrillThrough() {
        assertThat(plan("DRILLTHROUGH MAXROWS 3 SELECT FROM Sales WHERE [Place].[A].[A1] RETURN Measures.Amount"))
                .contains("'A1'")
                .contains("LIMIT 4");
    }

    @Test
    void aCellSetUnwrapsToIt() throws SQLException {
        try (OlapConnection connection = market.connect();
                OlapStatement statement = connection.createStatement()) {
            CellSet cells = statement.executeOlapQuery(QUERY);

            QueryLoads loads = cells.unwrap(QueryLoads.class);
            assertThat(loads.sets()).hasSize(4);
            assertThat(loads.loads()).isNotEmpty();
            assertThat(loads.plan()).contains("FACT_TABLE");
        }
    }

    @Test
    void aRoleLearnsNothingOfWhatItMayNotSee() {
        assertThat(plan("SELECT [Place].Members ON 0 FROM Sales", "North of A")).doesNotContain("B2");
        assertThat(market.refusal("EXPLAIN PLAN FOR SELECT [Goods].Members ON 0 FROM Sales", "No goods")
                        .code())
                .isEqualTo(OlapErrorCode.MDX_UNKNOWN_NAME);
    }
}
