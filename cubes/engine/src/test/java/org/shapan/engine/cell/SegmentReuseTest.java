package org.shapan.engine.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shapan.engine.cell.LoadTrace.Source;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;
import org.shapan.engine.star.Unhurried;

/** Which questions reach the database, and which do not. */
class SegmentReuseTest {
    private Shop shop;
    private CellStore store;

    @BeforeEach
    void open() throws SQLException {
        shop = new Shop(11, 300);
        store = shop.newStore();
    }

    @AfterEach
    void close() throws SQLException {
        shop.close();
    }

    @Test
    void aWarmQueryReadsInOnePassAndSendsNothing() {
        List<Member[]> places = states();
        readAll(shop.open(store), places, shop.amount);
        shop.takeStatements();

        QueryCells cells = shop.open(store);
        for (Member[] place : places) {
            cells.read(place, shop.amount, new CellValue());
        }

        assertThat(cells.hasMisses()).isFalse();
        assertThat(shop.takeStatements()).isEmpty();
        assertThat(cells.traces()).extracting(LoadTrace::source).containsExactly(Source.CACHE);
        assertThat(cells.traces()).as("told once").hasSize(1);
    }

    @Test
    void aCachedSegmentThatAnswersNothingIsNotTold() {
        readAll(shop.open(store), one(shop.store.at("C0", "S1")), shop.customers);

        QueryCells cells = shop.open(store);
        readAll(cells, one(shop.store.at("C0", "S0")), shop.customers);

        assertThat(cells.traces()).extracting(LoadTrace::source).containsExactly(Source.FACT_TABLE);
    }

    @Test
    void measuresAndMembersOfOneGranularityAreOneStatement() {
        QueryCells cells = shop.open(store);
        for (StoredMeasure measure : List.of(shop.units, shop.amount, shop.mean, shop.customers, shop.closing)) {
            states().forEach(place -> cells.read(place, measure, new CellValue()));
        }
        cells.load();

        // the other one asks for the loaded periods
        assertThat(shop.takeStatements()).hasSize(2);
    }

    @Test
    void mentionedMeasuresAreFetchedWithTheFirstThatIsRead() {
        QueryCells cells = shop.open(store);
        cells.mention(List.of(shop.units, shop.amount, shop.mean, shop.customers, shop.closing));
        readAll(cells, states(), shop.units);
        assertThat(shop.takeStatements()).singleElement().asString().doesNotContain("DISTINCT");

        readAll(cells, states(), shop.amount);
        readAll(cells, states(), shop.mean);

        assertThat(shop.takeStatements()).isEmpty();
    }

    @Test
    void someMembersOfALevelAreNamedInTheStatement() {
        readAll(shop.open(store), one(shop.store.at("C0", "S1")), shop.units);

        assertThat(shop.takeStatements()).singleElement().asString().contains("s.state = 'S1'");
    }

    @Test
    void allChildrenOfAParentAreAskedForByTheParent() {
        List<Member[]> places = new ArrayList<>();
        shop.store.children(shop.store.at("C0")).forEach(state -> places.add(shop.cube.context(state)));
        readAll(shop.open(store), places, shop.units);

        assertThat(shop.takeStatements())
                .singleElement()
                .asString()
                .contains("s.country = 'C0'")
                .doesNotContain("s.state IN");
    }

    @Test
    void keysThatAreUniqueOnlyWithinTheParentAreAskedForWithIt() {
        readAll(shop.open(store), one(shop.store.at("C0", "S1", "T1")), shop.units);

        assertThat(shop.takeStatements()).singleElement().asString().contains("s.state = 'S1' AND s.city = 'T1'");
    }

    @Test
    void coarserCellsAreRolledUpFromFinerOnes() {
        readAll(shop.open(store), states(), shop.amount);
        readAll(shop.open(store), one(), shop.amount);
        shop.takeStatements();

        QueryCells cells = shop.open(store);
        List<Member[]> countries = new ArrayList<>(one(shop.store.at("C0")));
        countries.addAll(one(shop.store.at("C1")));
        readAll(cells, countries, shop.amount);

        assertThat(shop.takeStatements()).isEmpty();
        assertThat(cells.traces()).singleElement().satisfies(trace -> {
            assertThat(trace.source()).isEqualTo(Source.ROLLUP);
            assertThat(trace.why()).contains("rolled up from");
        });
    }

    @Test
    void distinctCountsAreNeverRolledUp() {
        readAll(shop.open(store), states(), shop.customers);
        shop.takeStatements();

        readAll(shop.open(store), one(shop.store.at("C0")), shop.customers);

        assertThat(shop.takeStatements()).singleElement().asString().contains("COUNT(DISTINCT");
    }

    @Test
    void distinctCountsAtSeveralGranularitiesShareAScan() {
        List<Member[]> places = totalStatesAndBrands();
        QueryCells cells = shop.open(store);
        readAll(cells, places, shop.customers);

        assertThat(distinctCounts()).singleElement().asString().contains("GROUP BY GROUPING SETS (");
        assertThat(cells.traces())
                .filteredOn(trace -> trace.source() == Source.FACT_TABLE)
                .hasSize(4)
                .allSatisfy(trace -> assertThat(trace.why()).contains("one scan for 4 granularities"));
        for (Member[] place : places) {
            assertThat(Shop.value(cells, place, shop.customers))
                    .as("at %s", List.of(place))
                    .isEqualTo(shop.expected(shop.customers, shop.rows(place)));
        }
    }

