package org.shapan.warehouse.generator;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.shapan.warehouse.feed.Profile;

/** Stories in which customers of many kinds begin to use a code: nothing but their number or their place is unusual. */
enum NewUsers implements Story {
    /** P10: for three months the copy of a code takes over users of the original. */
    COPY("P10") {
        @Override
        public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
            SpReserve reserve = plan.province().sps().reserve();
            int start = reserve.copy().launch();
            List<Integer> users = new SpCodeChoice(plan, start).users(reserve.original());
            int wanted = (int) Math.round(0.85 * users.size());
            TreeMap<Integer, SpAnomaly.Use> uses = new TreeMap<>();
            while (uses.size() < 0.65 * wanted) {
                uses.put(users.get(stream.below(users.size())), use(start));
            }
            strangers(plan, start, wanted, stream, uses);
            Map<String, Object> params = Map.of("original", reserve.original().code(), "users", wanted);
            return Optional.of(add(plan, nth, reserve.copy(), new Span(start, start + 2), uses, params));
        }
    },
    /** D03: a code for students, four fifths of whose users live on one campus; it is as old as the history. */
    CAMPUS("D03") {
        @Override
        public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
            Customers customers = plan.base().customers();
            return plan.province().geography().areas().stream()
                    .filter(Geography.Area::campus)
                    .findFirst()
                    .map(area -> {
                        TreeMap<Integer, SpAnomaly.Use> uses = new TreeMap<>();
                        for (int i = 0; i < customers.count; i++) {
                            if (customers.area(i, Months.LAST) == area.index()
                                    && customers.area(i, Months.FIRST) == area.index()
                                    && stream.chance(0.3)) {
                                uses.put(i, use(Math.min(customers.activation[i] + 1, Months.LAST)));
                            }
                        }
                        strangers(plan, Months.FIRST, uses.size() * 5 / 4, stream, uses);
                        SpRegister.Code code = plan.province().sps().reserve().campus();
                        Map<String, Object> params = Map.of("area", area.code(), "users", uses.size());
                        return add(plan, nth, code, new Span(Months.FIRST, Months.LAST), uses, params);
                    });
        }
    },
    /** D04: a registered campaign doubles the users of a code for two months. */
    CAMPAIGN("D04") {
        @Override
        public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
            int start = AnomalyPlan.start(2, stream);
            SpCodeChoice choice = new SpCodeChoice(plan, start);
            return choice.draw(stream).map(code -> {
                TreeMap<Integer, SpAnomaly.Use> uses = new TreeMap<>();
                strangers(plan, start, choice.users(code).size(), stream, uses);
                uses.keySet().removeAll(choice.users(code));
                Campaign campaign = CampaignRegister.advertising(start, nth, code);
                plan.register(CampaignLists.won(
                        campaign, uses.keySet().stream().mapToInt(i -> i).toArray(), plan.customers()));
                Map<String, Object> params =
                        Map.of("users", choice.users(code).size(), "won", uses.size(), "campaign", campaign.code());
                return add(plan, nth, code, new Span(start, start + 1), uses, params);
            });
        }
    },
    /** D08: a code that is launched, without a past to compare with. */
    LAUNCH("D08") {
        @Override
        public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
            SpRegister.Code code = plan.province().sps().reserve().newcomer();
            TreeMap<Integer, SpAnomaly.Use> uses = new TreeMap<>();
            strangers(plan, code.launch(), plan.province().profile() == Profile.CI ? 40 : 90, stream, uses);
            Map<String, Object> params = Map.of("users", uses.size());
            return Optional.of(add(plan, nth, code, new Span(code.launch(), Months.LAST), uses, params));
        }
    };

    private static final int LEAST_FEE = 2500;

    private final String type;

    NewUsers(String type) {
        this.type = type;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public int count(Profile profile) {
        return 1;
    }

    private static SpAnomaly.Use use(int from) {
        return new SpAnomaly.Use(from, SpAnomaly.Use.USUAL_CHANNEL);
    }

    /** Customers drawn from all, until there are so many users. */
    private static void strangers(
            AnomalyPlan plan, int month, int wanted, Stream stream, Map<Integer, SpAnomaly.Use> uses) {
        Customers customers = plan.customers();
        for (int tries = 0; uses.size() < wanted && tries < 1000 * wanted; tries++) {
            int i = stream.below(customers.count);
            if (customers.atEnd(i, month) && plan.fees()[month][i] >= LEAST_FEE) {
                uses.putIfAbsent(i, use(month));
            }
        }
    }

    private static void use(AnomalyPlan plan, Span span, SpRegister.Code code, Map<Integer, SpAnomaly.Use> uses) {
        for (int month = span.from(); month <= span.to(); month++) {
            plan.spAnomaly(month, SpAnomaly.Added.of(code, SpRhythm.USUAL, new HashMap<>(uses)));
        }
    }

    GroundTruth add(
            AnomalyPlan plan,
            int nth,
            SpRegister.Code code,
            Span span,
            Map<Integer, SpAnomaly.Use> uses,
            Map<String, Object> params) {
        use(plan, span, code, uses);
        Collection<Integer> touched = new TreeSet<>(uses.keySet());
        return GroundTruth.of(
                this,
                nth,
                Entity.spCode(plan.province(), code),
                span,
                params,
                type.startsWith("D") ? List.of() : List.of("A-SP-16"),
                touched.stream().map(plan.customers()::number).toList());
    }
}
