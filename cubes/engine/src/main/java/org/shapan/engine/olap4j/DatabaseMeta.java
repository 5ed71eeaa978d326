package org.shapan.engine.olap4j;

import java.util.List;
import org.olap4j.OlapConnection;
import org.olap4j.OlapDatabaseMetaData;
import org.olap4j.OlapException;
import org.olap4j.impl.ArrayNamedListImpl;
import org.olap4j.metadata.Catalog;
import org.olap4j.metadata.Database;
import org.olap4j.metadata.NamedList;
import org.olap4j.metadata.Schema;
import org.shapan.engine.api.EngineException;

/** The data source of a connection, and its catalogs. */
final class DatabaseMeta implements Database {
    static final String PROVIDER = "Shapan";

    private final ConnectionTarget connection;
    private final String name;
    private final String url;

    DatabaseMeta(ConnectionTarget connection, String name, String url) {
        this.connection = connection;
        this.name = name;
        this.url = url;
    }

    Catalog catalog(String catalogName) {
        return new CatalogMeta(catalogName);
    }

    NamedList<Database> asList() {
        return new Named<>(List.of(this));
    }

    @Override
    public OlapConnection getOlapConnection() {
        return connection.facade();
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getDescription() {
        return "Shapan cubes over " + name;
    }

    @Override
    public String getURL() {
        return url;
    }

    @Override
    public String getDataSourceInfo() {
        return name;
    }

    @Override
    public String getProviderName() {
        return PROVIDER;
    }

    @Override
    public List<ProviderType> getProviderTypes() {
        return List.of(ProviderType.MDP);
    }

    @Override
    public List<AuthenticationMode> getAuthenticationModes() {
        return List.of(AuthenticationMode.Unauthenticated);
    }

    @Override
    public NamedList<Catalog> getCatalogs() {
        return new Named<>(
                connection.visibleCatalogs().stream().map(this::catalog).toList());
    }

    private final class CatalogMeta implements Catalog {
        private final String catalogName;

        CatalogMeta(String catalogName) {
            this.catalogName = catalogName;
        }

        @Override
        public NamedList<Schema> getSchemas() throws OlapException {
            try {
                return new Named<>(List.of(connection.schemaMeta(this)));
            } catch (EngineException e) {
                throw OlapErrors.of(e);
            }
        }

        @Override
        public String getName() {
            return catalogName;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof CatalogMeta that
                    && that.catalogName.equals(catalogName)
                    && that.getDatabase() == getDatabase();
        }

        @Override
        public int hashCode() {
            return catalogName.hashCode();
        }

        @Override
        public OlapDatabaseMetaData getMetaData() {
            return connection.getMetaData();
        }

        @Override
        public Database getDatabase() {
            return DatabaseMeta.this;
        }
    }

    /** Databases, catalogs and schemas have names but are no metadata elements. */
    private static final class Named<T> extends ArrayNamedListImpl<T> {
        private static final long serialVersionUID = 1L;

        Named(List<? extends T> elements) {
            super(elements);
        }

        @Override
        public String getName(Object element) {
            return switch (element) {
                case DatabaseMeta database -> database.getName();
                case Catalog catalog -> catalog.getName();
                case Schema schema -> schema.getName();
                default -> throw new IllegalArgumentException("not in this list: " + element);
            };
        }
    }
}
