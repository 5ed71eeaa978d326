package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Business codes that can carry an anomaly in a month, with their users: billed by month, serving messages, three months
 * old, with a middling number of users, and of a company that carries none yet.
 */
final class SpCodeChoice {

    private static final int LEAST_USERS = 60;
    private static final int LEAST_USERS_SMALL = 20;
    private static final int MOST_USERS = 900;
    private static final int LEAST_AGE = 3;

    private final AnomalyPlan plan;
    private final int month;
    private final Map<Integer, List<Integer>> users = new HashMap<>();
    private final Map<Integer, Integer> begun = new HashMap<>();

    SpCodeChoice(AnomalyPlan plan, int month) {
        this.plan = plan;
        this.month = month;
        SpUse use = plan.base().spUse();
        SpBilling regular = plan.regularBilling();
        SpBill bill = new SpBill();
        for (int i = 0; i < plan.customers().count; i++) {
            if (use.first(i) < use.end(i)) {
                regular.fill(i, month, bill);
                for (int l = 0; l < bill.lines; l++) {
                    users.computeIfAbsent(bill.code[l], c -> new ArrayList<>()).add(i);
                    begun.merge(bill.code[l], bill.begins[l] ? 1 : 0, Integer::sum);
                }
            }
        }
    }

    /** Customers that use the code in the month, ascending. */
    List<Integer> users(SpRegister.Code code) {
        return users.getOrDefault(code.index(), List.of());
    }

    /** Subscriptions of the code that begin in the month. */
    int begun(SpRegister.Code code) {
        return begun.getOrDefault(code.index(), 0);
    }

    /** One of those eligible. */
    Optional<SpRegister.Code> draw(Stream stream) {
        boolean small = plan.province().profile().customers() < 10_000;
        return draw(stream, small ? LEAST_USERS_SMALL : LEAST_USERS, MOST_USERS);
    }

    /** One of those eligible with so many users. */
    Optional<SpRegister.Code> draw(Stream stream, int least, int most) {
        SpRegister sps = plan.province().sps();
        Set<Integer> companies = new HashSet<>();
        for (SpRegister.Code code : sps.codes()) {
            if (!plan.free(Entity.spCode(plan.province(), code))) {
                companies.add(code.company());
            }
        }
        List<SpRegister.Code> eligible = sps.codes().stream()
                .filter(code -> code.monthly() && code.mtPerMo() > 0 && code.launch() <= month - LEAST_AGE)
                .filter(code -> users(code).size() >= least && users(code).size() <= most)
                .filter(code -> !companies.contains(code.company())
                        && !code.equals(sps.reserve().original()))
                .toList();
        return eligible.isEmpty() ? Optional.empty() : Optional.of(eligible.get(stream.below(eligible.size())));
    }
}
