package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.warehouse.feed.Profile;

/**
 * P06: fresh numbers, five to a handset and a document, use a code for three months, pay nothing and then fall silent. SP
 * fees are 80 % of their bills and about a quarter of the code's fee.
 */
final class UnpaidNumbers implements Story {

    private static final int MONTHS = 3;
    /** From the first bill until the last one is two cycles old. */
    private static final int SPAN = MONTHS + 2;

    private static final double OF_USERS = 0.32;
    private static final int TO_A_HAND = 5;
    private static final int MODEL = 17;
    private static final int SILENT_FEE = 50;

    @Override
    public String type() {
        return "P06";
    }

    @Override
    public int count(Profile profile) {
        return profile == Profile.CI ? 1 : 2;
    }

    @Override
    public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
        boolean small = plan.province().profile() == Profile.CI;
        int start = AnomalyPlan.start(SPAN, stream);
        SpCodeChoice choice = new SpCodeChoice(plan, start);
        return choice.draw(stream, small ? 35 : 190, small ? 125 : 370)
                .map(code -> plant(plan, nth, start, code, choice.users(code).size(), stream));
    }

    private GroundTruth plant(AnomalyPlan plan, int nth, int start, SpRegister.Code code, int users, Stream stream) {
        List<Integer> numbers = numbers(plan, start, (int) Math.round(OF_USERS * users), stream);
        Map<Integer, SpAnomaly.Use> uses = new HashMap<>();
        for (int n = 0; n < numbers.size(); n++) {
            int i = numbers.get(n);
            uses.put(i, new SpAnomaly.Use(start, SpAnomaly.Use.USUAL_CHANNEL));
            int hand = nth * 1000 + n / TO_A_HAND;
            plan.identities().assign(i, "X%09d".formatted(hand), MODEL, hand);
            for (int month = start; month <= Months.LAST; month++) {
                plan.payments().pay(i, month, Payments.NEVER);
                if (plan.customers().present(i, month)) {
                    boolean running = month < start + MONTHS;
                    plan.fee(i, month, running ? code.price() / 4 : SILENT_FEE);
                    if (!running) {
                        plan.changes().mute(i, month);
                    }
                }
            }
        }
        for (int month = start; month < start + MONTHS; month++) {
            plan.spAnomaly(month, SpAnomaly.Added.of(code, SpRhythm.USUAL, uses));
        }
        return GroundTruth.of(
                this,
                nth,
                Entity.spCode(plan.province(), code),
                new Span(start, start + SPAN - 1),
                Map.of("numbers", numbers.size(), "users", users, "hands", 1 + (numbers.size() - 1) / TO_A_HAND),
                List.of("A-SP-08", "A-AR-01"),
                numbers.stream().sorted().map(plan.customers()::number).toList());
    }

    /** Customers of two months at most that no group and no other anomaly knows. */
    private static List<Integer> numbers(AnomalyPlan plan, int start, int wanted, Stream stream) {
        Customers base = plan.base().customers();
        List<Integer> fresh = new ArrayList<>();
        for (int i = 0; i < base.count; i++) {
            boolean young = base.activation[i] == start || base.activation[i] == start - 1;
            if (young
                    && base.group[i] < 0
                    && base.atEnd(i, start + MONTHS)
                    && plan.customers().atEnd(i, start + MONTHS)) {
                fresh.add(i);
            }
        }
        List<Integer> numbers = new ArrayList<>();
        while (numbers.size() < wanted && !fresh.isEmpty()) {
            numbers.add(fresh.remove(stream.below(fresh.size())));
        }
        return numbers;
    }
}
