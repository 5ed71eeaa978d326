package org.shapan.portal.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.shapan.portal.province.ProvinceState;
import org.shapan.warehouse.Progress;

/**
 * Shows a long action on the console: phase, units, percentage, time left. On a terminal one line is rewritten; elsewhere
 * a line is written when the phase changes and every few seconds.
 */
final class ConsoleProgress implements Progress {
    private static final Duration ON_TERMINAL = Duration.ofMillis(250);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final boolean terminal;
    private final Clock clock;
    private final Instant started;
    private String phase = "";
    private Instant phaseStarted;
    private Instant written = Instant.EPOCH;
    private boolean open;

    ConsoleProgress(PrintWriter out) {
        this(out, terminal(), Clock.systemUTC());
    }

    ConsoleProgress(PrintWriter out, boolean terminal, Clock clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.started = clock.instant();
        this.phaseStarted = started;
    }

    /** Whether a person reads: the console exists also where the output goes to a file. */
    @SuppressWarnings("SystemConsoleNull") // the documentation still allows null
    private static boolean terminal() {
        return System.console() != null && System.console().isTerminal();
    }

    @Override
    public synchronized void report(String reported, long done, long total) {
        Instant now = clock.instant();
        boolean changed = !reported.equals(phase);
        if (changed) {
            phase = reported;
            phaseStarted = now;
        }
        boolean due = Duration.between(written, now).compareTo(terminal ? ON_TERMINAL : ELSEWHERE) >= 0;
        if (changed || due || done == total) {
            written = now;
            write(new ProvinceState.Preparing(phase, 0, done, Math.max(1, total), started, phaseStarted), now);
        }
    }

    /** Ends the line and says how long everything took. */
    synchronized void done(String what) {
        end();
        out.printf(Locale.ROOT, "%s in %s%n", what, clockText(Duration.between(started, clock.instant())));
        out.flush();
    }

    /** Ends a rewritten line, so that other output starts on its own. */
    synchronized void end() {
        if (open) {
            out.println();
            open = false;
        }
    }

    private void write(ProvinceState.Preparing state, Instant now) {
        String line = String.format(
                Locale.ROOT,
                "  %-9s %3d %%  %,d / %,d%s",
                state.phase(),
                state.percent(),
                state.done(),
                state.total(),
                state.left(now).map(left -> "  " + clockText(left) + " left").orElse(""));
        if (terminal) {
            out.print("\r" + line + "\u001b[K");
            open = true;
        } else {
            out.println(line);
        }
        out.flush();
    }

    private static String clockText(Duration duration) {
        return "%d:%02d".formatted(duration.toMinutes(), duration.toSecondsPart());
    }
}
