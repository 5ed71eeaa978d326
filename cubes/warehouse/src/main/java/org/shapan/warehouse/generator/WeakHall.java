package org.shapan.warehouse.generator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.warehouse.feed.Profile;

/** P16: a hall loses 35 % of its transactions from a month on, with the same staff. */
final class WeakHall implements Story {

    private static final double LOST = 0.35;

    @Override
    public String type() {
        return "P16";
    }

    @Override
    public int count(Profile profile) {
        return ChannelChoice.count(profile, 2);
    }

    @Override
    public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
        int from = AnomalyPlan.start(1, stream);
        Span span = new Span(from, Months.LAST);
        return new ChannelChoice(plan, from)
                .draw(stream, 0, Double.MAX_VALUE, c -> c.type().subType().equals("hall_standard"))
                .map(channel -> {
                    plan.faults().lose(channel.index(), span, LOST);
                    return GroundTruth.of(
                            this,
                            nth,
                            Entity.channel(plan.province(), channel),
                            span,
                            Map.of("lost", LOST),
                            List.of("A-ST-01"),
                            List.of());
                });
    }
}
