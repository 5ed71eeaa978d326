package org.shapan.benchmarks.portal;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.shapan.benchmarks.portal.VirtualUser.Stop;
import org.shapan.benchmarks.province.LoadedProvince;
import org.shapan.benchmarks.province.ScratchFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The portal in a process of its own, warm: boards and clicks in a real browser, then many users at protocol level beside two browsers, and the
 * heap that a user holds.
 */
@Command(
        name = "portal",
        description = "The portal in a browser, and under many users at protocol level: p50, p95, errors, heap a user.",
        mixinStandardHelpOptions = true)
public final class PortalBench implements Callable<Integer> {
    private static final int OPENINGS = 5;
    private static final List<String> PERIODS = List.of("201003", "201002", "200912", "200909", "200906");
    private static final int BROWSERS = 2;
    private static final int ARRIVALS_PER_SECOND = 5;
    private static final String CHART = "\"value\":\"sp-chart\"";
    private static final String GRID = "\"rowCount\":";
    private static final String AREA = "area=%5BArea%5D.%5BManaged%5D.%5BZhuhai%5D";
    /** The address of the pivot as it opens, a branch opened. */
    private static final String DRILLED =
            "cube=Revenue&rows=%5BArea%5D.%5BManaged%5D.%5BBranch%5D&columns=%5BBrand%5D.%5BBrand%5D"
                    + "&measures=%5BMeasures%5D.%5BGross%20revenue%5D&measures=%5BMeasures%5D.%5BGross%20revenue%20MoM%5D"
                    + "&filters=%5BTime%5D.%5BCalendar%5D&pick=%5BTime%5D.%5BCalendar%5D.%5B2010%5D.%5BQ1%5D.%5B201003%5D"
                    + "&open=%5BArea%5D.%5BManaged%5D.%5BZhuhai%5D.%5BXiangzhou%5D";

