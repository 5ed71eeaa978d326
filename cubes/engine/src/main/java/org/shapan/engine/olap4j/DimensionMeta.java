package org.shapan.engine.olap4j;

import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.NamedList;
import org.shapan.engine.star.Dimension;

/** A dimension with the hierarchies that the role sees. */
final class DimensionMeta extends ElementMeta<Dimension> implements org.olap4j.metadata.Dimension {
    private final NamedList<Hierarchy> hierarchies;

    DimensionMeta(CubeMeta cube, Dimension dimension) {
        super(dimension, cube.context);
        this.hierarchies = new MetaList<>(dimension.hierarchies().stream()
                .filter(cube.access()::canSee)
                .map(hierarchy -> new HierarchyMeta(cube, this, hierarchy))
                .toList());
    }

    @Override
    public NamedList<Hierarchy> getHierarchies() {
        return hierarchies;
    }

    @Override
    public Type getDimensionType() {
        if (element.isMeasures()) {
            return Type.MEASURE;
        }
        return element.isTime() ? Type.TIME : Type.OTHER;
    }

    @Override
    public Hierarchy getDefaultHierarchy() {
        return hierarchies.get(0);
    }
}
