package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.shapan.warehouse.feed.Profile;

/**
 * P07: bought users make up three quarters of a small code for four months. They have numbers of two neighbouring segments, so
 * that they were activated within few weeks, came by two channels, are used in three models and send between two and four.
 */
final class ConvergedUsers implements Story {

    private static final int MONTHS = 4;
    private static final double PER_USER = 3.3;
    private static final int LEAST = 45;
    private static final int MOST = 130;
    private static final int LEAST_USERS = 12;
    private static final int MOST_USERS = 38;
    private static final int LEAST_FEE = 1500;
    private static final int[] MODELS = {41, 52, 63};
    private static final int SEGMENT = 10_000;
    private static final int OLDEST = 8;

    @Override
    public String type() {
        return "P07";
    }

    @Override
    public int count(Profile profile) {
        return profile == Profile.CI ? 1 : 3;
    }

    @Override
    public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
        int start = AnomalyPlan.start(MONTHS, stream);
        SpCodeChoice choice = new SpCodeChoice(plan, start);
        return choice.draw(stream, LEAST_USERS, MOST_USERS)
                .map(code -> plant(plan, nth, start, code, choice.users(code).size(), stream));
    }

    private GroundTruth plant(AnomalyPlan plan, int nth, int start, SpRegister.Code code, int users, Stream stream) {
        int wanted = Math.max(LEAST, Math.min(MOST, (int) Math.round(PER_USER * users)));
        List<Integer> bought = bought(plan, start, wanted, stream);
        List<Channel> agents = plan.province().network().channels().stream()
                .filter(channel -> channel.kind() == ChannelKind.AGENT)
                .toList();
        int[] channels = {
            agents.get(stream.below(agents.size())).index(),
            agents.get(stream.below(agents.size())).index()
        };
        Map<Integer, SpAnomaly.Use> uses = new HashMap<>();
        for (int i : bought) {
            uses.put(i, new SpAnomaly.Use(start, channels[stream.below(channels.length)]));
            plan.identities().assign(i, null, MODELS[stream.below(MODELS.length)], i);
        }
        Span span = new Span(start, start + MONTHS - 1);
        for (int month = span.from(); month <= span.to(); month++) {
            plan.spAnomaly(month, SpAnomaly.Added.of(code, SpRhythm.MACHINE, uses));
        }
        return GroundTruth.of(
                this,
                nth,
                Entity.spCode(plan.province(), code),
                span,
                Map.of("users", users, "bought", bought.size()),
                List.of("A-SP-09", "A-SP-06"),
                new TreeSet<>(bought).stream().map(plan.customers()::number).toList());
    }

    /** Customers of the segment of a young number, and of the next, that stay in net. */
    private static List<Integer> bought(AnomalyPlan plan, int start, int wanted, Stream stream) {
        Customers customers = plan.customers();
        int pivot = stream.below(customers.count);
        while (plan.base().customers().activation[pivot] < start - OLDEST
                || plan.base().customers().activation[pivot] >= start - 1) {
            pivot = stream.below(customers.count);
        }
        List<Integer> candidates = new ArrayList<>();
        long segment = customers.number(pivot) / SEGMENT;
        for (int i = 0; i < customers.count; i++) {
            long own = customers.number(i) / SEGMENT;
            if ((own == segment || own == segment + 1)
                    && customers.atEnd(i, start - 1)
                    && customers.atEnd(i, start + MONTHS - 1)
                    && plan.fees()[start][i] >= LEAST_FEE) {
                candidates.add(i);
            }
        }
        List<Integer> bought = new ArrayList<>();
        while (bought.size() < wanted && !candidates.isEmpty()) {
            bought.add(candidates.remove(stream.below(candidates.size())));
        }
        return bought;
    }
}
