package org.shapan.engine.calc;

import java.util.List;
import java.util.Locale;
import org.shapan.engine.api.CellBlock;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;

/** The result of a query: axes as tuple lists, cells as columns. Immutable. */
public final class QueryResult implements CellBlock {
    private final Cube cube;
    private final TupleList slicer;
    private final List<TupleList> axes;
    private final List<AxisPlan> plans;
    private final CellColumns cells;
    private final List<String> sets;
    private final List<String> cellProperties;
    private final MemberProperties properties;
    private final Locale locale;

    QueryResult(CompiledQuery query, TupleList slicer, List<TupleList> axes, CellColumns cells, List<String> sets) {
        this.cube = query.access().cube();
        this.slicer = slicer;
        this.axes = List.copyOf(axes);
        this.plans = query.axes();
        this.cells = cells;
        this.sets = List.copyOf(sets);
        this.cellProperties = query.cellProperties();
        this.locale = query.locale();
        this.properties = new MemberProperties(query.access(), locale);
    }

    public Cube cube() {
        return cube;
    }

    /** What the query's sets are and how they were made, in words. */
    public List<String> sets() {
        return sets;
    }

    /** Hierarchies of an axis, also of an empty one. */
    public List<Hierarchy> hierarchies(int axis) {
        List<Hierarchy> hierarchies = tuples(axis).hierarchies();
        return hierarchies.isEmpty() && axis != SLICER ? plans.get(axis).hierarchies() : hierarchies;
    }

    public Member member(int axis, int position, int column) {
        return tuples(axis).member(position, column);
    }

    /** What DIMENSION PROPERTIES asked for, as written, in that order. */
    public List<String> dimensionProperties(int axis) {
        return axis == SLICER ? List.of() : plans.get(axis).properties();
    }

    /** What CELL PROPERTIES asked for; empty when the clause is absent. */
    public List<String> cellProperties() {
        return cellProperties;
    }

    @Override
    public int axisCount() {
        return axes.size();
    }

    @Override
    public int positionCount(int axis) {
        return tuples(axis).size();
    }

    @Override
    public int width(int axis) {
        return tuples(axis).width();
    }

    @Override
    public String hierarchy(int axis, int column) {
        return hierarchies(axis).get(column).uniqueName();
    }

    @Override
    public int memberId(int axis, int position, int column) {
        return member(axis, position, column).id();
    }

    @Override
    public String memberUniqueName(int axis, int position, int column) {
        return member(axis, position, column).uniqueName();
    }

    @Override
    public String memberCaption(int axis, int position, int column) {
        return member(axis, position, column).caption(locale);
    }

    @Override
    public int memberDepth(int axis, int position, int column) {
        return member(axis, position, column).depth();
    }

    @Override
    public Object memberProperty(int axis, int position, int column, String name) {
        return properties.value(member(axis, position, column), name);
    }

    @Override
    public int cellCount() {
        return cells.size();
    }

    @Override
    public int ordinal(int... positions) {
        int ordinal = 0;
        for (int axis = axes.size() - 1; axis >= 0; axis--) {
            ordinal = ordinal * axes.get(axis).size() + positions[axis];
        }
        return ordinal;
    }

    @Override
    public boolean isEmpty(int ordinal) {
        return cells.isEmpty(ordinal);
    }

    @Override
    public boolean isError(int ordinal) {
        return cells.isError(ordinal);
    }

    @Override
    public double doubleValue(int ordinal) {
        return cells.doubleValue(ordinal);
    }

    @Override
    public Object value(int ordinal) {
        return cells.value(ordinal);
    }

    @Override
    public String formatted(int ordinal) {
        if (cells.isError(ordinal)) {
            return "#ERR: " + cells.errors(ordinal).get(0);
        }
        return CellText.format(cells.format(ordinal), cells.value(ordinal), locale);
    }

    @Override
    public List<String> errors(int ordinal) {
        return cells.errors(ordinal);
    }

    @Override
    public Object property(int ordinal, String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "VALUE" -> value(ordinal);
            case "FORMATTED_VALUE" -> formatted(ordinal);
            case "CELL_ORDINAL" -> ordinal;
            case "FORMAT_STRING" -> cells.format(ordinal);
            default -> cells.property(ordinal, name.toUpperCase(Locale.ROOT));
        };
    }

    private TupleList tuples(int axis) {
        return axis == SLICER ? slicer : axes.get(axis);
    }
}