    @Test
    void granularitiesOfOtherRowsHaveScansOfTheirOwn() {
        QueryCells cells = shop.open(store);
        List<Member[]> places = one();
        places.addAll(one(shop.store.at("C0", "S1")));
        readAll(cells, places, shop.customers);

        assertThat(distinctCounts()).hasSize(2).noneMatch(sql -> sql.contains("GROUPING SETS"));
    }

    @Test
    void aJoinThatDropsRowsOfTheTotalSharesNoScanWithIt() throws SQLException {
        shop.execute("INSERT INTO sale VALUES (0, 99, 0, 'B1', 987654, 1, 0)");
        QueryCells cells = shop.open(store);
        List<Member[]> places = new ArrayList<>(states());
        places.add(shop.cube.context());
        readAll(cells, places, shop.customers);

        assertThat(distinctCounts()).hasSize(2);
        assertThat((double) Shop.value(cells, shop.cube.context(), shop.customers))
                .isEqualTo((double) shop.expected(shop.customers, shop.rows(shop.cube.context())) + 1);
    }

    private List<String> distinctCounts() {
        return shop.takeStatements().stream()
                .filter(sql -> sql.contains("COUNT(DISTINCT"))
                .toList();
    }

    private List<Member[]> totalStatesAndBrands() {
        List<Member[]> places = new ArrayList<>(states());
        places.add(shop.cube.context());
        for (Member brand : shop.brand.members(shop.brand.level("brand"))) {
            places.add(shop.cube.context(brand));
            states().forEach(state -> {
                Member[] both = state.clone();
                both[shop.brand.ordinal()] = brand;
                places.add(both);
            });
        }
        return places;
    }

    @Test
    void totalAndPartsOfOneLoadAreOneStatementOnTheFacts() {
        QueryCells cells = shop.open(store);
        List<Member[]> places = new ArrayList<>(states());
        places.add(shop.cube.context());
        places.add(shop.cube.context(shop.store.at("C0")));
        readAll(cells, places, shop.units);

        assertThat(shop.takeStatements().stream().filter(sql -> sql.contains("SUM(")))
                .hasSize(1);
        assertThat(cells.traces())
                .extracting(LoadTrace::source)
                .containsExactly(Source.FACT_TABLE, Source.ROLLUP, Source.ROLLUP);
    }

    @Test
    void rowsWithoutAMemberCountInTheTotalWhateverWasLoadedBefore() throws SQLException {
        shop.execute("INSERT INTO sale VALUES (6, 99, 0, 'B1', 1, 1000000, 0)");
        double cold = (double) Shop.value(shop.open(shop.newStore()), at2010(), shop.units);
        assertThat(cold).isGreaterThan(900_000);

        List<Member[]> parts = new ArrayList<>();
        shop.store
                .members(shop.store.level("state"))
                .forEach(s -> parts.add(shop.cube.context(shop.time.at("2010"), s)));
        readAll(shop.open(store), parts, shop.units);

        assertThat(Shop.value(shop.open(store), at2010(), shop.units)).isEqualTo(cold);
    }

    @Test
    void flushForgetsAndAQueryUnderWayKeepsWhatItHolds() throws SQLException {
        QueryCells underWay = shop.open(store);
        double before = (double) Shop.value(underWay, shop.cube.context(), shop.units);
        shop.execute("INSERT INTO sale VALUES (0, 0, 0, 'B1', 1, 5, 0)");
        assertThat(Shop.value(shop.open(store), shop.cube.context(), shop.units))
                .isEqualTo(before);

        store.flush(shop.cube, shop.cube.factGroups(), List.of());

        assertThat(store.statistics().segments()).isZero();
        assertThat(Shop.value(underWay, shop.cube.context(), shop.units)).isEqualTo(before);
        assertThat(Shop.value(shop.open(store), shop.cube.context(), shop.units))
                .isEqualTo(before + 5);
    }

    @Test
    void versionsDoNotShareSegments() throws SQLException {
        double before =
                (double) Shop.value(store.open(shop.cube, 1, Unhurried.EXECUTION), shop.cube.context(), shop.units);
        shop.execute("INSERT INTO sale VALUES (0, 0, 0, 'B1', 1, 5, 0)");

        assertThat(Shop.value(store.open(shop.cube, 2, Unhurried.EXECUTION), shop.cube.context(), shop.units))
                .isEqualTo(before + 5);
        assertThat(Shop.value(store.open(shop.cube, 1, Unhurried.EXECUTION), shop.cube.context(), shop.units))
                .isEqualTo(before);
    }

    @Test
    void aCacheWithoutRoomStillAnswers() {
        CellLimits tiny = new CellLimits(1000, 1000, 1 << 20, 100, 1000, 1, true);
        CellStore crowded = new CellStore(shop.sql, tiny);

        assertThat(Shop.value(shop.open(crowded), shop.cube.context(), shop.units))
                .isEqualTo(shop.expected(shop.units, shop.rows(shop.cube.context())));
        assertThat(crowded.statistics().bytes()).isZero();
    }

    private List<Member[]> one(Member... members) {
        List<Member[]> places = new ArrayList<>();
        places.add(shop.cube.context(members));
        return places;
    }

    private Member[] at2010() {
        return shop.cube.context(shop.time.at("2010"));
    }

    private List<Member[]> states() {
        return shop.store.members(shop.store.level("state")).stream()
                .map(state -> shop.cube.context(state))
                .toList();
    }

    private static void readAll(QueryCells cells, List<Member[]> places, StoredMeasure measure) {
        do {
            places.forEach(place -> cells.read(place, measure, new CellValue()));
        } while (cells.load());
    }
}
