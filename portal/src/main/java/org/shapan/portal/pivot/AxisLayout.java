package org.shapan.portal.pivot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.shapan.portal.pivot.PivotModel.Subtotals;

/**
 * An axis of a result in the order and with the merged heads a reader sees: groups one after the other, subtotals below
 * or above them, the grand total last, measures innermost. It is built of the positions in any order of groups; within a
 * group details keep their order.
 */
public final class AxisLayout {
    /** Text of totals. */
    public interface TotalText {
        /** The grand total. */
        String total();

        /** The subtotal of a member. */
        String subtotal(String member);

        /** What a measure is shown as. */
        default String shownAs(ShowAs kind, String measure) {
            return measure + " " + kind;
        }

        /** A goal, status or trend of a KPI. */
        default String kpi(PivotFields.KpiPart part, String caption) {
            return caption + " " + part;
        }
    }

    /**
     * What the layout knows of a hierarchy on the axis.
     *
     * @param hierarchy unique name
     * @param total unique name of the member that stands for its total
     * @param deepest depth of its deepest level: members there cannot be opened
     * @param levels captions by depth
     * @param open unique names of opened members
     * @param openTo members of a lesser depth are open, too
     * @param closed unique names of members that are not
     */
    public record Spec(
            String hierarchy,
            String total,
            int deepest,
            Map<Integer, String> levels,
            Collection<String> open,
            int openTo,
            Collection<String> closed) {
        public Spec {
            levels = Map.copyOf(levels);
            open = Set.copyOf(open);
            closed = Set.copyOf(closed);
        }

        public Spec(String hierarchy, String total, int deepest, Map<Integer, String> levels, Collection<String> open) {
            this(hierarchy, total, deepest, levels, open, 0, List.of());
        }

        boolean opens(AxisMember member) {
            return open.contains(member.uniqueName())
                    || (member.depth() < openTo && !closed.contains(member.uniqueName()));
        }
    }

    /**
     * How lines stand.
     *
     * @param flat every line for itself in the order given: heads of neighbours are merged, groups are not made
     * @param totalFirst whether the grand total stands first
     */
    record Order(Subtotals subtotals, boolean flat, boolean totalFirst) {}

    private final List<AxisLine> lines;
    private final List<String> headColumns;

    private AxisLayout(List<AxisLine> lines, List<String> headColumns) {
        this.lines = List.copyOf(lines);
        this.headColumns = List.copyOf(headColumns);
    }

    public List<AxisLine> lines() {
        return lines;
    }

    /** Captions of the head columns (of rows) or head rows (of columns): levels, and "" for measures. */
    public List<String> headColumns() {
        return headColumns;
    }

    /**
     * Lays an axis out. Positions of the same members are one line, which shows the first of them.
     *
     * @param positions members of each position: one for each spec, then the measure when {@code measured}
     */
    static AxisLayout of(
            List<List<AxisMember>> positions, List<Spec> specs, boolean measured, Order order, TotalText text) {
        return new Builder(positions, specs, measured, order, text).build();
    }

    /** A place in the tree: a member, a total, or the start of a hierarchy. */
    private static final class Node {
        private final AxisMember member;
        private final Map<String, Node> deeper = new LinkedHashMap<>();
        private Node total;
        private Node next;
        private int position = -1;

        Node(AxisMember member) {
            this.member = member;
        }
    }

    private static final class Builder {
        private final List<List<AxisMember>> positions;
        private final List<Spec> specs;
        private final boolean measured;
        private final Subtotals subtotals;
        private final Order order;
        private final TotalText text;
        private final List<TreeSet<Integer>> depths = new ArrayList<>();
        private final int[] offsets;
        private final List<String> headColumns = new ArrayList<>();
        private final List<AxisLine> lines = new ArrayList<>();
        private final List<List<Integer>> headsOfLine = new ArrayList<>();
        private final List<HeadCell> cells = new ArrayList<>();
        private final List<Integer> stack = new ArrayList<>();
        private final Map<Node, Integer> groups = new HashMap<>();
        private List<AxisMember> above = List.of();
        private int run;

