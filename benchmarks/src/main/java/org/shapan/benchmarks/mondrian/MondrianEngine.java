package org.shapan.benchmarks.mondrian;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.olap4j.OlapConnection;

/** Mondrian with its default settings, reached through olap4j; its cache control through reflection on its public API. */
final class MondrianEngine implements MeasuredEngine {
    private final ClassLoader classes;
    private final Driver driver;
    private final String url;
    private OlapConnection connection;

    MondrianEngine(Path schema, Path jars) throws ReflectiveOperationException, SQLException, IOException {
        this.classes = new URLClassLoader(urls(jars), MondrianEngine.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(classes);
        this.driver = (Driver) classes.loadClass("mondrian.olap4j.MondrianOlap4jDriver")
                .getConstructor()
                .newInstance();
        this.url = "jdbc:mondrian:Jdbc=" + FoodMartRows.URL + ";JdbcUser=" + FoodMartRows.USER + ";JdbcPassword="
                + FoodMartRows.PASSWORD + ";JdbcDrivers=org.hsqldb.jdbc.JDBCDriver;Catalog=" + schema.toUri() + ";";
        this.connection = connect();
    }

    @Override
    public OlapConnection connection() {
        return connection;
    }

    /**
     * Both flush the region of all measures of every cube; NOTHING also flushes the schema cache, with which go members and sets, and
     * connects again, which reads the schema.
     */
    @Override
    public void reduceTo(Memory memory) throws ReflectiveOperationException, SQLException {
        if (memory == Memory.ALL) {
            return;
        }
        Class<?> connectionType = classes.loadClass("mondrian.olap.Connection");
        Class<?> controlType = classes.loadClass("mondrian.olap.CacheControl");
        Class<?> cubeType = classes.loadClass("mondrian.olap.Cube");
        Class<?> regionType = classes.loadClass("mondrian.olap.CacheControl$CellRegion");
        Object olap = connection.unwrap(connectionType);
        Object control =
                connectionType.getMethod("getCacheControl", PrintWriter.class).invoke(olap, (Object) null);
        Object schema = connectionType.getMethod("getSchema").invoke(olap);
        for (Object cube : (Object[])
                classes.loadClass("mondrian.olap.Schema").getMethod("getCubes").invoke(schema)) {
            Object region =
                    controlType.getMethod("createMeasuresRegion", cubeType).invoke(control, cube);
            controlType.getMethod("flush", regionType).invoke(control, region);
        }
        if (memory == Memory.NOTHING) {
            controlType.getMethod("flushSchemaCache").invoke(control);
            connection.close();
            connection = connect();
        }
    }

    private OlapConnection connect() throws SQLException {
        return driver.connect(url, new Properties()).unwrap(OlapConnection.class);
    }

    private static URL[] urls(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            URL[] urls = new URL[jars.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = url(jars.get(i));
            }
            return urls;
        }
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }
}
