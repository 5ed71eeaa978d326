package org.shapan.warehouse.generator;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.feed.Feeds;
import org.shapan.warehouse.feed.Manifest;
import org.shapan.warehouse.feed.Profile;

/** Generates a province and delivers it as feeds. */
public final class Generator {

    /** Phase in which customers' lives and bills are simulated; counted in steps. */
    public static final String SIMULATE = "simulate";
    /** Phase in which the files are written; counted in rows, estimated beforehand. */
    public static final String WRITE = "generate";

    private static final int STEPS = 3;

    private record Task(long rows, Work work) {}

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    /** Heap of a province without customers and of the writers, and of a customer: measured with profiles demo and laptop. */
    private static final long HEAP = 150L << 20;

    private static final long HEAP_PER_CUSTOMER = 5_000;

    private Generator() {}

    /** Heap in bytes below which a profile is not begun. */
    static long heap(Profile profile) {
        return HEAP + profile.customers() * HEAP_PER_CUSTOMER;
    }

    /**
     * Generates the feeds into {@link GeneratorOptions#out()}: the files, {@code ground_truth.json} with what was planted
     * and, last, the manifest. The same profile, seed and {@code clean} give the same bytes, whatever the threads.
     *
     * @return the manifest as written
     * @throws NotEnoughMemoryException when the profile does not fit into the heap; nothing is written then
     * @throws IOException when a file cannot be written; the directory is then without a manifest
     * @throws InterruptedException when the thread was interrupted, which is how a run is cancelled; the directory is
     *     then without a manifest
     */
    public static Manifest generate(GeneratorOptions options, Progress progress)
            throws IOException, InterruptedException {
        requireNonNull(progress, "progress is null");
        long heap = Runtime.getRuntime().maxMemory();
        if (heap(options.profile()) > heap) {
            throw new NotEnoughMemoryException(options.profile(), heap(options.profile()), heap);
        }
        Path out = options.out();
        Files.createDirectories(out);
        Files.deleteIfExists(out.resolve(Manifest.FILE));

        progress.report(SIMULATE, 0, STEPS);
        Province province = Province.of(options.profile(), options.seed());
        World base = World.baseline(province);
        progress.report(SIMULATE, 1, STEPS);
        World world = options.clean() ? base : AnomalyInjector.inject(base);
        progress.report(SIMULATE, 2, STEPS);
        NumberSales sales = new NumberSales(world);
        ChannelStock stock = new ChannelStock(world, sales);
        NumberExtract numbers = new NumberExtract(world, sales, stock);
        progress.report(SIMULATE, STEPS, STEPS);

        try (Delivery delivery = new Delivery(out)) {
            run(tasks(base, world, stock, numbers, delivery), options.threads(), progress);
            ledger(delivery);
            GroundTruth.write(world.truths(), out);
            Manifest manifest = new Manifest(
                    Feeds.FORMAT,
                    "generator %s seed %d%s"
                            .formatted(options.profile().key(), options.seed(), options.clean() ? " clean" : ""),
                    Months.number(Months.FIRST),
                    Months.number(Months.LAST),
                    delivery.files());
            manifest.write(out);
            return manifest;
        }
    }

    private static List<Task> tasks(
            World base, World world, ChannelStock stock, NumberExtract numbers, Delivery delivery) {
        CustomerExtract customers = new CustomerExtract(world);
        GroupPath paths = new GroupPath(world.province());
        UsageExtract usage = new UsageExtract(world, paths);
        CampaignExtract campaigns = new CampaignExtract(world);
        GroupExtract groups = new GroupExtract(world, paths);
        SpExtract sps = new SpExtract(world);
        NumberUseExtract uses = new NumberUseExtract(world);
        ArrearsExtract arrears = new ArrearsExtract(world);
        ChannelExtract channels = new ChannelExtract(world, stock);
        long size = world.province().profile().customers();
        List<Task> tasks = new ArrayList<>();
        tasks.add(new Task(size / 100, () -> new DimensionExtract(world, stock).write(delivery)));
        tasks.add(new Task(size / 100, () -> new Targets(base).write(delivery)));
        tasks.add(new Task(size / 100, () -> numbers.batches(delivery)));
        tasks.add(new Task(size / 100, () -> campaigns.members(delivery)));
        tasks.add(new Task(size, () -> customers.customers(delivery, Months.OPENING, null)));
        tasks.add(new Task(size / 10, () -> numbers.month(delivery, Months.OPENING)));
        for (int m = Months.FIRST; m <= Months.LAST; m++) {
            int month = m;
            tasks.add(new Task(5 * size, () -> customers.items(delivery, month)));
            tasks.add(new Task(2 * size, () -> customers.customers(delivery, month, usage)));
            tasks.add(new Task(2 * size, () -> sps.month(delivery, month)));
            tasks.add(new Task(size / 4, () -> arrears.month(delivery, month)));
            tasks.add(new Task(2 * size, () -> channels.month(delivery, month)));
            tasks.add(new Task(size / 10, () -> numbers.month(delivery, month)));
            tasks.add(new Task(size / 5, () -> uses.month(delivery, month)));
            tasks.add(new Task(size / 5, () -> usage.contracts(delivery, month)));
            tasks.add(new Task(size / 2, () -> campaigns.month(delivery, month)));
            tasks.add(new Task(size / 100, () -> groups.month(delivery, month)));
        }
        return tasks;
    }

    private static void run(List<Task> tasks, int threads, Progress progress) throws IOException, InterruptedException {
        long total = tasks.stream().mapToLong(Task::rows).sum();
        long done = 0;
        progress.report(WRITE, 0, total);
        ExecutorService executor = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("generator-", 1).daemon().factory());
        try {
            CompletionService<Long> completions = new ExecutorCompletionService<>(executor);
            for (Task task : tasks) {
                completions.submit(() -> {
                    task.work().run();
                    return task.rows();
                });
            }
            for (int i = 0; i < tasks.size(); i++) {
                done += completions.take().get();
                progress.report(WRITE, done, total);
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException("the generator failed", e.getCause());
        } finally {
            executor.shutdownNow();
            executor.close();
        }
    }

    private static void ledger(Delivery delivery) throws IOException {
        Map<Ledger.Key, Long> sums = delivery.ledger().sums();
        delivery.whole(Feeds.EXPECTED_TOTALS, out -> {
            for (Map.Entry<Ledger.Key, Long> sum : sums.entrySet()) {
                Ledger.Key key = sum.getKey();
                out.row()
                        .number(key.month())
                        .text(key.feed())
                        .text(key.measure())
                        .text(key.item());
                out.money(sum.getValue()).end();
            }
        });
    }
}
