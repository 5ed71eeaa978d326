package org.shapan.portal.province;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.load.LoadException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The state of the data, and the background work of the first start. The web server does not wait for it: the sign-in
 * page is up at once, and views show {@link #state()} until it is {@link ProvinceState.Ready}.
 */
@Component
public class Province implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Province.class);
    /** How long stopping waits for the work: it ends at the next month or file. */
    private static final Duration STOP = Duration.ofSeconds(20);

    private final ProvinceSource source;
    private final Clock clock = Clock.systemUTC();
    private final List<Consumer<ProvinceState>> listeners = new CopyOnWriteArrayList<>();
    private volatile ProvinceState state;
    private volatile Thread worker;

    public Province(ProvinceSource source) {
        this.source = source;
        this.state = preparing("", 0, 0, 1, clock.instant(), clock.instant());
    }

    public ProvinceState state() {
        return state;
    }

    public boolean ready() {
        return state instanceof ProvinceState.Ready;
    }

    /** The published data; empty until they are ready. */
    public Optional<DataState> data() {
        return state instanceof ProvinceState.Ready(DataState data) ? Optional.of(data) : Optional.empty();
    }

    /**
     * Hears every change of the state, in the thread that makes it. The listener is quick and does not throw.
     *
     * @return ends the listening
     */
    public Runnable listen(Consumer<ProvinceState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Reads the published version again, after a load. */
    public void refresh() {
        source.published().ifPresent(data -> change(new ProvinceState.Ready(data)));
    }

    /** Prepares the data again after a failure; does nothing in any other state. */
    public void retry() {
        if (state instanceof ProvinceState.Failed) {
            prepareInBackground();
        }
    }

    @Override
    public void start() {
        Optional<DataState> published = source.published();
        if (published.isPresent()) {
            change(new ProvinceState.Ready(published.get()));
        } else {
            prepareInBackground();
        }
    }

    @Override
    public void stop() {
        Thread running = worker;
        worker = null;
        if (running != null) {
            running.interrupt();
            try {
                if (!running.join(STOP)) {
                    LOG.warn("Preparing the data does not stop within {} s", STOP.toSeconds());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null || ready();
    }

    private void prepareInBackground() {
        change(preparing("", 0, 0, 1, clock.instant(), clock.instant()));
        worker = Thread.ofVirtual().name("province").start(this::prepare);
    }

    private void prepare() {
        try {
            DataState data = source.prepare(new Steps());
            change(new ProvinceState.Ready(data));
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                LOG.info("Preparing the data was stopped; the next start begins again");
                return;
            }
            LOG.error("Preparing the data failed", e);
            change(new ProvinceState.Failed(reason(e)));
        }
    }

    private static String reason(RuntimeException failure) {
        if (failure instanceof LoadException load) {
            return load.getMessage() + ". " + load.remedy();
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private void change(ProvinceState next) {
        state = next;
        listeners.forEach(listener -> listener.accept(next));
    }

    private static ProvinceState.Preparing preparing(
            String phase, int step, long done, long total, Instant started, Instant phaseStarted) {
        return new ProvinceState.Preparing(phase, step, done, total, started, phaseStarted);
    }

    /** Turns reports into states. Reports come from one thread, in order. */
    private final class Steps implements Progress {
        private final Instant started = clock.instant();
        private Instant phaseStarted = started;
        private String phase = "";
        private int step;

        @Override
        public void report(String reported, long done, long total) {
            if (!reported.equals(phase)) {
                phase = reported;
                step++;
                phaseStarted = clock.instant();
            }
            change(preparing(phase, step, done, Math.max(1, total), started, phaseStarted));
        }
    }
}
