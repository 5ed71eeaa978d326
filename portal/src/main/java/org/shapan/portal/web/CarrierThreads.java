package org.shapan.portal.web;

import java.lang.management.ManagementFactory;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The threads of the operating system that carry the virtual ones, setting {@code shapan.carrier-threads}. Java has one a processor, gives a
 * virtual thread no slices of time and its queues no fairness: where pages are drawn on all processors, the message that ends somebody's
 * waiting stays in a queue while newer requests pass it. With more carriers the operating system shares the processors out fairly.
 */
@Component
class CarrierThreads {
    private static final int PER_PROCESSOR = 32;
    private static final int LEAST = 64;

    /** What Java allows where nothing else is said. */
    private static final int MOST = 256;

    /**
     * @param wanted number of threads; 0 for the default, 32 a processor and 64 at least
     * @throws IllegalArgumentException where it is negative or above 256
     */
    CarrierThreads(@Value("${shapan.carrier-threads:0}") int wanted) {
        if (wanted < 0 || wanted > MOST) {
            throw new IllegalArgumentException("shapan.carrier-threads is 1 to " + MOST + ", not " + wanted);
        }
        int byProcessors = Math.max(LEAST, PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
        ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class)
                .setParallelism(wanted == 0 ? Math.min(MOST, byProcessors) : wanted);
    }
}
