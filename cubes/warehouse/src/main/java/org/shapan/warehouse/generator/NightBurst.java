package org.shapan.warehouse.generator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.warehouse.feed.Profile;

/** P09: for one month a code bills a multiple of its fee and pushes traffic out in the nights of five days. */
final class NightBurst implements Story {

    private static final int MT_FACTOR = 8;

    @Override
    public String type() {
        return "P09";
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
        return choice.draw(stream).map(code -> {
            double feeFactor = 2.5 + 0.5 * stream.below(4);
            plan.spAnomaly(month, new SpAnomaly.NightBurst(code.index(), feeFactor, MT_FACTOR));
            List<Integer> users = choice.users(code);
            return GroundTruth.of(
                    this,
                    nth,
                    Entity.spCode(plan.province(), code),
                    new Span(month, month),
                    Map.of("users", users.size(), "feeFactor", feeFactor, "mtFactor", MT_FACTOR),
                    List.of("A-SP-01", "A-SP-04", "A-SP-06", "A-SP-07"),
                    users.stream().map(plan.customers()::number).toList());
        });
    }
}
