package org.shapan.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shapan.warehouse.feed.Feed;
import org.shapan.warehouse.feed.Feeds;

class LoadPlanTest {

    @Test
    void everyFactFeedHasOneStep() {
        List<Feed> months = Feeds.FACTS.stream()
                .filter(feed -> feed.period() == Feed.Period.MONTH)
                .toList();
        List<Feed> whole = Feeds.FACTS.stream()
                .filter(feed -> feed.period() == Feed.Period.WHOLE && feed != Feeds.EXPECTED_TOTALS)
                .toList();

        assertThat(LoadPlan.MONTH).flatMap(LoadPlan.Step::feeds).containsExactlyInAnyOrderElementsOf(months);
        assertThat(LoadPlan.OPENING)
                .flatMap(position -> position.step().feeds())
                .isEqualTo(Feeds.OPENING);
        assertThat(LoadPlan.WHOLE).flatMap(LoadPlan.Step::feeds).containsExactlyInAnyOrderElementsOf(whole);
    }
}
