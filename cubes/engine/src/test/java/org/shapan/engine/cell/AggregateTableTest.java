package org.shapan.engine.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shapan.engine.api.Settings;
import org.shapan.engine.cell.LoadTrace.Source;
import org.shapan.engine.star.HandMadeAggregate;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;

/** Declared aggregate tables answer what they hold, with the same numbers as the facts. */
class AggregateTableTest {
    private Shop shop;

    @BeforeEach
    void open() throws SQLException {
        shop = new Shop(23, 400);
        shop.execute("CREATE TABLE by_month_state AS SELECT t.year AS y, t.month AS m, s.country AS c, s.state AS s,"
                + " SUM(f.units) AS units, MAX(f.amount) AS most, COUNT(DISTINCT f.customer) AS customers, COUNT(*) AS n"
                + " FROM sale f JOIN month t ON t.k = f.month_k JOIN store s ON s.k = f.store_k GROUP BY 1, 2, 3, 4");
        shop.execute("CREATE TABLE by_year AS SELECT t.year AS y, SUM(f.units) AS units, COUNT(*) AS n"
                + " FROM sale f JOIN month t ON t.k = f.month_k GROUP BY 1");
        Hierarchy time = shop.time;
        Hierarchy store = shop.store;
        shop.cube.aggregate(new HandMadeAggregate(
                shop.cube,
                "by_month_state",
                Map.of(
                        time.levels().get(0), "y",
                        time.levels().get(1), "m",
                        store.levels().get(1), "c",
                        store.levels().get(2), "s"),
                Set.of(time.levels().get(1), store.levels().get(2)),
                Map.of(shop.units, "units", shop.most, "most", shop.customers, "customers"),
                "n"));
        shop.cube.aggregate(new HandMadeAggregate(
                shop.cube,
                "by_year",
                Map.of(time.levels().get(0), "y"),
                Set.of(time.levels().get(0)),
                Map.of(shop.units, "units"),
                "n"));
    }

    @AfterEach
    void close() throws SQLException {
        shop.close();
    }

    @Test
    void theSmallestTableThatHoldsLevelsAndMeasuresAnswers() {
        assertThat(source(shop.units, shop.time.at("2010"))).contains("FROM by_year");
        assertThat(source(shop.units, shop.time.at("2010"), shop.store.at("C1")))
                .contains("FROM by_month_state");
        assertThat(source(shop.most, shop.time.at("2010")))
                .as("only one has the measure")
                .contains("FROM by_month_state");
        assertThat(source(shop.count, shop.time.at("2010", "1"))).contains("SUM(a.n)");
    }

    @Test
    void whatNoTableHoldsComesFromTheFacts() {
        assertThat(source(shop.units, shop.brand.at("B1"))).contains("FROM sale");
        assertThat(source(shop.least, shop.time.at("2010"))).contains("FROM sale");
        assertThat(source(shop.units, shop.store.at("C0", "S0", "T0"))).contains("FROM sale");
    }

    @Test
    void distinctCountsComeFromATableOnlyAtItsVeryGrain() {
        assertThat(source(shop.customers, shop.time.at("2010", "1"), shop.store.at("C0", "S0")))
                .contains("FROM by_month_state");
        assertThat(source(shop.customers, shop.time.at("2010", "1"), shop.store.at("C0")))
                .contains("FROM sale");
    }

    @Test
    void aSettingTurnsThemOff() {
        CellLimits limits = CellLimits.fromSettings(new Settings(Map.of(CellLimits.USE_AGGREGATES, "false")::get));
        QueryCells cells = shop.open(new CellStore(shop.sql, limits));
        Shop.value(cells, shop.cube.context(), shop.units);

        assertThat(cells.traces()).extracting(LoadTrace::source).containsExactly(Source.FACT_TABLE);
    }

    @Test
    void aggregateEqualsFact() {
        for (Member month : shop.time.members(shop.time.levels().get(1))) {
            for (Member place : shop.store.children(shop.store.at("C0"))) {
                for (StoredMeasure measure : List.of(shop.units, shop.count, shop.most, shop.customers)) {
                    Member[] context = shop.cube.context(month, place);
                    assertThat(Shop.value(shop.open(shop.newStore()), context, measure))
                            .as("%s at %s", measure, List.of(context))
                            .isEqualTo(shop.expected(measure, shop.rows(context)));
                }
            }
        }
    }

    private String source(StoredMeasure measure, Member... members) {
        QueryCells cells = shop.open(shop.newStore());
        Member[] context = shop.cube.context(members);
        assertThat(Shop.value(cells, context, measure)).isEqualTo(shop.expected(measure, shop.rows(context)));
        LoadTrace trace = cells.traces().getFirst();
        assertThat(trace.source()).isEqualTo(trace.sql().contains("sale") ? Source.FACT_TABLE : Source.AGGREGATE_TABLE);
        return trace.sql();
    }
}
