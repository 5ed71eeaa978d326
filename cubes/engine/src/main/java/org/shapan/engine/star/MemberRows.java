package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a {@link MemberQuery} gave: rows of normalised values, from which the distinct rows of each of its levels are taken. */
final class MemberRows {
    private final List<Integer> above;
    private final List<LevelColumns> levels;
    /** By level: the rows that differ in what is read down to it, and perhaps some that do not. */
    private final List<List<Object[]>> rows = new ArrayList<>();

    /**
     * Where the values of a level stand in a row.
     *
     * @param parent -1 when the level is no parent-child level
     * @param captions by language in order
     * @param end one more than the last column that is read for this level or those above
     */
    record LevelColumns(
            int depth, int key, int parent, int name, int order, int[] captions, int[] properties, int end) {}

    /** A member. */
    record Row(
            Object[] ancestors,
            Object key,
            Object parentKey,
            Object name,
            Object order,
            String[] captions,
            Object[] properties) {}

    /**
     * @param above depths of the levels whose keys come first in a row
     * @param distinct whether no row occurs twice
     */
    MemberRows(List<Integer> above, List<LevelColumns> levels, List<Object[]> read, boolean distinct) {
        this.above = above;
        this.levels = levels;
        List<Object[]> finer = read;
        for (LevelColumns level : levels.reversed()) {
            finer = distinct && level == levels.getLast() ? finer : distinct(finer, level.end());
            rows.addFirst(finer);
        }
    }

    private static List<Object[]> distinct(List<Object[]> rows, int columns) {
        Set<Beginning> seen = new HashSet<>();
        return rows.stream()
                .filter(row -> seen.add(new Beginning(row, columns)))
                .toList();
    }

    /** The first values of a row. */
    private record Beginning(Object[] row, int columns) {
        @Override
        public int hashCode() {
            int hash = 1;
            for (int i = 0; i < columns; i++) {
                hash = 31 * hash + Objects.hashCode(row[i]);
            }
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Beginning(Object[] values, int _)
                    && Arrays.equals(row, 0, columns, values, 0, columns);
        }
    }

    /**
     * The rows of a level.
     *
     * @param identity depths of the levels whose keys tell the parent, from the top
     */
    List<Row> of(int depth, List<Integer> identity) {
        int index = depth - levels.getFirst().depth();
        int[] ancestors = identity.stream().mapToInt(this::keyColumn).toArray();
        List<Row> members = new ArrayList<>();
        for (Object[] row : rows.get(index)) {
            Object[] keys = new Object[ancestors.length];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = row[ancestors[i]];
            }
            members.add(member(keys, row, levels.get(index)));
        }
        return members;
    }

    private static Row member(Object[] ancestors, Object[] row, LevelColumns level) {
        String[] captions = new String[level.captions().length];
        for (int i = 0; i < captions.length; i++) {
            captions[i] = Keys.name(row[level.captions()[i]]);
        }
        Object[] properties = new Object[level.properties().length];
        for (int i = 0; i < properties.length; i++) {
            properties[i] = row[level.properties()[i]];
        }
        return new Row(
                ancestors,
                row[level.key()],
                level.parent() < 0 ? null : row[level.parent()],
                row[level.name()],
                row[level.order()],
                captions,
                properties);
    }

    private int keyColumn(int depth) {
        int position = above.indexOf(depth);
        return position >= 0
                ? position
                : levels.get(depth - levels.getFirst().depth()).key();
    }
}
