package org.shapan.engine.olap4j;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.olap4j.test.TestContext;

/** Tells olap4j's test kit how to reach this driver. Compiled against the kit's jar when the kit is run, since the jar may be absent. */
public final class ShapanTester implements TestContext.Tester {
    private final TestContext context;

    static {
        try {
            Class.forName("org.shapan.engine.driver.ShapanDriver");
        } catch (ClassNotFoundException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    public ShapanTester(TestContext context) {
        this.context = context;
    }

    @Override
    public TestContext getTestContext() {
        return context;
    }

    @Override
    public Connection createConnection() throws SQLException {
        return DriverManager.getConnection(getURL());
    }

    @Override
    public Connection createConnectionWithUserPassword() throws SQLException {
        return DriverManager.getConnection(getURL(), "somebody", "something");
    }

    @Override
    public String getDriverUrlPrefix() {
        return "jdbc:shapan:";
    }

    @Override
    public String getDriverClassName() {
        return "org.shapan.engine.driver.ShapanDriver";
    }

    @Override
    public String getURL() {
        return context.getProperties().getProperty(TestContext.Property.CONNECT_URL.path);
    }

    /** The kit's word for an in-process driver over a Mondrian schema file; the others are two ways of XMLA. */
    @Override
    public Flavor getFlavor() {
        return Flavor.MONDRIAN;
    }

    @Override
    public TestContext.Wrapper getWrapper() {
        return TestContext.Wrapper.NONE;
    }
}
