package org.shapan.engine.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shapan.engine.cell.QueryCells.Status;
import org.shapan.engine.sql.DataType;
import org.shapan.engine.star.Aggregation;
import org.shapan.engine.star.HandMadeStar;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;
import org.shapan.engine.star.TimeAggregation;

/** Where a fact has values at all: aggregator none, granularity, and hierarchies that a fact does not know. */
class OwnRowsTest {
    private Shop shop;
    private CellStore store;

    @BeforeEach
    void open() throws SQLException {
        shop = new Shop(17, 60);
        store = shop.newStore();
    }

    @AfterEach
    void close() throws SQLException {
        shop.close();
    }

    @Test
    void rowsStoredPerLevelAreNeverCombined() throws SQLException {
        shop.execute("DELETE FROM sale");
        shop.execute(
                "INSERT INTO sale VALUES (0, 0, 1, 'B1', 1, 5, 12.34), (1, 0, 0, 'B1', 1, 5, 1), (1, 0, 0, 'B1', 1, 5, 2)");
        Member month = shop.time.at("2009", "1");
        Member city = shop.store.at("C0", "S0", "T0");
        Member brand = shop.brand.at("B1");
        Member seller = shop.staff.at("0", "1");

        assertThat(read(shop.stored, month, city, brand, seller)).isEqualTo(12.34);
        assertThat(read(shop.stored, month.parent(), city, brand, seller))
                .as("year")
                .isNull();
        assertThat(read(shop.stored, month, city.parent(), brand, seller))
                .as("state")
                .isNull();
        assertThat(read(shop.stored, month, city, seller)).as("all brands").isNull();
        assertThat(read(shop.stored, month, city, brand, seller.parent()))
                .as("the seller's leader")
                .isNull();
        assertThat(read(shop.stored, shop.time.at("2009", "2"), city, brand, shop.staff.at("0")))
                .as("two rows at one place")
                .isNull();
    }

    @Test
    void aCoarserFactIsEmptyBelowItsGranularityAndOffItsHierarchies() throws SQLException {
        shop.execute("CREATE TABLE target (month_k INT, country VARCHAR, goal INT)");
        shop.execute("INSERT INTO target VALUES (0, 'C0', 100), (1, 'C0', 20), (0, 'C1', 3)");
        HandMadeStar target = new HandMadeStar(shop.sql, "target");
        target.hierarchy("Time", false, "month", "t", "t.k = f.month_k", "year", "month*");
        target.hierarchy("Store", true, "(SELECT DISTINCT country FROM store)", "s", "s.country = f.country", "country")
                .reachingTo("country");
        StoredMeasure goal = target.measure("Goal", Aggregation.SUM, TimeAggregation.SAME, "f.goal", DataType.LONG);

        assertThat(readForeign(goal, shop.time.at("2009"))).isEqualTo(123.0);
        assertThat(readForeign(goal, shop.time.at("2009"), shop.store.at("C0"))).isEqualTo(120.0);
        assertThat(readForeign(goal, shop.time.at("2009"), shop.store.at("C0", "S0")))
                .as("below the granularity")
                .isNull();
        assertThat(readForeign(goal, shop.time.at("2009"), shop.brand.at("B1")))
                .as("unknown hierarchy")
                .isNull();
    }

    /** Reads a measure of another fact in the context of the shop, as a virtual cube does. */
    private Object readForeign(StoredMeasure measure, Member... members) {
        return Shop.value(shop.open(store), shop.cube.context(members), measure);
    }

    @Test
    void theNullMemberIsEmpty() {
        assertThat(read(shop.units, shop.store.nullMember())).isNull();
    }

    @Test
    void anEmptyRegionIsEmpty() {
        CellRegion nothing = new CellRegion(TupleList.empty(List.of(shop.store)));

        assertThat(shop.open(store).readOver(shop.cube.context(), nothing, shop.units, new CellValue()))
                .isEqualTo(Status.EMPTY);
    }

    @Test
    void aTotalOverNoRowsIsEmptyNotZero() throws SQLException {
        shop.execute("DELETE FROM sale");

        assertThat(read(shop.customers)).isNull();
        assertThat(read(shop.count)).isNull();
    }

    private Object read(StoredMeasure measure, Member... members) {
        return Shop.value(shop.open(store), shop.cube.context(members), measure);
    }
}
