package org.shapan.portal.province;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.shapan.warehouse.Progress;

class ProvinceTest {
    private static final DataState DATA = new DataState(1, LocalDate.of(2010, 3, 31), true);

    @Test
    void publishedDataAreReadyAtOnce() {
        Province province = new Province(new Source(Optional.of(DATA), progress -> {}));

        province.start();

        assertThat(province.data()).contains(DATA);
    }

    @Test
    void aFirstStartReportsItsPhasesInTheBackground() throws Exception {
        List<ProvinceState> heard = new ArrayList<>();
        CountDownLatch ready = new CountDownLatch(1);
        Province province = new Province(new Source(Optional.empty(), progress -> {
            progress.report("generate", 5, 10);
            progress.report("load", 1, 4);
        }));
        province.listen(state -> {
            heard.add(state);
            if (state instanceof ProvinceState.Ready) {
                ready.countDown();
            }
        });

        province.start();

        assertThat(ready.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(heard)
                .filteredOn(ProvinceState.Preparing.class::isInstance)
                .extracting(state -> ((ProvinceState.Preparing) state).phase())
                .containsExactly("", "generate", "load");
        assertThat(province.ready()).isTrue();
    }

    @Test
    void aFailureSaysItsReasonAndCanBeRetried() throws Exception {
        boolean[] broken = {true};
        CountDownLatch failed = new CountDownLatch(1);
        CountDownLatch ready = new CountDownLatch(1);
        Province province = new Province(new Source(Optional.empty(), progress -> {
            if (broken[0]) {
                throw new IllegalStateException("the disk is full. Free some space.");
            }
        }));
        province.listen(state -> {
            switch (state) {
                case ProvinceState.Failed f -> failed.countDown();
                case ProvinceState.Ready r -> ready.countDown();
                case ProvinceState.Preparing p -> {}
            }
        });

        province.start();
        assertThat(failed.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(province.state()).isEqualTo(new ProvinceState.Failed("the disk is full. Free some space."));
        broken[0] = false;
        province.retry();

        assertThat(ready.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theTimeLeftFollowsTheSpeedOfThePhase() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        var quarter = new ProvinceState.Preparing("load", 2, 25, 100, start, start);

        assertThat(quarter.left(start.plusSeconds(30))).contains(Duration.ofSeconds(90));
        assertThat(new ProvinceState.Preparing("load", 2, 0, 100, start, start).left(start))
                .isEmpty();
    }

    private record Source(Optional<DataState> published, java.util.function.Consumer<Progress> work)
            implements ProvinceSource {
        @Override
        public DataState prepare(Progress progress) {
            work.accept(progress);
            return DATA;
        }
    }
}
