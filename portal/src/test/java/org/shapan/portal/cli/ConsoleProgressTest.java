package org.shapan.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
    private final StringWriter text = new StringWriter();
    private final Ticking clock = new Ticking();

    @Test
    void inAFileEachPhaseAndEveryFewSecondsIsALine() {
        ConsoleProgress progress = new ConsoleProgress(new PrintWriter(text), false, clock);

        progress.report("generate", 0, 7_000_000);
        clock.seconds = 1;
        progress.report("generate", 700_000, 7_000_000);
        clock.seconds = 10;
        progress.report("generate", 1_750_000, 7_000_000);
        progress.report("load", 0, 10);
        progress.done("Ready");

        assertThat(text.toString().lines().map(String::strip))
                .containsExactly(
                        "generate    0 %  0 / 7,000,000",
                        "generate   25 %  1,750,000 / 7,000,000  0:30 left",
                        "load        0 %  0 / 10",
                        "Ready in 0:10");
    }

    @Test
    void onATerminalOneLineIsRewritten() {
        ConsoleProgress progress = new ConsoleProgress(new PrintWriter(text), true, clock);

        progress.report("generate", 1, 2);
        progress.end();

        assertThat(text.toString()).startsWith("\r").endsWith("\u001b[K" + System.lineSeparator());
    }

    private static final class Ticking extends Clock {
        private long seconds;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.EPOCH.plusSeconds(1_000_000 + seconds);
        }
    }
}
