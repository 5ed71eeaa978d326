package org.shapan.engine.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shapan.engine.api.Settings;
import org.shapan.engine.cell.QueryCells.Status;
import org.shapan.engine.conformance.FoodMart;
import org.shapan.engine.conformance.FoodMartInDuckDb;
import org.shapan.engine.sql.JdbcExecutor;
import org.shapan.engine.sql.SqlExecutor;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;
import org.shapan.engine.star.Unhurried;

/**
 * Random cells of all FoodMart cubes: the same from both databases, with and without aggregate tables, alone and among others.
 */
class FoodMartCellsTest {
    private static final int PLACES = 6;

    /** Cells with values to compare in each cube: places are drawn, and in a thin cube all of a round can be empty. */
    private static final int COMPARED = 12;

    private static final int ROUNDS = 100;
    private static final CellLimits FACTS_ONLY =
            CellLimits.fromSettings(new Settings(Map.of(CellLimits.USE_AGGREGATES, "false")::get));

    private final SqlExecutor hsqldb = JdbcExecutor.of(FoodMart.hsqldb());
    private final SqlExecutor duckdb = JdbcExecutor.of(FoodMartInDuckDb.source());

    @Test
    void bothDatabasesGiveTheSameCells() {
        long seed = System.nanoTime();
        System.out.println("FoodMartCellsTest seed " + seed);
        for (Cube cube : FoodMart.catalog(null, hsqldb).cubes()) {
            Cube other = FoodMart.catalog(null, duckdb).cube(cube.name()).orElseThrow();
            CellStore expected = new CellStore(hsqldb, CellLimits.DEFAULT);
            CellStore actual = new CellStore(duckdb, FACTS_ONLY);
            long values = 0;
            for (int round = 0; values < COMPARED; round++) {
                assertThat(round)
                        .as("rounds over %s, seed %d", cube.name(), seed)
                        .isLessThan(ROUNDS);
                values += compare(
                        read(actual, other, new Random(seed + round), PLACES),
                        read(expected, cube, new Random(seed + round), PLACES),
                        cube.name() + ", seed " + (seed + round));
            }
        }
    }

    /** How many of the cells have values; all are the same on both sides. */
    private static long compare(List<Object> actual, List<Object> expected, String place) {
        assertThat(actual).as(place).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertSame(actual.get(i), expected.get(i), "cell " + i + " of " + place);
        }
        return expected.stream().filter(Double.class::isInstance).count();
    }

    @Test
    void cellsAreTheSameAloneAndAmongOthers() {
        long seed = System.nanoTime();
        System.out.println("FoodMartCellsTest seed " + seed);
        Cube cube = FoodMart.catalog(null, duckdb).cube("Sales").orElseThrow();
        CellStore shared = new CellStore(duckdb, CellLimits.DEFAULT);
        for (int round = 0; round < 6; round++) {
            List<Object> among = read(shared, cube, new Random(seed + round), PLACES);
            Random random = new Random(seed + round);
            List<Object> alone = new ArrayList<>();
            for (int i = 0; i < PLACES; i++) {
                alone.addAll(read(new CellStore(duckdb, CellLimits.DEFAULT), cube, random, 1));
            }
            compare(among, alone, "round " + round + ", seed " + seed);
        }
        assertThat(shared.statistics().rolledUp()).isPositive();
    }

    private static void assertSame(Object actual, Object expected, String place) {
        if (expected instanceof Double number && actual instanceof Double) {
            assertThat((Double) actual)
                    .as(place)
                    .isCloseTo(number, org.assertj.core.data.Offset.offset(1e-9 * Math.abs(number)));
        } else {
            assertThat(actual).as(place).isEqualTo(expected);
        }
    }

    /** Values of all measures at random places, a status where there is none. */
    private static List<Object> read(CellStore store, Cube cube, Random random, int places) {
        List<Member[]> contexts = new ArrayList<>();
        for (int i = 0; i < places; i++) {
            contexts.add(place(cube, random));
        }
        QueryCells cells = store.open(cube, 0, Unhurried.EXECUTION);
        List<Object> values = new ArrayList<>();
        do {
            values.clear();
            for (Member[] context : contexts) {
                for (StoredMeasure measure : cube.storedMeasures()) {
                    CellValue value = new CellValue();
                    Status status = cells.read(context, measure, value);
                    values.add(status == Status.VALUE ? value.doubleValue() : status);
                }
            }
        } while (cells.load());
        return values;
    }

    private static Member[] place(Cube cube, Random random) {
        List<Hierarchy> hierarchies = cube.hierarchies();
        Member[] context = hierarchies.stream().map(Hierarchy::defaultMember).toArray(Member[]::new);
        for (int i = random.nextInt(3); i >= 0; i--) {
            Hierarchy hierarchy = hierarchies.get(1 + random.nextInt(hierarchies.size() - 1));
            Level level =
                    hierarchy.levels().get(random.nextInt(hierarchy.levels().size()));
            List<Member> members = hierarchy.members(level);
            context[hierarchy.ordinal()] = members.get(random.nextInt(Math.min(members.size(), 20)));
        }
        return context;
    }
}
