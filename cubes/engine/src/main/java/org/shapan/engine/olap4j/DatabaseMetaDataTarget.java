package org.shapan.engine.olap4j;

import java.sql.ResultSet;
import java.util.Set;
import org.olap4j.CellSetListener;
import org.olap4j.OlapConnection;
import org.olap4j.OlapDatabaseMetaData;
import org.olap4j.OlapException;
import org.olap4j.metadata.Member;

/**
 * Answers {@link OlapDatabaseMetaData}. Names that end in pattern are matched as JDBC does, with {@code %} and {@code _}; null stands
 * for any. Everything is seen through the connection's role. What SQL alone can do is answered with false and 0.
 */
public final class DatabaseMetaDataTarget {
    private final ConnectionTarget connection;
    private final String url;
    private final ServerRows server;
    private final CubeRows cubes;
    private final OlapDatabaseMetaData facade = JdbcFacade.ofCapabilities(OlapDatabaseMetaData.class, this);

    DatabaseMetaDataTarget(ConnectionTarget connection, String url) {
        this.connection = connection;
        this.url = url;
        this.server = new ServerRows(connection);
        this.cubes = new CubeRows(connection);
    }

    OlapDatabaseMetaData facade() {
        return facade;
    }

    public OlapConnection getConnection() {
        return connection.facade();
    }

    public ResultSet getDatabases() throws OlapException {
        return server.databases();
    }

    public ResultSet getCatalogs() throws OlapException {
        return server.catalogs();
    }

    public ResultSet getSchemas() throws OlapException {
        return server.schemas(null, null);
    }

    public ResultSet getSchemas(String catalog, String schemaPattern) throws OlapException {
        return server.schemas(catalog, schemaPattern);
    }

    public ResultSet getLiterals() throws OlapException {
        return server.literals();
    }

    /** There is one database: its name is not looked at. */
    public ResultSet getDatabaseProperties(String database, String propertyNamePattern) throws OlapException {
        return server.properties(propertyNamePattern);
    }

    public ResultSet getOlapFunctions(String functionNamePattern) throws OlapException {
        return server.functions(functionNamePattern);
    }

    /** Always empty. */
    public ResultSet getActions(String catalog, String schemaPattern, String cubeNamePattern, String actionNamePattern)
            throws OlapException {
        return server.actions();
    }

    public ResultSet getCubes(String catalog, String schemaPattern, String cubeNamePattern) throws OlapException {
        return cubes.cubeRows(cubes.cubes(catalog, schemaPattern, cubeNamePattern));
    }

    public ResultSet getDimensions(
            String catalog, String schemaPattern, String cubeNamePattern, String dimensionNamePattern)
            throws OlapException {
        return cubes.dimensions(cubes.cubes(catalog, schemaPattern, cubeNamePattern), dimensionNamePattern);
    }

    public ResultSet getHierarchies(
            String catalog,
            String schemaPattern,
            String cubeNamePattern,
            String dimensionUniqueName,
            String hierarchyNamePattern)
            throws OlapException {
        return cubes.hierarchies(
                cubes.cubes(catalog, schemaPattern, cubeNamePattern), dimensionUniqueName, hierarchyNamePattern);
    }

    public ResultSet getLevels(
            String catalog,
            String schemaPattern,
            String cubeNamePattern,
            String dimensionUniqueName,
            String hierarchyUniqueName,
            String levelNamePattern)
            throws OlapException {
        return cubes.levels(
                cubes.cubes(catalog, schemaPattern, cubeNamePattern),
                dimensionUniqueName,
                hierarchyUniqueName,
                levelNamePattern);
    }

    public ResultSet getMeasures(
            String catalog,
            String schemaPattern,
            String cubeNamePattern,
            String measureNamePattern,
            String measureUniqueName)
            throws OlapException {
        return cubes.measures(
                cubes.cubes(catalog, schemaPattern, cubeNamePattern), measureNamePattern, measureUniqueName);
    }

    public ResultSet getMembers(
            String catalog,
            String schemaPattern,
            String cubeNamePattern,
            String dimensionUniqueName,
            String hierarchyUniqueName,
            String levelUniqueName,
            String memberUniqueName,
            Set<Member.TreeOp> treeOps)
            throws OlapException {
        return MemberRows.members(
                cubes.cubes(catalog, schemaPattern, cubeNamePattern),
                dimensionUniqueName,
                hierarchyUniqueName,
                levelUniqueName,
                memberUniqueName,
                treeOps);
    }

    /** Properties belong to levels: the name of a member narrows nothing. */
    public ResultSet getProperties(
            String catalog,
            String schemaPattern,
            String cubeNamePattern,
            String dimensionUniqueName,
            String hierarchyUniqueName,
            String levelUniqueName,
            String memberUniqueName,
            String propertyNamePattern)
            throws OlapException {
        return cubes.properties(
                cubes.cubes(catalog, schemaPattern, cubeNamePattern),
                dimensionUniqueName,
                hierarchyUniqueName,
                levelUniqueName,
                propertyNamePattern);
    }

    public ResultSet getSets(String catalog, String schemaPattern, String cubeNamePattern, String setNamePattern)
            throws OlapException {
        return cubes.sets(cubes.cubes(catalog, schemaPattern, cubeNamePattern), setNamePattern);
    }

    public Set<CellSetListener.Granularity> getSupportedCellSetListenerGranularities() {
        return Set.of();
    }

    public String getMdxKeywords() {
        return "And,As,Axis,By,Case,Cell,Chapters,Columns,Dimension,DrillThrough,Else,Empty,End,Existing,Explain,From,In,Is,Member,"
                + "Non,Not,Null,On,Or,Pages,Properties,Rows,Sections,Select,Set,Then,When,Where,With,XOr";
    }

    public String getURL() {
        return url;
    }

    /** Null: a connection in process has no login of its own. */
    public String getUserName() {
        return null;
    }

    public String getDriverName() {
        return "Shapan olap4j driver";
    }

    public String getDriverVersion() {
        return DriverVersion.TEXT;
    }

    public int getDriverMajorVersion() {
        return DriverVersion.MAJOR;
    }

    public int getDriverMinorVersion() {
        return DriverVersion.MINOR;
    }

    public String getDatabaseProductName() {
        return DatabaseMeta.PROVIDER;
    }

    public String getDatabaseProductVersion() {
        return DriverVersion.TEXT;
    }

    public int getDatabaseMajorVersion() {
        return DriverVersion.MAJOR;
    }

    public int getDatabaseMinorVersion() {
        return DriverVersion.MINOR;
    }

    public int getJDBCMajorVersion() {
        return 4;
    }

    public int getJDBCMinorVersion() {
        return 2;
    }

    public boolean isReadOnly() {
        return true;
    }

    public <T> T unwrap(Class<T> type) throws OlapException {
        return Wrapped.of(facade).as(type);
    }

    public boolean isWrapperFor(Class<?> type) {
        return Wrapped.of(facade).has(type);
    }
}
