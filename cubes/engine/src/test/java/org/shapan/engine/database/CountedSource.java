package org.shapan.engine.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Counts what is open, so that a test can tell that everything was closed. Thread-safe. */
public final class CountedSource implements PlainSource {
    private final DataSource source;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger statements = new AtomicInteger();
    private final AtomicLong prepared = new AtomicLong();

    public CountedSource(DataSource source) {
        this.source = source;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return counted(Connection.class, source.getConnection(), connections);
    }

    /** Connections that are open now. */
    public int openConnections() {
        return connections.get();
    }

    /** Statements that are open now. */
    public int openStatements() {
        return statements.get();
    }

    /** Statements there have been. */
    public long preparedStatements() {
        return prepared.get();
    }

    private <T extends AutoCloseable> T counted(Class<T> type, T real, AtomicInteger open) {
        open.incrementAndGet();
        AtomicInteger once = new AtomicInteger(1);
        return type.cast(Proxy.newProxyInstance(
                CountedSource.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                    if (method.getName().equals("close")) {
                        open.addAndGet(-once.getAndSet(0));
                    }
                    try {
                        Object result = method.invoke(real, args);
                        if (result instanceof PreparedStatement statement && type == Connection.class) {
                            prepared.incrementAndGet();
                            return counted(PreparedStatement.class, statement, statements);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
