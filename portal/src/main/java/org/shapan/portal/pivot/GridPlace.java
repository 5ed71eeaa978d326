package org.shapan.portal.pivot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What of a result a menu is asked for.
 *
 * @param row of the cell or row head; −1 for the head of a column
 * @param column of the cell or column head; −1 for the head of a row
 * @param level head column (of a row) or head row (of a column) that was meant; −1: the innermost
 * @param marked lines that are marked together with it, at least its own
 */
record GridPlace(int row, int column, int level, CellRange marked) {
    /**
     * Members of a hierarchy that are meant, in the order shown.
     *
     * @param head of the line that was meant; it has a member
     * @param members unique names; {@code head}'s alone where no others are marked
     */
    record Meant(HeadCell head, List<String> members, boolean onRows) {
        String hierarchy() {
            return head.hierarchy();
        }

        boolean one() {
            return members.size() == 1;
        }
    }

    /** The members of the row heads; empty on a total, on a measure, and on the head of a column. */
    Optional<Meant> ofRows(GridContent content) {
        return row < 0 ? Optional.empty() : meant(content.rows(), row, column < 0 ? level : -1, true);
    }

    /** The members of the column heads. */
    Optional<Meant> ofColumns(GridContent content) {
        return column < 0 ? Optional.empty() : meant(content.columns(), column, row < 0 ? level : -1, false);
    }

    private Optional<Meant> meant(AxisLayout axis, int line, int at, boolean onRows) {
        return head(axis.lines().get(line), at).map(head -> {
            Set<String> members = new LinkedHashSet<>();
            members.add(head.member());
            int first = onRows ? marked.top() : marked.left();
            int last = onRows ? marked.bottom() : marked.right();
            IntStream.rangeClosed(first, last)
                    .mapToObj(i -> axis.lines().get(i))
                    .flatMap(other -> other.heads().stream())
                    .filter(other -> other.member() != null
                            && head.hierarchy().equals(other.hierarchy())
                            && other.column() == head.column())
                    .forEach(other -> members.add(other.member()));
            return new Meant(head, new ArrayList<>(members), onRows);
        });
    }

    private static Optional<HeadCell> head(AxisLine line, int at) {
        return line.heads().reversed().stream()
                .filter(head -> at < 0 || (head.column() <= at && at < head.column() + head.span()))
                .filter(head -> head.member() != null && head.hierarchy() != null)
                .findFirst();
    }

    /** The level of a member that is meant, by the caption of its head column. */
    static Optional<PivotFields.LevelField> level(
            PivotFields.HierarchyField hierarchy, GridContent content, Meant meant) {
        AxisLayout axis = meant.onRows() ? content.rows() : content.columns();
        String caption = axis.headColumns().get(meant.head().column());
        return hierarchy.levels().stream()
                .filter(level -> level.caption().equals(caption))
                .findFirst();
    }
}
