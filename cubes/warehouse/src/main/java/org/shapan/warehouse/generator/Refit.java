package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.warehouse.feed.Profile;

/** D05: a hall is closed for a refit of two months, as announced; its new customers go to another outlet. */
final class Refit implements Story {

    private static final int MONTHS = 2;

    @Override
    public String type() {
        return "D05";
    }

    @Override
    public int count(Profile profile) {
        return ChannelChoice.count(profile, 1);
    }

    @Override
    public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
        int from = AnomalyPlan.start(MONTHS, stream);
        Span span = new Span(from, from + MONTHS - 1);
        ChannelChoice choice = new ChannelChoice(plan, from);
        return choice.draw(stream, 0, Double.MAX_VALUE, c -> c.type().subType().equals("hall_standard"))
                .map(channel -> refit(plan, nth, channel, choice, span, stream));
    }

    private GroundTruth refit(
            AnomalyPlan plan, int nth, Channel channel, ChannelChoice choice, Span span, Stream stream) {
        plan.faults().refit(channel.index(), span);
        Customers customers = plan.customers();
        List<Long> moved = new ArrayList<>();
        for (int i : choice.activated(channel, span)) {
            customers.channel[i] = (short) plan.province()
                    .network()
                    .draw(ChannelKind.DESIGNATED, customers.area[i], customers.activation[i], stream);
            moved.add(customers.number(i));
        }
        return GroundTruth.of(
                this,
                nth,
                Entity.channel(plan.province(), channel),
                span,
                Map.of("moved", moved.size()),
                List.of(),
                moved);
    }
}
