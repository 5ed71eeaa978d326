package org.shapan.engine.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shapan.engine.cell.QueryCells.Status;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;

/** Measures that do not add up over time. The last month of 2010 is not loaded. */
class SemiAdditiveTest {
    private Shop shop;
    private CellStore store;

    @BeforeEach
    void open() throws SQLException {
        shop = new Shop(7, 300);
        store = shop.newStore();
    }

    @AfterEach
    void close() throws SQLException {
        shop.close();
    }

    @Test
    void lastIsTheLastLoadedPeriodOfTheRange() {
        assertThat(read(shop.closing, shop.time.at("2010"))).isEqualTo(read(shop.units, shop.time.at("2010", "3")));
        assertThat(read(shop.closing, shop.time.at("2009"))).isEqualTo(read(shop.units, shop.time.at("2009", "4")));
        assertThat(read(shop.closing, shop.time.at("2009", "2")))
                .isEqualTo(read(shop.units, shop.time.at("2009", "2")));
    }

    @Test
    void aPeriodThatIsNotLoadedIsEmpty() {
        assertThat(read(shop.closing, shop.time.at("2010", "4"))).isNull();
    }

    @Test
    void firstIsTheFirstLoadedPeriodOfTheRange() {
        assertThat(read(shop.opening, shop.time.at("2010"))).isEqualTo(read(shop.units, shop.time.at("2010", "1")));
    }

    @Test
    void lastIsOneForTheWholeCubeSoThatParentsAreTheSumOfTheirChildren() throws SQLException {
        // one state has nothing in the last loaded month
        shop.execute("DELETE FROM sale WHERE month_k = 6 AND store_k IN (0, 1)");
        Member state = shop.store.at("C0", "S0");

        assertThat(read(shop.closing, shop.time.at("2010"), state)).isNull();
        double children = 0;
        for (Member child : shop.store.children(state.parent())) {
            Object value = read(shop.closing, shop.time.at("2010"), child);
            children += value == null ? 0 : (double) value;
        }
        assertThat(read(shop.closing, shop.time.at("2010"), state.parent())).isEqualTo(children);
    }

    @Test
    void lastNonEmptyLooksBackWhereTheCellItselfIsEmpty() throws SQLException {
        shop.execute("DELETE FROM sale WHERE month_k = 6 AND store_k IN (0, 1)");
        Member state = shop.store.at("C0", "S0");

        assertThat(read(shop.lastSeen, shop.time.at("2010"), state))
                .isNotNull()
                .isEqualTo(read(shop.units, shop.time.at("2010", "2"), state));
    }

    @Test
    void averageOfChildrenDividesByTheLoadedPeriods() {
        double sum = (double) read(shop.units, shop.time.at("2010"));

        assertThat(read(shop.perMonth, shop.time.at("2010"))).isEqualTo(sum / 3);
    }

    @Test
    void overARegionOfPeriodsLastIsTheLastLoadedOfThemAll() {
        CellRegion region =
                region(shop.time, shop.time.at("2009", "2"), shop.time.at("2010", "4"), shop.time.at("2009", "3"));

        assertThat(readOver(region, shop.closing)).isEqualTo(read(shop.units, shop.time.at("2009", "3")));
        assertThat(readOver(region, shop.opening)).isEqualTo(read(shop.units, shop.time.at("2009", "2")));
    }

    @Test
    void overARegionOfPlacesLastFollowsTheContext() {
        CellRegion region = region(shop.store, shop.store.at("C0", "S0"), shop.store.at("C1"));

        double expected = (double) read(shop.units, shop.time.at("2010", "3"), shop.store.at("C0", "S0"))
                + (double) read(shop.units, shop.time.at("2010", "3"), shop.store.at("C1"));
        assertThat(readOver(region, shop.closing, shop.time.at("2010"))).isEqualTo(expected);
    }

    @Test
    void loadedPeriodsAreAskedOncePerVersion() {
        read(shop.closing, shop.time.at("2010"));
        shop.takeStatements();

        read(shop.closing, shop.time.at("2009"));
        read(shop.opening, shop.time.at("2009"));

        assertThat(shop.takeStatements()).as("only cells").allMatch(sql -> sql.contains("SUM("));
    }

    private Object read(StoredMeasure measure, Member... members) {
        return Shop.value(shop.open(store), shop.cube.context(members), measure);
    }

    private static CellRegion region(Hierarchy hierarchy, Member... members) {
        return new CellRegion(TupleList.ofMembers(hierarchy, Arrays.asList(members)));
    }

    private Object readOver(CellRegion region, StoredMeasure measure, Member... members) {
        QueryCells cells = shop.open(store);
        CellValue value = new CellValue();
        Status status;
        do {
            status = cells.readOver(shop.cube.context(members), region, measure, value);
        } while (cells.load());
        return status == Status.VALUE ? value.doubleValue() : null;
    }
}
