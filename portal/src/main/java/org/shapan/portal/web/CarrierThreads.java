package org.shapan.portal.web;

import java.lang.management.ManagementFactory;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/**
 * The threads of the operating system that carry the virtual ones. Java has one a processor, gives a virtual thread no slices of time and
 * its queues no fairness: where pages are drawn on all processors, the message that ends somebody's waiting stays in a queue while newer
 * requests pass it. With more carriers the operating system shares the processors out fairly.
 */
@Component
class CarrierThreads {
    private static final int PER_PROCESSOR = 32;
    private static final int LEAST = 64;

    /** What Java allows where nothing else is said. */
    private static final int MOST = 256;

    /**
     * Setting {@code shapan.carrier-threads}.
     *
     * @param carrierThreads 1 to 256; 0 for the default, 32 a processor and 64 at least
     */
    @ConfigurationProperties("shapan")
    record Settings(@DefaultValue("0") int carrierThreads) {
        Settings {
            if (carrierThreads < 0 || carrierThreads > MOST) {
                throw new IllegalArgumentException(
                        "shapan.carrier-threads is 1 to " + MOST + ", not " + carrierThreads);
            }
        }
    }

    CarrierThreads(Settings settings) {
        int byProcessors = Math.max(LEAST, PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
        int threads = settings.carrierThreads() == 0 ? Math.min(MOST, byProcessors) : settings.carrierThreads();
        ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class).setParallelism(threads);
    }
}
