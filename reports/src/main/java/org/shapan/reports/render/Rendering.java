package org.shapan.reports.render;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.fill.FillListener;
import org.olap4j.OlapConnection;
import org.olap4j.OlapStatement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The making of a report: how far it is, and a way to end it. A cancel ends the query that runs, and the layout and the writing after the page that
 * they are at; what makes the report then throws a {@link ReportException} with {@link ReportException.Code#CANCELLED}. Thread-safe.
 */
public final class Rendering {
    private static final Logger LOG = LoggerFactory.getLogger(Rendering.class);

    /**
     * How far it is.
     *
     * @param answered queries answered
     * @param queries queries of the report, 0 while they are not known
     * @param pages pages laid out
     * @param written pages written to a file, of all formats together
     */
    public record Progress(int answered, int queries, int pages, int written) {}

    private final Set<OlapStatement> asking = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger pages = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();
    private volatile int queries;
    private volatile boolean cancelled;

    public Progress progress() {
        return new Progress(answered.get(), queries, pages.get(), written.get());
    }

    /** Ends it; no-op when it has ended. */
    public void cancel() {
        cancelled = true;
        asking.forEach(Rendering::cancel);
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** @throws ReportException CANCELLED */
    void check() {
        if (cancelled) {
            throw ReportException.cancelled();
        }
    }

    void expect(int number) {
        queries = number;
    }

    void answered() {
        answered.incrementAndGet();
    }

    /** All pages are laid out: JasperReports tells of each but the last. */
    void laidOut(int number) {
        pages.set(number);
        check();
    }

    /** A page more was laid out. */
    void paged() {
        pages.incrementAndGet();
        check();
    }

    /** A page more was written. */
    void written() {
        written.incrementAndGet();
        check();
    }

    FillListener pages() {
        return new FillListener() {
            @Override
            public void pageGenerated(JasperPrint print, int page) {
                paged();
            }

            @Override
            public void pageUpdated(JasperPrint print, int page) {
                check();
            }
        };
    }

    /** The connection; its statements end with this rendering. */
    OlapConnection watched(OlapConnection connection) {
        return (OlapConnection) Proxy.newProxyInstance(
                Rendering.class.getClassLoader(), new Class<?>[] {OlapConnection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("unwrap") && arguments[0] == OlapConnection.class) {
                        return proxy;
                    }
                    Object result = call(connection, method, arguments);
                    return method.getName().equals("createStatement") ? watched((OlapStatement) result) : result;
                });
    }

    private OlapStatement watched(OlapStatement statement) {
        return (OlapStatement) Proxy.newProxyInstance(
                Rendering.class.getClassLoader(), new Class<?>[] {OlapStatement.class}, (proxy, method, arguments) -> {
                    if (!method.getName().startsWith("execute")) {
                        return call(statement, method, arguments);
                    }
                    asking.add(statement);
                    try {
                        check();
                        return call(statement, method, arguments);
                    } catch (SQLException e) {
                        check();
                        throw e;
                    } finally {
                        asking.remove(statement);
                    }
                });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void cancel(OlapStatement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            LOG.debug("a statement could not be cancelled, perhaps it has ended", e);
        }
    }
}
