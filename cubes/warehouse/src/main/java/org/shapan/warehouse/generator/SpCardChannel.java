package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shapan.warehouse.feed.Profile;

/** P11: an eighth to a fifth of the numbers a channel activates in six months are used for SP services only. */
final class SpCardChannel implements Story {

    private static final double LEAST = 8;
    private static final int LEAST_CARDS = 4;
    private static final int MONTHS = 6;
    private static final int REST = 300;
    private static final int FEE = 1500;

    @Override
    public String type() {
        return "P11";
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
        double least = ChannelChoice.scaled(plan.province().profile(), LEAST);
        return choice.draw(stream, least, Double.MAX_VALUE, c -> c.kind().social())
                .map(channel -> sell(plan, nth, channel, choice, span, stream));
    }

    private GroundTruth sell(
            AnomalyPlan plan, int nth, Channel channel, ChannelChoice choice, Span span, Stream stream) {
        double share = stream.uniform(0.14, 0.20);
        Customers customers = plan.customers();
        List<SpRegister.Code> codes = plan.province().sps().codes();
        SpRegister.Code code = codes.get(stream.below(codes.size()));
        while (code.launch() > span.from()) {
            code = codes.get(stream.below(codes.size()));
        }
        List<Long> numbers = new ArrayList<>();
        Set<Integer> cards = new HashSet<>();
        List<Integer> activated = choice.activated(channel, span);
        double left = Math.max(LEAST_CARDS, share * activated.size());
        for (int i : activated) {
            if (stream.chance(2 * share) && customers.group[i] < 0 && customers.signs[i] == 0 && left > 0) {
                left--;
                customers.signs[i] = FakeNumbers.FEW_COUNTERPARTS;
                cards.add(i);
                numbers.add(customers.number(i));
                for (int m = customers.activation[i]; m <= Months.LAST; m++) {
                    if (customers.present(i, m)) {
                        plan.changes().mute(i, m);
                        plan.fee(i, m, stream.below(REST));
                    }
                }
            }
        }
        for (int m = span.from(); m <= Months.LAST; m++) {
            plan.spAnomaly(m, new SpAnomaly.Cards(code.index(), FEE, cards));
        }
        return GroundTruth.of(
                this,
                nth,
                Entity.channel(plan.province(), channel),
                span,
                Map.of("cards", numbers.size(), "code", code.code()),
                List.of("A-CH-10"),
                numbers);
    }
}
