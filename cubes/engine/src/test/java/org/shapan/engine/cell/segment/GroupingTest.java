package org.shapan.engine.cell.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupingTest {
    @Test
    void distinctKeysKeepTheOrderInWhichTheyFirstOccur() {
        Grouping grouping = Grouping.of(new int[][] {{3, 1, 3, 1}, {7, 7, 7, 8}}, 4);

        assertThat(grouping.size()).isEqualTo(3);
        assertThat(grouping.groupOf()).containsExactly(0, 1, 0, 2);
        assertThat(grouping.keys()[0]).containsExactly(3, 1, 1);
        assertThat(grouping.keys()[1]).containsExactly(7, 7, 8);
        assertThat(grouping.index().find(new int[] {1, 8})).isEqualTo(2);
        assertThat(grouping.index().find(new int[] {3, 8})).isEqualTo(-1);
    }

    @Test
    void noColumnMeansOneKeyForAllRows() {
        Grouping grouping = Grouping.of(new int[0][], 5);

        assertThat(grouping.size()).isEqualTo(1);
        assertThat(grouping.index().find(new int[0])).isZero();
    }

    @Test
    void noRowMeansNothingIsFound() {
        assertThat(Grouping.of(new int[2][16], 0).index().find(new int[] {0, 0}))
                .isEqualTo(-1);
        assertThat(Grouping.of(new int[0][], 0).index().find(new int[0])).isEqualTo(-1);
    }

    /** The three kinds of index, chosen by the spread of the ids, agree with a map. */
    @Test
    void everyKindOfIndexFindsWhatAMapFinds() {
        long seed = System.nanoTime();
        System.out.println("GroupingTest seed " + seed);
        Random random = new Random(seed);
        agreesWithMap(random, 3, 20, DenseIndex.class);
        agreesWithMap(random, 3, 100_000, PackedIndex.class);
        agreesWithMap(random, 6, 1_000_000, ColumnIndex.class);
    }

    private static void agreesWithMap(Random random, int width, int spread, Class<? extends KeyIndex> kind) {
        int rows = 2_000;
        int[][] columns = new int[width][rows];
        Map<List<Integer>, Integer> expected = new LinkedHashMap<>();
        for (int row = 0; row < rows; row++) {
            boolean repeat = row > 0 && random.nextInt(4) == 0;
            int source = repeat ? random.nextInt(row) : -1;
            for (int c = 0; c < width; c++) {
                columns[c][row] = repeat ? columns[c][source] : random.nextInt(spread);
            }
            expected.putIfAbsent(key(columns, row), expected.size());
        }

        Grouping grouping = Grouping.of(columns, rows);

        assertThat(grouping.index()).isInstanceOf(kind);
        assertThat(grouping.size()).isEqualTo(expected.size());
        expected.forEach(
                (key, row) -> assertThat(grouping.index().find(toArray(key))).isEqualTo(row));
        for (int i = 0; i < 2_000; i++) {
            int[] probe = random.ints(width, 0, spread + 2).toArray();
            List<Integer> key = Arrays.stream(probe).boxed().toList();
            assertThat(grouping.index().find(probe)).isEqualTo(expected.getOrDefault(key, -1));
        }
    }

    private static List<Integer> key(int[][] columns, int row) {
        List<Integer> key = new ArrayList<>();
        for (int[] column : columns) {
            key.add(column[row]);
        }
        return key;
    }

    private static int[] toArray(List<Integer> key) {
        return key.stream().mapToInt(i -> i).toArray();
    }
}
