package org.shapan.engine.cell;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;

/**
 * A list of tuples, stored by column: one array of members per hierarchy. A set of members is a list of width 1.
 *
 * <p>Built by {@link Builder}; immutable afterwards. Duplicates are kept, the null member is not (builders drop tuples that contain
 * it).
 */
public final class TupleList {
    private final List<Hierarchy> hierarchies;
    private final Member[][] columns;
    private final int size;

    private TupleList(List<Hierarchy> hierarchies, Member[][] columns, int size) {
        this.hierarchies = hierarchies;
        this.columns = columns;
        this.size = size;
    }

    public static TupleList empty(List<Hierarchy> hierarchies) {
        return new Builder(hierarchies, 0).build();
    }

    public static TupleList ofMembers(Hierarchy hierarchy, List<? extends Member> members) {
        Builder builder = new Builder(List.of(hierarchy), members.size());
        for (Member member : members) {
            builder.add(member);
        }
        return builder.build();
    }

    /** Hierarchies of the columns, in order. */
    public List<Hierarchy> hierarchies() {
        return hierarchies;
    }

    public int width() {
        return columns.length;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public Member member(int row, int column) {
        return columns[column][row];
    }

    /** Copies one tuple into {@code into}, which must be at least {@link #width} long. */
    public void copyRow(int row, Member[] into) {
        for (int c = 0; c < columns.length; c++) {
            into[c] = columns[c][row];
        }
    }

    /** Puts the members of a row into a context, each at the ordinal of its hierarchy. */
    public void setContext(int row, Member[] context) {
        for (int c = 0; c < columns.length; c++) {
            Member member = columns[c][row];
            context[member.hierarchy().ordinal()] = member;
        }
    }

    /** The rows given by position, in that order. */
    public TupleList select(int[] rows, int count) {
        Member[][] selected = new Member[columns.length][count];
        for (int c = 0; c < columns.length; c++) {
            for (int i = 0; i < count; i++) {
                selected[c][i] = columns[c][rows[i]];
            }
        }
        return new TupleList(hierarchies, selected, count);
    }

    /** Rows {@code from} (inclusive) to {@code to} (exclusive). */
    public TupleList slice(int from, int to) {
        Member[][] sliced = new Member[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            sliced[c] = Arrays.copyOfRange(columns[c], from, to);
        }
        return new TupleList(hierarchies, sliced, to - from);
    }

    /** All rows with some of the columns only. */
    public TupleList project(int[] some) {
        Member[][] kept = new Member[some.length][];
        for (int c = 0; c < some.length; c++) {
            kept[c] = columns[some[c]];
        }
        return new TupleList(Arrays.stream(some).mapToObj(hierarchies::get).toList(), kept, size);
    }

    /** Columns in which not all rows have the same member. */
    public int[] varyingColumns() {
        return IntStream.range(0, columns.length)
                .filter(c -> Arrays.stream(columns[c], 0, size).anyMatch(member -> member != columns[c][0]))
                .toArray();
    }

    /** Whether two rows, possibly of different lists, hold the same members. */
    public boolean sameRow(int row, TupleList other, int otherRow) {
        for (int c = 0; c < columns.length; c++) {
            if (columns[c][row] != other.columns[c][otherRow]) {
                return false;
            }
        }
        return true;
    }

    public int hashRow(int row) {
        int hash = 0;
        for (Member[] column : columns) {
            hash = hash * 31 + System.identityHashCode(column[row]);
        }
        return hash;
    }

    /** Collects rows; not thread-safe. */
    public static final class Builder {
        private final List<Hierarchy> hierarchies;
        private final Member[][] columns;
        private int size;

        public Builder(List<Hierarchy> hierarchies, int capacity) {
            this.hierarchies = List.copyOf(hierarchies);
            this.columns = new Member[hierarchies.size()][Math.max(capacity, 4)];
        }

        /** Adds a row of width 1; the null member is dropped. */
        public void add(Member member) {
            if (member.isNull()) {
                return;
            }
            grow();
            columns[0][size++] = member;
        }

        /** Adds a row; dropped when any member is the null member. */
        public void add(Member[] row) {
            for (int c = 0; c < columns.length; c++) {
                if (row[c].isNull()) {
                    return;
                }
            }
            grow();
            for (int c = 0; c < columns.length; c++) {
                columns[c][size] = row[c];
            }
            size++;
        }

        public void add(TupleList list, int row) {
            grow();
            for (int c = 0; c < columns.length; c++) {
                columns[c][size] = list.columns[c][row];
            }
            size++;
        }

        /**
         * @throws EngineException MDX_TYPE when the tuples are of other width, which is known only now where a formula chooses among
         *     sets
         */
        public void addAll(TupleList list) {
            if (list.size > 0 && list.columns.length != columns.length) {
                throw new EngineException(
                        OlapErrorCode.MDX_TYPE,
                        "Tuples of %d hierarchies cannot be in one set with tuples of %d"
                                .formatted(list.columns.length, columns.length));
            }
            for (int row = 0; row < list.size; row++) {
                add(list, row);
            }
        }

        public int size() {
            return size;
        }

        public TupleList build() {
            Member[][] trimmed = new Member[columns.length][];
            for (int c = 0; c < columns.length; c++) {
                trimmed[c] = Arrays.copyOf(columns[c], size);
            }
            return new TupleList(hierarchies, trimmed, size);
        }

        private void grow() {
            if (columns.length > 0 && size == columns[0].length) {
                for (int c = 0; c < columns.length; c++) {
                    columns[c] = Arrays.copyOf(columns[c], size * 2);
                }
            }
        }
    }
}
