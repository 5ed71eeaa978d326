package org.shapan.portal.board;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.olap4j.OlapConnection;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.cubes.Cubes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a board asks of the cubes, all at the same time: each question in a virtual thread and on a connection of its own, under the
 * person's role. Closing waits for what was asked.
 */
public final class Questions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

    /** Something asked of a connection. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(OlapConnection connection) throws Exception;
    }

    private final Cubes cubes;
    private final PortalUser user;
    private final Locale locale;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public Questions(Cubes cubes, PortalUser user, Locale locale) {
        this.cubes = requireNonNull(cubes, "cubes is null");
        this.user = requireNonNull(user, "user is null");
        this.locale = requireNonNull(locale, "locale is null");
    }

    /** Asks in the background. */
    public <T> Future<T> ask(Question<T> question) {
        return threads.submit(() -> now(question));
    }

    /** Asks in this thread. */
    public <T> T now(Question<T> question) throws Exception {
        try (OlapConnection connection = cubes.connect(user, locale)) {
            return question.ask(connection);
        }
    }

    @Override
    public void close() {
        threads.close();
    }

    /**
     * Runs the loading of a board; what fails is logged and told with an id.
     *
     * @param board name for the log
     * @param state what was asked for, for the log
     */
    public static <B> BoardResult<B> answered(String board, Object state, Callable<BoardResult<B>> loading) {
        try {
            return loading.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new BoardResult.Failed<>("", "stopped");
        } catch (Exception e) {
            String id = UUID.randomUUID().toString().substring(0, 8);
            Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            LOG.error("The board {} failed, id {}, {}", board, id, state, cause);
            return new BoardResult.Failed<>(id, cause.getMessage() == null ? cause.toString() : cause.getMessage());
        }
    }
}
