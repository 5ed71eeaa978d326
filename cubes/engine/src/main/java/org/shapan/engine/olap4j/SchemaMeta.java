package org.shapan.engine.olap4j;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.olap4j.metadata.Catalog;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Dimension;
import org.olap4j.metadata.NamedList;
import org.olap4j.metadata.Schema;

/** The one schema of a catalog, named like it: its visible cubes under one state of the catalog. */
final class SchemaMeta implements Schema {
    private final Catalog catalog;
    private final ConnectionContext context;
    private final Set<String> shared;
    private final Map<org.shapan.engine.star.Cube, CubeMeta> cubes = new LinkedHashMap<>();

    SchemaMeta(ConnectionTarget connection, Catalog catalog, OlapServer.CatalogView view) {
        this.catalog = catalog;
        this.shared = view.sharedDimensions();
        this.context = new ConnectionContext(connection, view);
        view.cubes().forEach(cube -> cubes.put(cube, new CubeMeta(this, cube, context)));
    }

    /** Cubes that are not to be listed included. */
    Collection<CubeMeta> allCubes() {
        return cubes.values();
    }

    /** As {@link ConnectionContext#describe}. */
    QueryDescription describe(String mdx) {
        return context.describe(mdx);
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

    /** Dimensions that the catalog shares between cubes, of those that the role sees in any. */
    @Override
    public NamedList<Dimension> getSharedDimensions() {
        Map<String, Dimension> byName = new TreeMap<>();
        cubes.values()
                .forEach(cube -> cube.getDimensions().stream()
                        .filter(dimension -> shared.contains(dimension.getName()))
                        .forEach(dimension -> byName.putIfAbsent(dimension.getName(), dimension)));
        return new MetaList<>(byName.values());
    }

    @Override
    public Collection<Locale> getSupportedLocales() {
        return List.of(Locale.ENGLISH, Locale.CHINESE);
    }
}
