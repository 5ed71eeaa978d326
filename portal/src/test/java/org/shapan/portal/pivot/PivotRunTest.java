package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.shapan.portal.pivot.Condition.Kind;
import org.shapan.portal.pivot.PivotModel.Place;

/** Before and while a pivot runs: how large it will be, and how soon it ends when it is cancelled. */
class PivotRunTest extends OperatedPivot {
    private static final Duration AT_LEAST_RUNNING = Duration.ofMillis(500);
    private static final Duration SURELY_ENDED = Duration.ofSeconds(30);
    /** Tests half a million tuples one by one, from finest members, for each service: minutes, if it were let. */
    static final String SLOW = """
            WITH MEMBER [Measures].[Slow] AS
              Count(Filter([Area].[Managed].[Micro area].Members * [Time].[Calendar].[Day].Members * [Brand].Members * [Tier].Members,
                [Measures].[Gross revenue] + Rank([Area].[Managed].CurrentMember, [Area].[Managed].[Micro area].Members) > 1))
            SELECT {[Measures].[Slow]} ON COLUMNS, [Service].[Service].Members ON ROWS FROM [Revenue]
            """;

    @Test
    void theEstimateIsTheProductOfTheMembers() throws Exception {
        PivotModel crossed = branches.put(brand, brand + ".[Brand]", Place.COLUMNS)
                .withHideEmpty(false)
                .withTotals(false);
        PivotResult result = run(crossed);
        assertThat(session.estimate(crossed).cells()).isEqualTo((double) result.rowCount() * result.columnCount());

        PivotModel open = crossed.change(AREA, field -> field.with(Expansion.to(MICRO)));
        PivotResult opened = run(open);
        assertThat(session.estimate(open).cells())
                .as("with all micro areas")
                .isEqualTo((double) opened.rowCount() * opened.columnCount());
        PivotModel two = crossed.change(
                AREA, f -> f.withConditions(List.of(Condition.value(Kind.TOP_COUNT, GROSS, BigDecimal.TWO))));
        assertThat(session.estimate(two).cells()).isEqualTo(2.0 * result.columnCount());
        PivotModel days = crossed.remove(TIME).put(TIME, TIME + ".[Day]", Place.ROWS);
        PivotEstimate large = session.estimate(days);
        assertThat(large.largest().hierarchy()).isEqualTo(TIME);
        assertThat(large.cells()).isEqualTo(session.estimate(crossed).cells() * large.members());
    }

    @Test
    void aRunningPivotEndsSoonAfterItIsCancelled() throws Exception {
        CompletableFuture<String> ended = slowly(session.ask());
        assertThat(ended).as("runs").isNotDone();

        long start = System.nanoTime();
        session.cancel();
        String how = ended.get(SURELY_ENDED.toSeconds(), TimeUnit.SECONDS);

        System.out.printf("cancelled after %d ms: %s%n", (System.nanoTime() - start) / 1_000_000, how);
        assertThat(how).isNotEqualTo("finished");
        assertThat(run(branches).rowCount()).as("the session goes on").isPositive();
    }

    @Test
    void aReplacedQuestionIsNotRunAndItsLateThreadEndsNoLaterOne() throws Exception {
        long replaced = session.ask();
        long question = session.ask();
        assertThat(session.run(branches, replaced)).isEmpty();

        CompletableFuture<String> ended = slowly(question);
        session.endBefore(question);
        Thread.sleep(AT_LEAST_RUNNING);
        assertThat(ended).as("still runs").isNotDone();

        session.endBefore(session.ask());
        assertThat(ended.get(SURELY_ENDED.toSeconds(), TimeUnit.SECONDS)).isNotEqualTo("finished");
    }

    private CompletableFuture<String> slowly(long question) throws InterruptedException {
        CompletableFuture<String> ended = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                session.run(branches.withMdx(SLOW), question);
                ended.complete("finished");
            } catch (SQLException e) {
                ended.complete(e.getMessage());
            }
        });
        Thread.sleep(AT_LEAST_RUNNING);
        return ended;
    }
}