    private static final List<Stop> WALK = List.of(
            new Stop("pivot", "pivot", "", GRID),
            new Stop("pivot, drilled", "pivot", DRILLED, GRID),
            new Stop("areas", "areas", "", CHART),
            new Stop("areas, a city", "areas", AREA, CHART),
            new Stop("SP", "sp", "", CHART),
            new Stop("pivot again", "pivot", "", GRID));

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Loaded data directory; an account of it must be admin with the password of SHAPAN_ADMIN_PASSWORD's default."
                            + " Default: a fresh one in the temporary directory.")
    private Path data;

    @Option(
            names = "--profile",
            description = "Size of the province when it is generated: ci, demo, laptop. Default: demo.")
    private String profile = "demo";

    @Option(names = "--feed", paramLabel = "DIR", description = "Delivery to load instead of a generated one.")
    private Path feed;

    @Option(names = "--users", description = "Users at protocol level; default: 100.")
    private int users = 100;

    @Option(names = "--think", description = "Seconds between the steps of a user; default: 3.")
    private double think = 3;

    @Option(names = "--seconds", description = "How long the users walk; default: 90.")
    private int seconds = 90;

    @Option(
            names = "--warm",
            description = "How long the users walk before that, so that Java has compiled what they need; default: 60.")
    private int warm = 60;

    @Option(
            names = "--clicks",
            description = "Rounds of drill, sort and filter in the quiet browser; default: 20; 0 leaves it out.")
    private int clicks = 20;

    @Option(names = "--java-options", description = "Of the server; default: those of the launcher.")
    private String options = "-Xmx640m -XX:+UseCompactObjectHeaders -XX:+UseParallelGC";

    @Override
    public Integer call() throws Exception {
        if (data != null) {
            return measure(data);
        }
        try (ScratchFolder scratch = ScratchFolder.create("shapan-bench-portal")) {
            return measure(scratch.path());
        }
    }

    private int measure(Path directory) throws Exception {
        LoadedProvince.ensure(directory, profile, feed);
        PrintWriter out = spec.commandLine().getOut();
        try (ServerUnderTest server = ServerUnderTest.start(
                Path.of(System.getProperty("shapan.jar")),
                directory,
                Arrays.asList(options.strip().split(" +")))) {
            if (clicks > 0) {
                quiet(server, out);
            }
            int errors = busy(server, out);
            out.flush();
            return errors == 0 ? 0 : 1;
        }
    }

    /** One browser, nobody else: every board, then the clicks of an analyst. */
    private void quiet(ServerUnderTest server, PrintWriter out) {
        try (BrowserTimes browser = new BrowserTimes(server.url())) {
            out.printf("one browser, warm                     p50 ms   p95 ms        n%n");
            for (String view : browser.views()) {
                Times paint = new Times();
                Times complete = new Times();
                browser.open(view, new Times(), new Times());
                for (int i = 0; i < OPENINGS; i++) {
                    browser.open(view, paint, complete);
                }
                line(out, view + ", first paint", paint);
                line(out, view + ", complete", complete);
            }
            Times step = new Times();
            Times customers = new Times();
            PERIODS.forEach(period -> browser.localise(period, new Times(), new Times()));
            for (int i = 0; i < 2; i++) {
                PERIODS.forEach(period -> browser.localise(period, step, customers));
            }
            line(out, "localisation, a click further", step);
            line(out, "localisation, company to customers", customers);
            Map<String, Times> pivot = clickTimes();
            AtomicInteger round = new AtomicInteger();
            browser.work(
                    () -> round.getAndIncrement() < clicks, pivot.get("drill"), pivot.get("sort"), pivot.get("filter"));
            pivot.forEach((name, times) -> line(out, "pivot, click to painted " + name, times));
            out.flush();
        }
    }

    /** @return number of errors */
    private int busy(ServerUnderTest server, PrintWriter out) throws Exception {
        double before = server.heapMegabytes();
        Map<String, Times> steps = new LinkedHashMap<>();
        WALK.forEach(stop -> steps.put(stop.name(), new Times()));
        steps.put("sign in", new Times());
        Map<String, Times> pivot = clickTimes();
        Map<String, AtomicInteger> errors = new ConcurrentSkipListMap<>();
        // What is measured begins when the last user has come and the server is warm.
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long begin = System.nanoTime()
                + Duration.ofSeconds(users / ARRIVALS_PER_SECOND + warm).toNanos();
        long end = begin + Duration.ofSeconds(seconds).toNanos();
        List<VirtualUser> all = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < BROWSERS; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                try (BrowserTimes browser = new BrowserTimes(server.url())) {
                    browser.work(() -> pause() && System.nanoTime() < begin, new Times(), new Times(), new Times());
                    browser.work(
                            () -> pause() && System.nanoTime() < end,
                            pivot.get("drill"),
                            pivot.get("sort"),
                            pivot.get("filter"));
                } catch (RuntimeException e) {
                    count(
                            errors,
                            "browser: " + e.getMessage().lines().findFirst().orElse(""));
                }
            }));
        }
        for (int i = 0; i < users; i++) {
            VirtualUser user = new VirtualUser(server.url());
            all.add(user);
            int first = i % WALK.size();
            threads.add(Thread.ofVirtual().start(() -> walk(user, first, begin, end, steps, errors)));
            Thread.sleep(1000 / ARRIVALS_PER_SECOND);
        }
        TimeUnit.NANOSECONDS.sleep(begin - System.nanoTime());
        // Signing in is slow by intent (Argon2): it is no part of what a step costs.
        machine.getCpuLoad();
        long start = System.nanoTime();
        Duration used = server.processorTime();
        for (Thread thread : threads) {
            thread.join();
        }
        double load = machine.getCpuLoad();
        double elapsed = (System.nanoTime() - start) / 1e9;
        used = server.processorTime().minus(used);
        double after = server.heapMegabytes();
        out.printf(
                "%n%d users, think time %.0f s, %d s after %d s  p50 ms   p95 ms        n%n",
                users, think, seconds, warm);
        steps.forEach((name, times) -> line(out, name, times));
        pivot.forEach((name, times) -> line(out, "browser, click to painted " + name, times));
        errors.forEach((what, times) -> out.printf("error, %d times: %s%n", times.get(), what));
        int walked =
                WALK.stream().mapToInt(stop -> steps.get(stop.name()).count()).sum();
        out.printf(
                "processors: %.0f %% of all busy; the server %.2f of one, %.0f ms a step%n",
                100 * load, used.toMillis() / 1e3 / elapsed, (double) used.toMillis() / walked);
        int failed = errors.values().stream().mapToInt(AtomicInteger::get).sum();
        out.printf(
                "errors %d; heap after a full collection %.1f MB before, %.1f MB with %d users: %.2f MB a user%n",
                failed, before, after, users, (after - before) / users);
        all.forEach(VirtualUser::close);
        return failed;
    }

    private void walk(
            VirtualUser user,
            int first,
            long begin,
            long end,
            Map<String, Times> steps,
            Map<String, AtomicInteger> errors) {
        try {
            long start = System.nanoTime();
            user.signIn();
            steps.get("sign in").add((System.nanoTime() - start) / 1e6);
            user.open(WALK.get(first));
        } catch (IOException | ExecutionException e) {
            count(errors, "opening: " + e);
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        for (int step = first; pause() && System.nanoTime() < end; step++) {
            Stop stop = WALK.get(step % WALK.size());
            try {
                boolean counts = System.nanoTime() >= begin;
                double millis = user.go(stop);
                if (counts) {
                    steps.get(stop.name()).add(millis);
                }
            } catch (IOException e) {
                count(errors, e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Thinks for half to one and a half times the think time; returns false where it was woken. */
    private boolean pause() {
        try {
            Thread.sleep((long) (think * 1000 * ThreadLocalRandom.current().nextDouble(0.5, 1.5)));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Map<String, Times> clickTimes() {
        Map<String, Times> times = new LinkedHashMap<>();
        List.of("drill", "sort", "filter").forEach(name -> times.put(name, new Times()));
        return times;
    }

    private static void count(Map<String, AtomicInteger> errors, String what) {
        errors.computeIfAbsent(what, any -> new AtomicInteger()).incrementAndGet();
    }

    private static void line(PrintWriter out, String name, Times times) {
        out.printf("%-36s %8.0f %8.0f %8d%n", name, times.percentile(0.5), times.percentile(0.95), times.count());
    }
}
