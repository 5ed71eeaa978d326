package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.warehouse.feed.Profile;

/** D12: a channel activates an eighth less for a month, as it happens. */
final class NoisyChannel implements Story {

    private static final double LOST = 0.12;
    private static final double LEAST = 15;

    @Override
    public String type() {
        return "D12";
    }

    @Override
    public int count(Profile profile) {
        return ChannelChoice.count(profile, 1);
    }

    @Override
    public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
        int from = AnomalyPlan.start(1, stream);
        Span span = new Span(from, from);
        ChannelChoice choice = new ChannelChoice(plan, from);
        double least = ChannelChoice.scaled(plan.province().profile(), LEAST);
        return choice.draw(stream, least, Double.MAX_VALUE, c -> true).map(channel -> {
            List<Long> lost = new ArrayList<>();
            for (int i : choice.activated(channel, span)) {
                if (stream.chance(LOST)) {
                    plan.neverComes(i);
                    lost.add(plan.customers().number(i));
                }
            }
            return GroundTruth.of(
                    this,
                    nth,
                    Entity.channel(plan.province(), channel),
                    span,
                    Map.of("lost", lost.size()),
                    List.of(),
                    lost);
        });
    }
}
