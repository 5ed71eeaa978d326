package org.shapan.engine.olap4j;

import java.util.ArrayList;
import java.util.List;
import org.olap4j.Axis;
import org.olap4j.CellSetAxisMetaData;
import org.olap4j.CellSetMetaData;
import org.olap4j.OlapException;
import org.olap4j.impl.ArrayNamedListImpl;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Level;
import org.olap4j.metadata.NamedList;
import org.olap4j.metadata.Property;
import org.shapan.engine.sql.DataType;
import org.shapan.engine.star.Labels;
import org.shapan.engine.star.MemberProperty;

/**
 * Answers {@link CellSetMetaData}, of a cell set or of a query that has not run. Equal when cube, axes and properties are.
 *
 * @param axes columns first
 */
public record CellSetMeta(Cube cube, List<AxisMeta> axes, AxisMeta filter, List<Property> cellProperties) {
    private static final List<Property> DEFAULT_CELL_PROPERTIES = List.of(
            Property.StandardCellProperty.VALUE,
            Property.StandardCellProperty.FORMATTED_VALUE,
            Property.StandardCellProperty.CELL_ORDINAL);

    static CellSetMeta of(QueryDescription query, CubeMeta cube) {
        List<AxisMeta> axes = new ArrayList<>();
        for (int axis = 0; axis < query.axes().size(); axis++) {
            axes.add(axis(
                    cube,
                    Axis.Factory.forOrdinal(axis),
                    query.axes().get(axis).tupleHierarchies(),
                    query.dimensionProperties().get(axis)));
        }
        return new CellSetMeta(
                cube,
                axes,
                axis(
                        cube,
                        Axis.FILTER,
                        query.slicer() == null ? List.of() : query.slicer().tupleHierarchies(),
                        List.of()),
                cellProperties(query.cellProperties()));
    }

    static AxisMeta axis(
            CubeMeta cube, Axis axis, List<org.shapan.engine.star.Hierarchy> hierarchies, List<String> properties) {
        List<Hierarchy> shown = new ArrayList<>();
        hierarchies.forEach(hierarchy -> shown.add(cube.meta(hierarchy)));
        return new AxisMeta(
                axis,
                shown,
                properties.stream().map(name -> property(cube, name, shown)).toList());
    }

    /** The property of the first level that has it; a property of our own making where none declares it, as for FORMAT_EXP. */
    private static Property property(CubeMeta cube, String name, List<Hierarchy> hierarchies) {
        for (Hierarchy hierarchy : hierarchies) {
            for (Level level : hierarchy.getLevels()) {
                Property found = level.getProperties().get(name);
                if (found != null) {
                    return found;
                }
            }
        }
        return new MemberPropertyMeta(new MemberProperty(name, DataType.STRING, Labels.NONE, false), cube.context);
    }

    static List<Property> cellProperties(List<String> names) {
        if (names.isEmpty()) {
            return DEFAULT_CELL_PROPERTIES;
        }
        List<Property> properties = new ArrayList<>();
        for (Property.StandardCellProperty property : Property.StandardCellProperty.values()) {
            if (names.stream().anyMatch(property.name()::equalsIgnoreCase)) {
                properties.add(property);
            }
        }
        return properties;
    }

    CellSetMetaData facade() {
        return JdbcFacade.of(CellSetMetaData.class, this);
    }

    public NamedList<Property> getCellProperties() {
        return new MetaList<>(cellProperties);
    }

    public Cube getCube() {
        return cube;
    }

    public NamedList<CellSetAxisMetaData> getAxesMetaData() {
        return new AxisMetaList(axes);
    }

    public CellSetAxisMetaData getFilterAxisMetaData() {
        return filter;
    }

    public int getColumnCount() {
        return 0;
    }

    public <T> T unwrap(Class<T> type) throws OlapException {
        return Wrapped.of(this).as(type);
    }

    public boolean isWrapperFor(Class<?> type) {
        return Wrapped.of(this).has(type);
    }

    private static final class AxisMetaList extends ArrayNamedListImpl<CellSetAxisMetaData> {
        private static final long serialVersionUID = 1L;

        AxisMetaList(List<AxisMeta> axes) {
            super(axes);
        }

        @Override
        public String getName(Object axis) {
            return ((CellSetAxisMetaData) axis).getAxisOrdinal().name();
        }
    }
}
