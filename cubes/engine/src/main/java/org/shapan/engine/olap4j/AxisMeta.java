package org.shapan.engine.olap4j;

import java.util.List;
import org.olap4j.Axis;
import org.olap4j.CellSetAxisMetaData;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Property;

/** The hierarchies and asked-for properties of an axis. */
record AxisMeta(Axis axis, List<Hierarchy> hierarchies, List<Property> properties) implements CellSetAxisMetaData {

    @Override
    public Axis getAxisOrdinal() {
        return axis;
    }

    @Override
    public List<Hierarchy> getHierarchies() {
        return hierarchies;
    }

    @Override
    public List<Property> getProperties() {
        return properties;
    }
}
