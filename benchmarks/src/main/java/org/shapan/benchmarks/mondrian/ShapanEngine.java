package org.shapan.benchmarks.mondrian;

import java.nio.file.Path;
import java.sql.SQLException;
import org.hsqldb.jdbc.JDBCDataSource;
import org.olap4j.OlapConnection;
import org.shapan.engine.ConnectionSettings;
import org.shapan.engine.CubeServer;

/** Our engine. */
final class ShapanEngine implements MeasuredEngine {
    private static final String CATALOG = "FoodMart";

    private final CubeServer server;
    private OlapConnection connection;

    ShapanEngine(Path schema) {
        JDBCDataSource source = new JDBCDataSource();
        source.setURL(FoodMartRows.URL);
        source.setUser(FoodMartRows.USER);
        source.setPassword(FoodMartRows.PASSWORD);
        this.server = CubeServer.builder(source).build();
        server.load(CATALOG, schema);
        this.connection = server.connect(ConnectionSettings.of(CATALOG));
    }

    @Override
    public OlapConnection connection() {
        return connection;
    }

    /** NOTHING binds the catalog to the database anew, which starts without cells and with few members. */
    @Override
    public void reduceTo(Memory memory) throws SQLException {
        switch (memory) {
            case NOTHING -> {
                connection.close();
                server.dataChanged();
                connection = server.connect(ConnectionSettings.of(CATALOG));
            }
            case NO_CELLS -> server.flush();
            case ALL -> {}
        }
    }
}
