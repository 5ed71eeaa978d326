package org.shapan.engine.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.shapan.engine.star.Member;

class ConcurrentCellsTest {
    @Test
    void equalQuestionsAtTheSameTimeAreOneStatement() throws Exception {
        try (Shop shop = new Shop(19, 300);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CellStore store = shop.newStore();
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Object>> values = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                values.add(threads.submit(() -> {
                    start.await();
                    return Shop.value(shop.open(store), shop.cube.context(), shop.units);
                }));
            }
            start.countDown();

            for (Future<Object> value : values) {
                assertThat(value.get()).isEqualTo(shop.expected(shop.units, shop.rows(shop.cube.context())));
            }
            assertThat(shop.takeStatements()).hasSize(1);
        }
    }

    @Test
    void mixedQueriesAndFlushesGiveTheSameAsAlone() throws Exception {
        long seed = System.nanoTime();
        System.out.println("ConcurrentCellsTest seed " + seed);
        try (Shop shop = new Shop(seed, 200);
                ExecutorService threads = Executors.newFixedThreadPool(6)) {
            CellStore store = new CellStore(shop.sql, new CellLimits(10_000, 10_000, 1 << 20, 100, 1000, 20_000, true));
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < 6; t++) {
                long own = seed + t;
                running.add(threads.submit(() -> run(shop, store, new Random(own), seed)));
            }
            for (Future<?> thread : running) {
                thread.get();
            }
            assertThat(store.statistics().hits()).isPositive();
        }
    }

    private static void run(Shop shop, CellStore store, Random random, long seed) {
        for (int i = 0; i < 25; i++) {
            if (random.nextInt(20) == 0) {
                store.flush();
            }
            Member[] place = shop.cube.context(
                    any(shop.store.members(shop.store.levels().get(random.nextInt(4))), random),
                    any(shop.time.members(shop.time.levels().get(random.nextInt(2))), random),
                    any(shop.brand.members(shop.brand.levels().get(random.nextInt(2))), random));
            for (var measure : List.of(shop.units, shop.customers, shop.mean)) {
                assertThat(Shop.value(shop.open(store), place, measure))
                        .as("%s at %s, seed %d", measure, List.of(place), seed)
                        .isEqualTo(shop.expected(measure, shop.rows(place)));
            }
        }
    }

    private static Member any(List<Member> members, Random random) {
        return members.get(random.nextInt(members.size()));
    }
}