        Builder(List<List<AxisMember>> positions, List<Spec> specs, boolean measured, Order order, TotalText text) {
            this.positions = positions;
            this.specs = specs;
            this.measured = measured;
            this.subtotals = order.subtotals();
            this.order = order;
            this.text = text;
            this.offsets = new int[specs.size() + 1];
        }

        AxisLayout build() {
            for (int i = 0; i < specs.size(); i++) {
                depths.add(depthsOf(i));
                offsets[i] = headColumns.size();
                for (int depth : depths.get(i)) {
                    headColumns.add(specs.get(i).levels().getOrDefault(depth, ""));
                }
            }
            offsets[specs.size()] = headColumns.size();
            if (measured) {
                headColumns.add("");
            }
            Node root = new Node(null);
            for (int position = 0; position < positions.size(); position++) {
                insert(root, positions.get(position), position);
            }
            start(root, 0, AxisLine.Kind.DETAIL, null);
            return new AxisLayout(finish(), headColumns);
        }

        private TreeSet<Integer> depthsOf(int spec) {
            TreeSet<Integer> found = new TreeSet<>();
            for (List<AxisMember> position : positions) {
                AxisMember member = position.get(spec);
                if (!member.uniqueName().equals(specs.get(spec).total())) {
                    found.add(member.depth());
                }
            }
            if (found.isEmpty()) {
                found.add(specs.get(spec).levels().keySet().stream()
                        .min(Integer::compare)
                        .orElse(0));
            }
            return found;
        }

        private void insert(Node root, List<AxisMember> position, int ordinal) {
            Node node = root;
            for (int i = 0; i < specs.size(); i++) {
                AxisMember member = position.get(i);
                if (order.flat() && (above.isEmpty() || !above.subList(0, i + 1).equals(position.subList(0, i + 1)))) {
                    run++;
                    above = List.of();
                }
                if (member.uniqueName().equals(specs.get(i).total())) {
                    if (node.total == null) {
                        node.total = new Node(null);
                    }
                    node = node.total;
                } else {
                    for (AxisMember step : path(member, depths.get(i))) {
                        node = node.deeper.computeIfAbsent(
                                order.flat() ? run + " " + step.uniqueName() : step.uniqueName(),
                                name -> new Node(step));
                    }
                }
                node = next(node);
            }
            if (measured) {
                AxisMember measure = position.getLast();
                node = node.deeper.computeIfAbsent(measure.uniqueName(), name -> new Node(measure));
            }
            node.position = node.position < 0 ? ordinal : node.position;
            above = position;
        }

        /** Every member carries the start of what stands inside it; the innermost start carries the position. */
        private static Node next(Node node) {
            if (node.next == null) {
                node.next = new Node(null);
            }
            return node.next;
        }

        private static List<AxisMember> path(AxisMember member, TreeSet<Integer> shown) {
            List<AxisMember> path = new ArrayList<>();
            for (AxisMember step = member; step != null && step.depth() >= shown.first(); step = step.parent()) {
                if (shown.contains(step.depth())) {
                    path.addFirst(step);
                }
            }
            return path;
        }

        /** The start of hierarchy {@code i}, or of the measures, or of a line. */
        private void start(Node root, int i, AxisLine.Kind kind, String around) {
            if (i == specs.size()) {
                measures(root, kind);
                return;
            }
            boolean first = i == 0 ? order.totalFirst() : subtotals == Subtotals.ABOVE;
            if (root.total != null && first) {
                total(root.total, i, kind, around);
            }
            for (Node member : root.deeper.values()) {
                member(member, root, i, 0, kind);
            }
            if (root.total != null && !first) {
                total(root.total, i, kind, around);
            }
        }

        private void member(Node node, Node parent, int i, int level, AxisLine.Kind kind) {
            Spec spec = specs.get(i);
            int width = depths.get(i).size();
            boolean split = !node.deeper.isEmpty();
            int column = offsets[i] + level;
            int cell = open(column, split ? 1 : width - level, node.member.caption(), node.member, spec, i);
            if (!split) {
                inside(node, parent, i, kind);
            } else {
                boolean self = node.next != null && subtotals != Subtotals.NONE;
                if (self && subtotals == Subtotals.ABOVE) {
                    self(node, parent, i, level, kind);
                }
                for (Node child : node.deeper.values()) {
                    member(child, node, i, level + 1, kind);
                }
                if (self && subtotals == Subtotals.BELOW) {
                    self(node, parent, i, level, kind);
                }
            }
            close(cell);
        }

