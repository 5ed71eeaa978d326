package org.shapan.portal.pivot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.shapan.portal.pivot.PivotLook.Form;

/**
 * The heads of rows as they are drawn, in the form a person chose. What a line is about is said by its own heads: those of an
 * {@link AxisLine} do not depend on the form.
 */
final class RowHeads {
    /**
     * A head as it is drawn, merged over {@code run} lines from {@code start} and over {@code span} columns.
     *
     * @param head what it is of; its column is the level it stands for
     * @param indent how many groups it stands in, where they are not columns; else 0
     */
    record Drawn(HeadCell head, String text, int column, int span, int start, int run, int indent) {
        /** Whether it is written in a line; its other lines are merged with that. */
        boolean startsAt(int line) {
            return start == line;
        }
    }

    /** Between groups that are written in one text. */
    static final String STEP = " › ";

    private final AxisLayout rows;
    private final PivotLook look;

    private RowHeads(AxisLayout rows, PivotLook look) {
        this.rows = rows;
        this.look = look;
    }

    static RowHeads of(GridContent content) {
        return new RowHeads(content.rows(), content.look());
    }

    /** Captions of the columns; at least one. */
    List<String> captions() {
        List<String> levels = rows.headColumns();
        if (levels.isEmpty()) {
            return List.of("");
        }
        return look.form() == Form.COMPACT
                ? List.of(levels.stream().filter(level -> !level.isEmpty()).collect(Collectors.joining(" / ")))
                : levels;
    }

    /** The heads of a line, from the left. */
    List<Drawn> of(int line) {
        List<HeadCell> heads = rows.lines().get(line).heads();
        return switch (look.form()) {
            case TABULAR -> heads.stream().map(head -> tabular(head, line)).toList();
            case OUTLINE -> outline(withoutOwnTotals(heads), line);
            case COMPACT -> compact(withoutOwnTotals(heads), line);
        };
    }

    private Drawn tabular(HeadCell head, int line) {
        int start = look.repeat() ? line : head.start();
        return new Drawn(head, head.text(), head.column(), head.span(), start, look.repeat() ? 1 : head.run(), 0);
    }

    private List<Drawn> outline(List<HeadCell> heads, int line) {
        List<Drawn> drawn = new ArrayList<>();
        for (HeadCell head : heads) {
            boolean written = look.repeat() || head.start() == line;
            drawn.add(new Drawn(head, written ? head.text() : "", head.column(), head.span(), line, 1, 0));
        }
        return drawn;
    }

    /** What begins in a line stands in it: a group without a row of its own before its first detail. */
    private List<Drawn> compact(List<HeadCell> heads, int line) {
        if (heads.isEmpty()) {
            return List.of();
        }
        int first = 0;
        while (first < heads.size() - 1 && heads.get(first).start() != line) {
            first++;
        }
        List<HeadCell> begun = heads.subList(first, heads.size());
        HeadCell of = begun.stream()
                .filter(head -> head.box() != HeadCell.Box.NONE)
                .findFirst()
                .orElse(begun.getLast());
        String text = begun.stream().map(HeadCell::text).collect(Collectors.joining(STEP));
        return List.of(new Drawn(of, text, 0, 1, line, 1, first));
    }

    /** A group takes the place of the head that says it is its total. */
    private static List<HeadCell> withoutOwnTotals(List<HeadCell> heads) {
        List<HeadCell> kept = new ArrayList<>();
        for (HeadCell head : heads) {
            if (head.member() == null && !kept.isEmpty()) {
                HeadCell group = kept.removeLast();
                kept.add(group.over(head.column() + head.span() - group.column()));
            } else {
                kept.add(head);
            }
        }
        return kept;
    }
}
