package org.shapan.engine.olap4j;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.olap4j.OlapConnection;
import org.olap4j.OlapDatabaseMetaData;
import org.olap4j.OlapException;
import org.olap4j.OlapStatement;
import org.olap4j.PreparedOlapStatement;
import org.olap4j.Scenario;
import org.olap4j.mdx.parser.MdxParser;
import org.olap4j.mdx.parser.MdxParserFactory;
import org.olap4j.mdx.parser.MdxValidator;
import org.olap4j.mdx.parser.impl.DefaultMdxParserImpl;
import org.olap4j.metadata.Catalog;
import org.olap4j.metadata.Database;
import org.olap4j.metadata.NamedList;
import org.olap4j.metadata.Schema;
import org.shapan.engine.api.CacheControl;
import org.shapan.engine.api.CubeConnection;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.MemberSearch;
import org.shapan.engine.api.OlapErrorCode;

/**
 * Answers {@link OlapConnection}: a catalog, the roles and the locale under which everything is seen. Cheap; not thread-safe as a
 * whole, but its statements may run at the same time. Public methods are called through {@link JdbcFacade}.
 */
public final class ConnectionTarget {
    private final OlapServer server;
    private final String user;
    private final String customData;
    private final Runnable onClose;
    private final List<String> grantedRoles;
    private final OlapConnection facade;
    private final DatabaseMeta database;
    private volatile List<String> roles;
    private volatile Locale locale;
    private volatile String catalog;
    private volatile boolean closed;
    private volatile OlapServer.CatalogView view;
    private volatile SchemaMeta schema;

    private ConnectionTarget(
            OlapServer server,
            String catalog,
            List<String> roles,
            Locale locale,
            String user,
            String customData,
            String url,
            Runnable onClose) {
        this.server = server;
        this.catalog = catalog;
        this.grantedRoles = List.copyOf(roles);
        this.roles = grantedRoles;
        this.locale = locale;
        this.user = user;
        this.customData = customData;
        this.onClose = onClose;
        this.database = new DatabaseMeta(this, server.name(), url);
        this.facade = JdbcFacade.of(OlapConnection.class, this);
    }

    /**
     * Opens a connection.
     *
     * @param roles the union of these is what the connection sees; empty for unrestricted access
     * @param user for the fair queue and the query log; never part of a cache key
     * @param customData what formulas get from {@code CustomData()}, or null
     * @param onClose run when the connection is closed for the first time
     * @throws EngineException CONNECTION when the catalog or a role does not exist
     */
    public static OlapConnection open(
            OlapServer server,
            String catalog,
            List<String> roles,
            Locale locale,
            String user,
            String customData,
            String url,
            Runnable onClose) {
        ConnectionTarget target = new ConnectionTarget(server, catalog, roles, locale, user, customData, url, onClose);
        target.view();
        return target.facade;
    }

    OlapConnection facade() {
        return facade;
    }

    OlapServer server() {
        return server;
    }

    /** The catalog as it is now; metadata is made anew after a reload or a change of role. */
    private synchronized OlapServer.CatalogView view() {
        OlapServer.CatalogView now = server.catalog(catalog, roles);
        if (now != view) {
            view = now;
            schema = new SchemaMeta(this, database.catalog(now.name()), now);
        }
        return now;
    }

    synchronized SchemaMeta schemaMeta() {
        view();
        return schema;
    }

    /** Metadata of the cube of a query, in the state of the catalog that it ran on. */
    synchronized CubeMeta meta(QueryOutcome outcome) {
        OlapServer.CatalogView ranOn = outcome.catalog();
        SchemaMeta state = ranOn == view ? schema : new SchemaMeta(this, database.catalog(ranOn.name()), ranOn);
        return state.meta(outcome.cube());
    }

    /** The schema of any catalog that the connection sees, under its roles. */
    SchemaMeta schemaMeta(Catalog wanted) {
        return wanted.getName().equals(catalog)
                ? schemaMeta()
                : new SchemaMeta(this, wanted, server.catalog(wanted.getName(), roles));
    }

    /** Catalogs that have the connection's roles; all for an unrestricted connection. */
    List<String> visibleCatalogs() {
        return server.catalogNames().stream()
                .filter(name -> server.roleNames(name).containsAll(roles))
                .toList();
    }

    StatementOutcome execute(
            String mdx, Duration timeout, Map<String, Object> parameters, CancelSignal signal, Progress progress)
            throws OlapException {
        checkOpen();
        return server.execute(
                new OlapServer.Query(mdx, view(), locale, user, customData, timeout, parameters, signal, progress));
    }

    /** What a query would give to this connection, with the metadata of its cube in the same state of the catalog. */
    Described describe(String mdx) throws OlapException {
        checkOpen();
        try {
            SchemaMeta state = schemaMeta();
            QueryDescription query = state.describe(mdx);
            return new Described(query, state.meta(query.cube()));
        } catch (EngineException e) {
            throw OlapErrors.of(e);
        }
    }

    record Described(QueryDescription query, CubeMeta cube) {}

    private void checkOpen() throws OlapException {
        if (closed) {
            throw new OlapException("the connection is closed");
        }
    }

    public OlapStatement createStatement() throws OlapException {
        checkOpen();
        return new StatementTarget(this).facade(OlapStatement.class);
    }

