package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * P08 and P09: chooses business codes of different companies with enough users, and who suffers (domain §9.5). A code is
 * eligible when it is billed by month, serves messages, is older than the simulation and has a middling number of users.
 */
final class SpAnomalies {

    private static final int EACH = 2;
    private static final int LEAST_USERS = 60;
    private static final int LEAST_USERS_SMALL = 20;
    private static final int MOST_USERS = 900;
    private static final int VICTIM_FEE = 2000;
    private static final double QUICK = 0.75;
    private static final double SILENCED = 0.27;
    private static final double COMPLAINING = 0.0128;
    private static final int LEAST_COMPLAINTS = 5;
    private static final int LEAST_VICTIMS = 12;

    private final Province province;
    private final Customers customers;
    private final int[][] fees;
    private final BitSet mute;
    private final Map<Integer, List<Integer>> users = new HashMap<>();
    private final Map<Integer, Integer> begun = new HashMap<>();

    SpAnomalies(Province province, Customers customers, int[][] fees, SpUse use, SpBilling regular, BitSet mute) {
        this.province = province;
        this.customers = customers;
        this.fees = fees;
        this.mute = mute;
        SpBill bill = new SpBill();
        for (int i = 0; i < customers.count; i++) {
            if (use.first(i) < use.end(i)) {
                regular.fill(i, Months.LAST, bill);
                for (int l = 0; l < bill.lines; l++) {
                    users.computeIfAbsent(bill.code[l], c -> new ArrayList<>()).add(i);
                    begun.merge(bill.code[l], bill.begins[l] ? 1 : 0, Integer::sum);
                }
            }
        }
    }

    /** Adds the anomalies by code and gives their truths. */
    List<GroundTruth> plant(Map<Integer, SpAnomaly> anomalies) {
        List<SpRegister.Code> eligible = eligible();
        List<GroundTruth> truths = new ArrayList<>();
        Set<Integer> companies = new HashSet<>();
        Stream choice = province.streams().open("plant-sp", "choice");
        while (truths.size() < 2 * EACH && !eligible.isEmpty()) {
            SpRegister.Code code = eligible.remove(choice.below(eligible.size()));
            if (companies.add(code.company())) {
                Stream stream = province.streams().open("plant-sp", code.code());
                boolean misleading = truths.size() < EACH;
                anomalies.put(code.index(), misleading ? forced(code, stream) : burst(code, stream));
                truths.add(truth(code, anomalies.get(code.index()), truths.size()));
            }
        }
        return truths;
    }

    private List<SpRegister.Code> eligible() {
        int least = province.profile().customers() < 10_000 ? LEAST_USERS_SMALL : LEAST_USERS;
        List<SpRegister.Code> eligible = new ArrayList<>();
        for (SpRegister.Code code : province.sps().codes()) {
            int count = users.getOrDefault(code.index(), List.of()).size();
            if (code.monthly() && code.mtPerMo() > 0 && code.launch() < 0 && count >= least && count <= MOST_USERS) {
                eligible.add(code);
            }
        }
        return eligible;
    }

    private SpAnomaly burst(SpRegister.Code code, Stream stream) {
        return new SpAnomaly.NightBurst(code.index(), 2.5 + 0.5 * stream.below(4), 8);
    }

    private SpAnomaly forced(SpRegister.Code code, Stream stream) {
        List<Integer> regularUsers = users.get(code.index());
        Set<Integer> known = new HashSet<>(regularUsers);
        Map<Integer, Boolean> victims = new HashMap<>();
        // With the regular ones three times as many subscriptions as usual.
        int wanted = Math.max(LEAST_VICTIMS, 2 * begun.get(code.index()));
        for (int tries = 0; victims.size() < wanted && tries < 100 * wanted; tries++) {
            int i = stream.below(customers.count);
            boolean quick = stream.chance(QUICK);
            if (customers.atEnd(i, Months.LAST)
                    && customers.atStart(i, Months.LAST)
                    && fees[Months.LAST][i] >= VICTIM_FEE
                    && !mute.get(i)
                    && !known.contains(i)) {
                victims.putIfAbsent(i, quick);
            }
        }
        Set<Integer> silenced = new TreeSet<>();
        for (int i : regularUsers) {
            if (stream.chance(SILENCED)) {
                silenced.add(i);
            }
        }
        List<Integer> all = new ArrayList<>(new TreeSet<>(victims.keySet()));
        int complaints = Math.min(all.size(), Math.max(LEAST_COMPLAINTS, (int)
                Math.round(COMPLAINING * (all.size() + regularUsers.size()))));
        Set<Integer> complainers = new TreeSet<>();
        while (complainers.size() < complaints) {
            complainers.add(all.get(stream.below(all.size())));
        }
        return new SpAnomaly.ForcedSubscription(code.index(), code.price(), victims, silenced, complainers);
    }

    private GroundTruth truth(SpRegister.Code code, SpAnomaly anomaly, int place) {
        Set<Integer> touched = new TreeSet<>(users.get(code.index()));
        Map<String, Object> params;
        List<String> rules;
        String type;
        switch (anomaly) {
            case SpAnomaly.ForcedSubscription forced -> {
                touched.addAll(forced.victims().keySet());
                type = "P08";
                params = Map.of(
                        "users", users.get(code.index()).size(),
                        "victims", forced.victims().size(),
                        "complaints", forced.complainers().size());
                rules = List.of("A-SP-10", "A-SP-11", "A-SP-12");
            }
            case SpAnomaly.NightBurst burst -> {
                type = "P09";
                params = Map.of(
                        "users", users.get(code.index()).size(),
                        "feeFactor", burst.feeFactor(),
                        "mtFactor", burst.mtFactor());
                rules = List.of("A-SP-01", "A-SP-04", "A-SP-06", "A-SP-07");
            }
        }
        int month = Months.number(Months.LAST);
        String company = province.sps().companies().get(code.company()).code();
        return new GroundTruth(
                type + "-" + (1 + place % EACH),
                "anomaly",
                type,
                "sp_code",
                code.code(),
                month,
                month,
                "red",
                params,
                rules,
                "company>" + SpRegister.LINES.get(code.line()) + ">" + company + ">" + code.code(),
                "sp_code=" + code.code(),
                touched.stream().map(customers::number).toList(),
                "sp_code");
    }
}
