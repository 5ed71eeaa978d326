package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.warehouse.feed.Profile;

/** P04: a social channel activates numbers for their commission only, 55 to 80 % of its new ones, five or six months long; they fall silent once it is paid. */
final class KeptNumbers implements Story {

    private static final int LEAST_NEW = 15;
    private static final int MONTHS = 5;
    private static final int LONGEST = 7;
    private static final int FEE = 2000;
    private static final int FEE_SPREAD = 300;
    private static final int GOES = 7;
    private static final int SURE = FakeNumbers.FEW_COUNTERPARTS | FakeNumbers.LIGHT_DAYS | FakeNumbers.LEAST_FEE;
    private static final List<Integer> OTHERS =
            List.of(FakeNumbers.SHARED_TERMINAL, FakeNumbers.AT_CHANNEL, FakeNumbers.CHANNEL_RECHARGE);

    @Override
    public String type() {
        return "P04";
    }

    @Override
    public int count(Profile profile) {
        return ChannelChoice.count(profile, 4);
    }

    @Override
    public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
        int months = MONTHS + stream.below(2);
        int from = AnomalyPlan.STARTS.from()
                + stream.below(AnomalyPlan.STARTS.to() - AnomalyPlan.STARTS.from() - LONGEST + MONTHS);
        Span span = new Span(from, Math.min(Months.LAST, from + months - 1));
        ChannelChoice choice = new ChannelChoice(plan, from);
        Profile profile = plan.province().profile();
        return choice.draw(
                        stream,
                        ChannelChoice.scaled(profile, 4),
                        9,
                        c -> c.kind().social())
                .map(channel -> keep(plan, nth, channel, choice, span, stream));
    }

    private GroundTruth keep(
            AnomalyPlan plan, int nth, Channel channel, ChannelChoice choice, Span span, Stream stream) {
        double share = stream.uniform(0.55, 0.80);
        double usual = choice.usual(channel);
        double least = ChannelChoice.scaled(plan.province().profile(), LEAST_NEW) - usual;
        int perMonth = (int) Math.ceil(Math.max(least, usual * share / (1 - share)));
        List<Long> numbers = new ArrayList<>();
        for (int month = span.from(); month <= span.to(); month++) {
            for (int k = 0; k < perMonth; k++) {
                plan.newcomer(channel, month, stream.below(Months.days(month) - 5))
                        .ifPresent(i -> {
                            keep(plan, i, stream);
                            numbers.add(plan.customers().number(i));
                        });
            }
        }
        return GroundTruth.of(
                this,
                nth,
                Entity.channel(plan.province(), channel),
                span,
                Map.of("fakes", numbers.size(), "genuinePerMonth", Math.round(choice.usual(channel))),
                List.of("A-CH-02", "A-CH-09"),
                numbers.stream().sorted().toList());
    }

    private static void keep(AnomalyPlan plan, int i, Stream stream) {
        Customers customers = plan.customers();
        int signs = SURE;
        int left = stream.below(2 * OTHERS.size());
        for (int sign = 0; sign < OTHERS.size(); sign++) {
            signs |= sign == left ? 0 : OTHERS.get(sign);
        }
        customers.signs[i] = (byte) signs;
        int activation = customers.activation[i];
        for (int m = activation; m <= Months.LAST; m++) {
            plan.changes().mute(i, m);
            plan.fee(i, m, m <= activation + FakeNumbers.ALIVE ? FEE + stream.below(FEE_SPREAD) : 0);
        }
        int goes = activation + GOES + stream.below(4);
        if (goes <= Months.LAST) {
            customers.leave(i, goes, 1 + stream.below(28));
        }
    }
}
