package org.shapan.engine.olap4j;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.olap4j.metadata.Catalog;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Dimension;
import org.olap4j.metadata.NamedList;
import org.olap4j.metadata.Schema;

/** The one schema of a catalog, named like it: its visible cubes under one state of the catalog. */
final class SchemaMeta implements Schema {
    private final Catalog catalog;
    private final Map<org.shapan.engine.star.Cube, CubeMeta> cubes = new LinkedHashMap<>();

    SchemaMeta(ConnectionContext context, Catalog catalog, OlapServer.CatalogView view) {
        this.catalog = catalog;
        SnapshotContext snapshot = new SnapshotContext(context, view);
        view.cubes().forEach(cube -> cubes.put(cube, new CubeMeta(this, cube, snapshot)));
    }

    /** Of a cube of this state. */
    CubeMeta meta(org.shapan.engine.star.Cube cube) {
        return cubes.get(cube);
    }

    @Override
    public Catalog getCatalog() {
        return catalog;
    }

    @Override
    public String getName() {
        return catalog.getName();
    }

    @Override
    public NamedList<Cube> getCubes() {
        return new MetaList<>(
                cubes.values().stream().filter(CubeMeta::isVisible).toList());
    }

    @Override
    public NamedList<Dimension> getSharedDimensions() {
        Map<String, Dimension> byName = new LinkedHashMap<>();
        cubes.values()
                .forEach(cube -> cube.getDimensions().stream()
                        .filter(dimension -> !((DimensionMeta) dimension).element.isMeasures())
                        .forEach(dimension -> byName.putIfAbsent(dimension.getName(), dimension)));
        return new MetaList<>(byName.values());
    }

    @Override
    public Collection<Locale> getSupportedLocales() {
        return List.of(Locale.ENGLISH, Locale.CHINESE);
    }

    /** The connection's locale over a fixed state of the catalog. */
    private record SnapshotContext(ConnectionContext connection, OlapServer.CatalogView view)
            implements ConnectionContext {
        @Override
        public Locale locale() {
            return connection.locale();
        }

        @Override
        public List<org.shapan.engine.star.Cube> cubes() {
            return view.cubes();
        }

        @Override
        public org.shapan.engine.access.CubeAccess access(org.shapan.engine.star.Cube cube) {
            return view.access(cube);
        }
    }
}
