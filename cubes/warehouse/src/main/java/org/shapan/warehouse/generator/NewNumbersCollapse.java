package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.warehouse.feed.Profile;

/** P03: a channel activates seven in ten numbers less for one to three months; of the first the stock has run out. */
final class NewNumbersCollapse implements Story {

    private static final List<String> ANSWERS =
            List.of("stock short", "rival product", "few visitors", "diverted goods");
    private static final double LOST = 0.7;
    private static final double LEAST = 15;
    private static final int MONTHS = 3;

    @Override
    public String type() {
        return "P03";
    }

    @Override
    public int count(Profile profile) {
        return ChannelChoice.count(profile, 4);
    }

    @Override
    public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
        Span span = span(AnomalyPlan.start(MONTHS, stream), 1 + stream.below(MONTHS));
        ChannelChoice choice = new ChannelChoice(plan, span.from());
        double least = ChannelChoice.scaled(plan.province().profile(), LEAST);
        return choice.draw(stream, least, Double.MAX_VALUE, c -> true)
                .map(channel -> collapse(plan, nth, channel, choice, span, stream));
    }

    private static Span span(int from, int months) {
        return new Span(from, from + months - 1);
    }

    private GroundTruth collapse(
            AnomalyPlan plan, int nth, Channel channel, ChannelChoice choice, Span span, Stream stream) {
        List<Long> lost = new ArrayList<>();
        for (int i : choice.activated(channel, span)) {
            if (stream.chance(LOST)) {
                plan.neverComes(i);
                lost.add(plan.customers().number(i));
            }
        }
        boolean stock = (nth - 1) % ANSWERS.size() == 0;
        if (stock) {
            plan.faults().runShort(channel.index(), span);
        }
        return GroundTruth.of(
                this,
                nth,
                Entity.channel(plan.province(), channel),
                span,
                Map.of("answer", ANSWERS.get((nth - 1) % ANSWERS.size()), "lost", lost.size()),
                stock ? List.of("A-CH-01", "A-CH-04") : List.of("A-CH-01"),
                lost);
    }
}
