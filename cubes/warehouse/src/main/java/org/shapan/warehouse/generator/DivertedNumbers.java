package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.warehouse.feed.Profile;

/** P05: half of what a social channel activates for three to five months is used in a branch where it may not sell. */
final class DivertedNumbers implements Story {

    private static final double LEAST = 10;
    private static final int MONTHS = 3;
    private static final int SPREAD = 3;

    @Override
    public String type() {
        return "P05";
    }

    @Override
    public int count(Profile profile) {
        return ChannelChoice.count(profile, 3);
    }

    @Override
    public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
        int months = MONTHS + stream.below(SPREAD);
        int from = AnomalyPlan.start(MONTHS, stream);
        Span span = new Span(from, Math.min(Months.LAST, from + months - 1));
        ChannelChoice choice = new ChannelChoice(plan, from);
        ChannelNetwork network = plan.province().network();
        double least = ChannelChoice.scaled(plan.province().profile(), LEAST);
        return choice.draw(stream, least, Double.MAX_VALUE, c -> network.territory(c.index()) != null)
                .map(channel -> divert(plan, nth, channel, choice, span, stream));
    }

    private GroundTruth divert(
            AnomalyPlan plan, int nth, Channel channel, ChannelChoice choice, Span span, Stream stream) {
        Geography geography = plan.province().geography();
        int city = geography.branches().get(channel.branch()).city();
        boolean wholeCity = geography
                .cities()
                .get(city)
                .code()
                .equals(plan.province().network().territory(channel.index()));
        List<Geography.Area> outside = geography.areas().stream()
                .filter(a -> !a.campus() && (wholeCity ? a.city() != city : a.branch() != channel.branch()))
                .toList();
        Geography.Branch victim = geography
                .branches()
                .get(outside.get(stream.below(outside.size())).branch());
        List<Geography.Area> areas =
                outside.stream().filter(a -> a.branch() == victim.index()).toList();
        double share = stream.uniform(0.45, 0.60);
        Customers customers = plan.customers();
        List<Long> numbers = new ArrayList<>();
        for (int i : choice.activated(channel, span)) {
            boolean diverted = stream.chance(share);
            int area = areas.get(stream.below(areas.size())).index();
            if (diverted && customers.group[i] < 0 && customers.signs[i] == 0) {
                customers.area[i] = (short) area;
                customers.newArea[i] = (short) area;
                customers.areaChange[i] = Customers.NEVER;
                numbers.add(customers.number(i));
            }
        }
        return GroundTruth.of(
                this,
                nth,
                Entity.channel(plan.province(), channel),
                span,
                Map.of("diverted", numbers.size(), "victim", victim.code()),
                List.of("A-CH-03", "A-PA-03"),
                numbers);
    }
}
