package org.shapan.engine.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shapan.engine.cell.QueryCells.Status;
import org.shapan.engine.cell.Shop.Row;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;

/** Every cell equals what the fact rows give when they are added up one by one, whichever way it was made. */
class CellsAgainstRowsTest {
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private Shop shop;

    @BeforeEach
    void open() throws SQLException {
        System.out.println("CellsAgainstRowsTest seed " + seed);
        shop = new Shop(seed, 400);
    }

    @AfterEach
    void close() throws SQLException {
        shop.close();
    }

    @Test
    void randomCellsOfAllMeasuresAreRightFromAColdAndAWarmCache() {
        List<StoredMeasure> measures =
                List.of(shop.units, shop.amount, shop.count, shop.least, shop.most, shop.mean, shop.customers);
        CellStore store = shop.newStore();
        for (int query = 0; query < 40; query++) {
            QueryCells cells = shop.open(store);
            List<Member[]> places = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                places.add(place());
            }
            List<Object> read = new ArrayList<>();
            do {
                read.clear();
                for (Member[] place : places) {
                    for (StoredMeasure measure : measures) {
                        CellValue value = new CellValue();
                        Status status = cells.read(place, measure, value);
                        read.add(status == Status.VALUE ? value.doubleValue() : status);
                    }
                }
            } while (cells.load());
            int at = 0;
            for (Member[] place : places) {
                for (StoredMeasure measure : measures) {
                    Object expected = shop.expected(measure, shop.rows(place));
                    assertThat(read.get(at++))
                            .as("%s at %s, seed %d", measure, List.of(place), seed)
                            .isEqualTo(expected == null ? Status.EMPTY : expected);
                }
            }
        }
        assertThat(store.statistics().rolledUp())
                .as("some cells came by roll-up")
                .isPositive();
    }

    @Test
    void aParentIsTheSumOfItsChildren() {
        CellStore store = shop.newStore();
        for (Hierarchy hierarchy : List.of(shop.store, shop.brand, shop.staff)) {
            for (int i = 0; i < 5; i++) {
                Member[] place = place();
                Member parent = place[hierarchy.ordinal()];
                if (hierarchy.children(parent).isEmpty()) {
                    continue;
                }
                QueryCells cells = shop.open(store);
                double sum = 0;
                for (Member child : hierarchy.children(parent)) {
                    place[hierarchy.ordinal()] = child;
                    Object value = Shop.value(cells, place, shop.amount);
                    sum += value == null ? 0 : Math.round((double) value * 100);
                }
                if (hierarchy == shop.staff && !parent.isAll()) {
                    // a leader's own sales are not below any child
                    place[hierarchy.ordinal()] = hierarchy.dataMember(parent);
                    Object own = Shop.value(cells, place, shop.amount);
                    sum += own == null ? 0 : Math.round((double) own * 100);
                }
                place[hierarchy.ordinal()] = parent;
                Object whole = Shop.value(cells, place, shop.amount);
                assertThat(whole == null ? 0 : Math.round((double) whole * 100))
                        .as("%s, seed %d", List.of(place), seed)
                        .isEqualTo(Math.round(sum));
            }
        }
    }

    @Test
    void aRegionCountsEachOfItsRowsOnce() {
        CellStore store = shop.newStore();
        for (int i = 0; i < 25; i++) {
            List<Hierarchy> over =
                    random.nextBoolean() ? List.of(shop.store, shop.staff) : List.of(shop.brand, shop.time);
            TupleList.Builder tuples = new TupleList.Builder(over, 4);
            List<Member[]> places = new ArrayList<>();
            Member[] rest = place();
            for (int t = 1 + random.nextInt(5); t > 0; t--) {
                Member[] place = rest.clone();
                Member[] tuple = new Member[over.size()];
                for (int c = 0; c < tuple.length; c++) {
                    tuple[c] = any(over.get(c));
                    place[over.get(c).ordinal()] = tuple[c];
                }
                tuples.add(tuple);
                places.add(place);
            }
            CellRegion region = new CellRegion(tuples.build());
            List<Row> rows = shop.rows.stream()
                    .filter(row -> places.stream().anyMatch(place -> isIn(row, place)))
                    .toList();
            for (StoredMeasure measure : List.of(shop.customers, shop.amount, shop.mean)) {
                QueryCells cells = shop.open(store);
                CellValue value = new CellValue();
                Status status;
                do {
                    status = cells.readOver(rest, region, measure, value);
                } while (cells.load());
                Object expected = shop.expected(measure, rows);
                assertThat(status == Status.VALUE ? value.doubleValue() : null)
                        .as("%s over %s at %s, seed %d", measure, places, List.of(rest), seed)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void nonEmptyTuplesOverOtherSetsAreThoseWithAValueAnywhereInThem() {
        CellStore store = shop.newStore();
        for (int i = 0; i < 15; i++) {
            Member[] rest = place();
            List<TupleList> sets = List.of(set(shop.brand), set(shop.store));
            TupleList over = set(random.nextBoolean() ? shop.time : shop.staff);
            List<StoredMeasure> measures = List.of(shop.units, shop.closing);
            QueryCells cells = shop.open(store);
            TupleList found;
            do {
                found = cells.nonEmpty(rest, sets, List.of(over), measures);
            } while (cells.load());
            TupleList withOver;
            do {
                withOver = cells.nonEmpty(rest, List.of(sets.get(0), sets.get(1), over), List.of(), measures);
            } while (cells.load());

            assertThat(found.size())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(sets.get(0).size() * sets.get(1).size());
            assertThat(pairs(found).stream().distinct().toList())
                    .as("seed %d, at %s", seed, List.of(rest))
                    .isEqualTo(pairs(withOver).stream().distinct().toList());
        }
    }

    private static List<List<Member>> pairs(TupleList tuples) {
        List<List<Member>> pairs = new ArrayList<>();
        for (int row = 0; row < tuples.size(); row++) {
            pairs.add(List.of(tuples.member(row, 0), tuples.member(row, 1)));
        }
        return pairs;
    }

    @Test
    void nonEmptyTuplesAreThoseWithAValue() {
        CellStore store = shop.newStore();
        for (int i = 0; i < 15; i++) {
            Member[] rest = place();
            List<TupleList> sets =
                    List.of(set(shop.brand), set(shop.store), set(random.nextBoolean() ? shop.time : shop.staff));
            List<StoredMeasure> measures =
                    random.nextBoolean() ? List.of(shop.units) : List.of(shop.customers, shop.closing, shop.mean);
            QueryCells cells = shop.open(store);
            TupleList found;
            do {
                found = cells.nonEmpty(rest, sets, List.of(), measures);
            } while (cells.load());

            List<List<Member>> expected = new ArrayList<>();
            do {
                expected.clear();
                for (int a = 0; a < sets.get(0).size(); a++) {
                    for (int b = 0; b < sets.get(1).size(); b++) {
                        for (int c = 0; c < sets.get(2).size(); c++) {
                            Member[] place = rest.clone();
                            sets.get(0).setContext(a, place);
                            sets.get(1).setContext(b, place);
                            sets.get(2).setContext(c, place);
                            if (hasValue(cells, place, measures)) {
                                expected.add(List.of(
                                        sets.get(0).member(a, 0),
                                        sets.get(1).member(b, 0),
                                        sets.get(2).member(c, 0)));
                            }
                        }
                    }
                }
            } while (cells.load());
            List<List<Member>> actual = new ArrayList<>();
            for (int row = 0; row < found.size(); row++) {
                actual.add(List.of(found.member(row, 0), found.member(row, 1), found.member(row, 2)));
            }
            assertThat(actual).as("seed %d, at %s", seed, List.of(rest)).isEqualTo(expected);
        }
    }

    /** All measures are read, so that all are loaded at once. */
    private static boolean hasValue(QueryCells cells, Member[] place, List<StoredMeasure> measures) {
        long values = measures.stream()
                .map(measure -> cells.read(place, measure, new CellValue()))
                .filter(status -> status == Status.VALUE)
                .count();
        return values > 0;
    }

    private boolean isIn(Row row, Member[] place) {
        for (Member member : place) {
            if (!shop.in(member).test(row)) {
                return false;
            }
        }
        return true;
    }

    private TupleList set(Hierarchy hierarchy) {
        List<Member> members = new ArrayList<>();
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            members.add(any(hierarchy));
        }
        return TupleList.ofMembers(hierarchy, members);
    }

    private Member[] place() {
        Member[] place = shop.cube.context();
        for (Hierarchy hierarchy : List.of(shop.time, shop.store, shop.brand, shop.staff)) {
            if (!hierarchy.hasAll() || random.nextInt(3) > 0) {
                place[hierarchy.ordinal()] = any(hierarchy);
            }
        }
        return place;
    }

    private Member any(Hierarchy hierarchy) {
        Level level = hierarchy.levels().get(random.nextInt(hierarchy.levels().size()));
        List<Member> members = hierarchy.members(level);
        return members.get(random.nextInt(members.size()));
    }
}