    public PreparedOlapStatement prepareOlapStatement(String mdx) throws OlapException {
        checkOpen();
        return new PreparedTarget(this, mdx).facade(PreparedOlapStatement.class);
    }

    public OlapDatabaseMetaData getMetaData() {
        return new DatabaseMetaDataTarget(this, database.getURL()).facade();
    }

    /** olap4j's own parser, for clients that build its parse tree; queries run by the engine's parser. */
    public MdxParserFactory getParserFactory() {
        return new MdxParserFactory() {
            @Override
            public MdxParser createMdxParser(OlapConnection connection) {
                return new DefaultMdxParserImpl();
            }

            @Override
            public MdxValidator createMdxValidator(OlapConnection connection) {
                return new Validator(ConnectionTarget.this);
            }
        };
    }

    public String getDatabase() {
        return server.name();
    }

    public void setDatabase(String name) throws OlapException {
        if (!server.name().equals(name)) {
            throw OlapErrors.of(
                    OlapErrorCode.CONNECTION, "no database named '" + name + "'; there is '" + server.name() + "'");
        }
    }

    public Database getOlapDatabase() {
        return database;
    }

    public NamedList<Database> getOlapDatabases() {
        return database.asList();
    }

    public String getCatalog() {
        return catalog;
    }

    public void setCatalog(String name) throws OlapException {
        List<String> visible = visibleCatalogs();
        if (name == null || !visible.contains(name)) {
            throw OlapErrors.of(OlapErrorCode.CONNECTION, "no catalog named '" + name + "'; there are " + visible);
        }
        catalog = name;
    }

    public Catalog getOlapCatalog() {
        return schemaMeta().getCatalog();
    }

    public NamedList<Catalog> getOlapCatalogs() {
        return database.getCatalogs();
    }

    public String getSchema() {
        return schemaMeta().getName();
    }

    public void setSchema(String name) throws OlapException {
        if (!getSchema().equals(name)) {
            throw OlapErrors.of(
                    OlapErrorCode.CONNECTION, "a catalog has one schema, named like it: '" + getSchema() + "'");
        }
    }

    public Schema getOlapSchema() {
        return schemaMeta();
    }

    public NamedList<Schema> getOlapSchemas() throws OlapException {
        return getOlapCatalog().getSchemas();
    }

    public void setLocale(Locale newLocale) {
        if (newLocale == null) {
            throw new IllegalArgumentException("locale is null");
        }
        locale = newLocale;
    }

    public Locale getLocale() {
        return locale;
    }

    /** Narrows to one role. A connection that was opened under roles may take only one of those. */
    public void setRoleName(String name) throws OlapException {
        if (name != null && !getAvailableRoleNames().contains(name)) {
            throw new OlapException("no role named '" + name + "' for this connection");
        }
        List<String> before = roles;
        roles = name == null ? grantedRoles : List.of(name);
        try {
            view();
        } catch (EngineException e) {
            roles = before;
            throw OlapErrors.of(e);
        }
    }

    public String getRoleName() {
        return roles.isEmpty() ? null : String.join(",", roles);
    }

    public List<String> getAvailableRoleNames() {
        return grantedRoles.isEmpty() ? new ArrayList<>(server.roleNames(catalog)) : grantedRoles;
    }

    public Scenario createScenario() throws OlapException {
        throw OlapErrors.of(OlapErrorCode.NOT_SUPPORTED, "Scenarios are not supported yet");
    }

    public void setScenario(Scenario scenario) throws OlapException {
        if (scenario != null) {
            throw OlapErrors.of(OlapErrorCode.NOT_SUPPORTED, "Scenarios are not supported yet");
        }
    }

    public Scenario getScenario() {
        return null;
    }

    public int getTransactionIsolation() {
        return Connection.TRANSACTION_NONE;
    }

    public boolean getAutoCommit() {
        return true;
    }

    public void setAutoCommit(boolean autoCommit) {}

    public void commit() {}

    public void rollback() {}

    public boolean isReadOnly() {
        return true;
    }

    public void setReadOnly(boolean readOnly) throws SQLException {
        if (!readOnly) {
            throw new SQLException("connections are read-only");
        }
    }

    public boolean isValid(int timeout) {
        return !closed;
    }

    public SQLWarning getWarnings() {
        return null;
    }

    public void clearWarnings() {}

    public synchronized void close() {
        if (!closed) {
            closed = true;
            onClose.run();
        }
    }

    public boolean isClosed() {
        return closed;
    }

    public <T> T unwrap(Class<T> type) throws SQLException {
        return wrapped().as(type);
    }

    public boolean isWrapperFor(Class<?> type) {
        return wrapped().has(type);
    }

    boolean isUnrestricted() {
        return view().isUnrestricted();
    }

    private Wrapped wrapped() {
        return Wrapped.of(facade, new Extension());
    }

    /** What goes beyond olap4j. */
    private final class Extension implements CubeConnection {
        @Override
        public long dataVersion() throws OlapException {
            checkOpen();
            return view().dataVersion();
        }

        @Override
        public MemberSearch members() {
            return new MemberFinder(ConnectionTarget.this);
        }

        @Override
        public CacheControl cache() throws OlapException {
            checkOpen();
            return new CellsInMemory(ConnectionTarget.this);
        }
    }
}
