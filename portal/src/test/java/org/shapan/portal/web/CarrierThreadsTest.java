package org.shapan.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CarrierThreadsTest {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final VirtualThreadSchedulerMXBean scheduler =
            ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
    private final int before = scheduler.getParallelism();

    @AfterEach
    void asBefore() {
        scheduler.setParallelism(before);
    }

    @Test
    void workOnAllProcessorsHoldsNobodyUp() throws Exception {
        scheduler.setParallelism(PROCESSORS);
        assertThat(getsThroughBesideWork()).as("with Java's own number").isFalse();

        new CarrierThreads(new CarrierThreads.Settings(0));

        assertThat(getsThroughBesideWork()).as("with ours").isTrue();
    }

    @Test
    void theSettingIsTaken() {
        new CarrierThreads(new CarrierThreads.Settings(3));

        assertThat(scheduler.getParallelism()).isEqualTo(3);
        assertThatThrownBy(() -> new CarrierThreads.Settings(257))
                .hasMessage("shapan.carrier-threads is 1 to 256, not 257");
        assertThatThrownBy(() -> new CarrierThreads.Settings(-1)).hasMessageContaining("not -1");
    }

    /** Whether a virtual thread runs while each processor has one that never pauses. */
    private static boolean getsThroughBesideWork() throws InterruptedException {
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch busy = new CountDownLatch(PROCESSORS);
        CountDownLatch through = new CountDownLatch(1);
        try {
            IntStream.range(0, PROCESSORS)
                    .forEach(i -> Thread.startVirtualThread(() -> {
                        busy.countDown();
                        while (!enough.get()) {
                            Thread.onSpinWait();
                        }
                    }));
            assertThat(busy.await(30, TimeUnit.SECONDS)).isTrue();
            Thread.startVirtualThread(through::countDown);
            return through.await(2, TimeUnit.SECONDS);
        } finally {
            enough.set(true);
        }
    }
}
