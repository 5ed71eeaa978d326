package org.shapan.portal.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.shapan.engine.CacheUse;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.QueryListener;
import org.shapan.portal.cubes.CubeSource;
import org.shapan.reports.delivery.DeliveryLedger;
import org.shapan.reports.delivery.DeliveryState;
import org.shapan.warehouse.load.LoadEntry;
import org.shapan.warehouse.load.Loader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The meters; docs/operations.md lists them. Nobody's name and no query is in them. */
@Configuration(proxyBeanMethods = false)
class Meters {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(300),
        Duration.ofMillis(600),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60)
    };

    @Bean(destroyMethod = "close")
    PrometheusMeterRegistry meterRegistry(
            CubeSource cubes,
            OpenSessions sessions,
            ObjectProvider<Loader> loaders,
            ObjectProvider<DeliveryLedger> deliveries) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmGcMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        cubes.listen(event -> query(registry, event));
        cache(registry, cubes);
        Gauge.builder("shapan.sessions", sessions, OpenSessions::count)
                .description("open sessions of browsers")
                .register(registry);
        VirtualThreadSchedulerMXBean scheduler =
                ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
        Gauge.builder("shapan.threads.queued", scheduler, VirtualThreadSchedulerMXBean::getQueuedVirtualThreadCount)
                .description("virtual threads that wait for a carrier")
                .register(registry);
        loaders.ifAvailable(loader -> loader.whenEnded(load -> load(registry, load)));
        deliveries.ifAvailable(ledger -> deliveries(registry, ledger));
        return registry;
    }

    private static void query(MeterRegistry registry, QueryListener.Event event) {
        Timer.builder("shapan.queries")
                .description("MDX queries that have ended")
                .tag("outcome", event.failure() == null ? "ok" : name(event.failure()))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(event.took());
    }

    private static void cache(MeterRegistry registry, CubeSource cubes) {
        Gauge.builder(
                        "shapan.queries.running",
                        cubes,
                        source -> read(source, s -> s.server().running().size()))
                .description("MDX queries under way")
                .register(registry);
        gauge(registry, cubes, "bytes", "bytes of cached segments", CacheUse::bytes);
        gauge(registry, cubes, "segments", "cached segments", CacheUse::segments);
        counter(registry, cubes, "hits", "requests for segments that were there", CacheUse::hits);
        counter(registry, cubes, "rolled.up", "requests answered from a finer segment", CacheUse::rolledUp);
        counter(registry, cubes, "misses", "requests that had to be loaded", CacheUse::misses);
        counter(registry, cubes, "evictions", "segments that had to go", CacheUse::evictions);
        counter(registry, cubes, "statements", "SQL statements", CacheUse::statements);
    }

    private static void gauge(
            MeterRegistry registry, CubeSource cubes, String name, String what, ToDoubleFunction<CacheUse> value) {
        Gauge.builder("shapan.cache." + name, cubes, source -> use(source, value))
                .description(what)
                .register(registry);
    }

    private static void counter(
            MeterRegistry registry, CubeSource cubes, String name, String what, ToDoubleFunction<CacheUse> value) {
        FunctionCounter.builder("shapan.cache." + name, cubes, source -> use(source, value))
                .description(what)
                .register(registry);
    }

    private static double use(CubeSource cubes, ToDoubleFunction<CacheUse> value) {
        return read(cubes, source -> value.applyAsDouble(source.server().cacheUse()));
    }

    /** 0 while there is no province to serve. */
    private static double read(CubeSource cubes, ToDoubleFunction<CubeSource> value) {
        try {
            return value.applyAsDouble(cubes);
        } catch (EngineException e) {
            return 0;
        }
    }

    private static void load(MeterRegistry registry, LoadEntry load) {
        Timer.builder("shapan.loads")
                .description("loads that have ended")
                .tag("outcome", load.outcome().toLowerCase(Locale.ROOT))
                .register(registry)
                .record(Duration.ofMillis(load.totalMillis()));
    }

    private static void deliveries(MeterRegistry registry, DeliveryLedger ledger) {
        for (DeliveryState state : DeliveryState.values()) {
            Gauge.builder("shapan.deliveries", ledger, rows -> rows.count(state))
                    .description("rows of the delivery ledger")
                    .tag("state", name(state))
                    .register(registry);
        }
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