        /** What an opened member shows for itself, beside its children. */
        private void self(Node node, Node parent, int i, int level, AxisLine.Kind kind) {
            int width = depths.get(i).size();
            int cell = open(
                    offsets[i] + level + 1, width - level - 1, text.subtotal(node.member.caption()), null, null, i);
            inside(node, parent, i, kind == AxisLine.Kind.TOTAL ? kind : AxisLine.Kind.SUBTOTAL);
            close(cell);
        }

        private void total(Node node, int i, AxisLine.Kind kind, String around) {
            AxisLine.Kind here =
                    i == 0 ? AxisLine.Kind.TOTAL : kind == AxisLine.Kind.TOTAL ? kind : AxisLine.Kind.SUBTOTAL;
            String label = i == 0 ? text.total() : kind == AxisLine.Kind.TOTAL ? text.total() : text.subtotal(around);
            int cell = open(offsets[i], offsets[specs.size()] - offsets[i], label, null, null, i);
            lastParent = node;
            innermost(node, i, here);
            close(cell);
        }

        /** Follows totals inwards without further head cells. */
        private void innermost(Node node, int i, AxisLine.Kind kind) {
            Node inner = node.next;
            for (int k = i + 1; k < specs.size() && inner != null; k++) {
                inner = inner.total == null ? null : inner.total.next;
            }
            if (inner != null) {
                measures(inner, kind);
            }
        }

        private void inside(Node node, Node parent, int i, AxisLine.Kind kind) {
            if (node.next == null) {
                return;
            }
            lastParent = parent;
            start(node.next, i + 1, kind, node.member.caption());
        }

        private Node lastParent;

        private void measures(Node root, AxisLine.Kind kind) {
            if (!measured) {
                line(root.position, kind, null, root);
                return;
            }
            for (Node measure : root.deeper.values()) {
                int cell = open(offsets[specs.size()], 1, measure.member.caption(), measure.member, null, specs.size());
                line(measure.position, kind, measure.member.uniqueName(), root);
                close(cell);
            }
        }

        private void line(int position, AxisLine.Kind kind, String measure, Node root) {
            int group = groups.computeIfAbsent(lastParent == null ? root : lastParent, node -> groups.size());
            headsOfLine.add(List.copyOf(stack));
            lines.add(new AxisLine(position, kind, List.of(), group, measure));
        }

        private int open(int column, int span, String caption, AxisMember member, Spec spec, int hierarchy) {
            HeadCell.Box box = HeadCell.Box.NONE;
            if (member != null && spec != null) {
                if (spec.opens(member)) {
                    box = HeadCell.Box.OPEN;
                } else if (member.depth() < spec.deepest()) {
                    box = HeadCell.Box.CLOSED;
                }
            }
            boolean innermost =
                    hierarchy >= specs.size() - 1 && box != HeadCell.Box.OPEN && column + span >= offsets[specs.size()];
            boolean strong = member == null || (spec != null && !(innermost && column > 0));
            cells.add(new HeadCell(
                    column,
                    span,
                    lines.size(),
                    0,
                    caption,
                    member == null ? null : member.uniqueName(),
                    spec == null ? null : spec.hierarchy(),
                    box,
                    strong));
            stack.add(cells.size() - 1);
            return cells.size() - 1;
        }

        private void close(int cell) {
            HeadCell open = cells.get(cell);
            cells.set(
                    cell,
                    new HeadCell(
                            open.column(),
                            open.span(),
                            open.start(),
                            lines.size() - open.start(),
                            open.text(),
                            open.member(),
                            open.hierarchy(),
                            open.box(),
                            open.strong()));
            stack.removeLast();
        }

        private List<AxisLine> finish() {
            List<AxisLine> finished = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                AxisLine line = lines.get(i);
                List<HeadCell> heads =
                        headsOfLine.get(i).stream().map(cells::get).toList();
                finished.add(new AxisLine(line.position(), line.kind(), heads, line.group(), line.measure()));
            }
            return finished;
        }
    }
}
