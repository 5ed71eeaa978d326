package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.shapan.warehouse.feed.Profile;

/** P08: for one month a code subscribes customers that never asked; three times as many begin as usual. */
final class MisleadingService implements Story {

    private static final int VICTIM_FEE = 2000;
    private static final double QUICK = 0.75;
    private static final double SILENCED = 0.27;
    private static final double COMPLAINING = 0.0128;
    private static final int LEAST_COMPLAINTS = 5;
    private static final int LEAST_VICTIMS = 12;

    @Override
    public String type() {
        return "P08";
    }

    @Override
    public int count(Profile profile) {
        return profile == Profile.CI ? 2 : 4;
    }

    @Override
    public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
        // Two are seen in the last month, which boards show first.
        int month = nth <= 2 ? Months.LAST : AnomalyPlan.start(1, stream);
        SpCodeChoice choice = new SpCodeChoice(plan, month);
        return choice.draw(stream).map(code -> force(plan, nth, month, code, choice, stream));
    }

    private GroundTruth force(
            AnomalyPlan plan, int nth, int month, SpRegister.Code code, SpCodeChoice choice, Stream stream) {
        List<Integer> users = choice.users(code);
        Map<Integer, Boolean> victims = victims(plan, month, users, 2 * choice.begun(code), stream);
        Set<Integer> silenced = new TreeSet<>();
        for (int i : users) {
            if (stream.chance(SILENCED)) {
                silenced.add(i);
            }
        }
        List<Integer> all = new ArrayList<>(new TreeSet<>(victims.keySet()));
        int complaints = Math.min(all.size(), Math.max(LEAST_COMPLAINTS, (int)
                Math.round(COMPLAINING * (all.size() + users.size()))));
        Set<Integer> complainers = new TreeSet<>();
        while (complainers.size() < complaints) {
            complainers.add(all.get(stream.below(all.size())));
        }
        plan.spAnomaly(
                month, new SpAnomaly.ForcedSubscription(code.index(), code.price(), victims, silenced, complainers));
        Set<Integer> touched = new TreeSet<>(users);
        touched.addAll(victims.keySet());
        return GroundTruth.of(
                this,
                nth,
                Entity.spCode(plan.province(), code),
                new Span(month, month),
                Map.of("users", users.size(), "victims", victims.size(), "complaints", complainers.size()),
                List.of("A-SP-10", "A-SP-11", "A-SP-12"),
                touched.stream().map(plan.customers()::number).toList());
    }

    /** Customers with bill enough that use nothing of the code; true of those who end it within a day. */
    private static Map<Integer, Boolean> victims(
            AnomalyPlan plan, int month, List<Integer> users, int usual, Stream stream) {
        Customers customers = plan.customers();
        Set<Integer> known = new HashSet<>(users);
        Map<Integer, Boolean> victims = new HashMap<>();
        int wanted = Math.max(LEAST_VICTIMS, usual);
        for (int tries = 0; victims.size() < wanted && tries < 100 * wanted; tries++) {
            int i = stream.below(customers.count);
            boolean quick = stream.chance(QUICK);
            if (customers.atEnd(i, month)
                    && customers.atStart(i, month)
                    && plan.fees()[month][i] >= VICTIM_FEE
                    && !plan.changes().isMute(i, month)
                    && !known.contains(i)) {
                victims.putIfAbsent(i, quick);
            }
        }
        return victims;
    }
}
