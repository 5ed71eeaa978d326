package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.warehouse.feed.Profile;

/**
 * P17: two campaigns by inbound calls. Participants of the first are billed 12 % more in the three months after it, compared with the control
 * group; those of the second nothing more.
 */
final class CampaignPair implements Story {

    private static final double LIFT = 0.12;
    private static final int LEAST = 150;
    private static final int LEAST_SMALL = 40;

    /** Fen and customer-months on either side of a campaign. */
    private static final class Side {
        private double fee;
        private int months;

        double mean() {
            return fee / months;
        }
    }

    @Override
    public String type() {
        return "P17";
    }

    @Override
    public int count(Profile profile) {
        return 2;
    }

    @Override
    public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
        List<CampaignLists.WaveList> eligible = eligible(plan);
        if (eligible.isEmpty()) {
            return Optional.empty();
        }
        boolean lifts = nth == 1;
        // What a lift brings shows in the ranking where the campaign does not cost more than it can bring.
        int from = lifts ? (eligible.size() + 2) / 3 : eligible.size();
        CampaignLists.WaveList list = eligible.get(stream.below(from));
        double lift = lifts ? LIFT : 0;
        double factor = factor(plan, list, lift);
        int month = list.wave().month();
        List<Long> touched = new ArrayList<>();
        for (int i : customers(plan, list, CampaignLists.ORDERED)) {
            for (int m = month + 1; m <= month + CampaignLists.SIDE; m++) {
                if (plan.customers().present(i, m)) {
                    plan.fee(i, m, (int) Math.round(plan.fees()[m][i] * factor));
                }
            }
            touched.add(plan.customers().number(i));
        }
        return Optional.of(GroundTruth.of(
                this,
                nth,
                Entity.campaign(list.campaign()),
                new Span(month, month + CampaignLists.SIDE),
                Map.of("lift", lift, "participants", touched.size()),
                List.of("CAM-13"),
                touched));
    }

    /** Waves that stand alone, have participants enough and are compared within the history; the cheapest offers first. */
    private static List<CampaignLists.WaveList> eligible(AnomalyPlan plan) {
        int least = plan.province().profile() == Profile.CI ? LEAST_SMALL : LEAST;
        return plan
                .base()
                .campaigns()
                .months(AnomalyPlan.STARTS.from(), Math.min(AnomalyPlan.STARTS.to(), CampaignLists.LAST_COMPARED))
                .stream()
                .filter(list -> list.campaign().waves().size() == 1
                        && list.wave().type().inbound()
                        && list.count(CampaignLists.ORDERED) >= least
                        && plan.free(Entity.campaign(list.campaign())))
                .sorted(Comparator.comparingInt(CampaignPair::worth).thenComparing(CampaignLists.WaveList::code))
                .toList();
    }

    private static int worth(CampaignLists.WaveList list) {
        CampaignRegister.Offer offer =
                CampaignRegister.OFFERS.get(list.campaign().offer());
        return offer.giftFen() + offer.discountFen() + offer.labourFen();
    }

    /** By what the bills after the campaign must be multiplied for this lift (CAM-09 as a share of the bills before). */
    private static double factor(AnomalyPlan plan, CampaignLists.WaveList list, double lift) {
        int month = list.wave().month();
        Side[] participants = sides(plan, customers(plan, list, CampaignLists.ORDERED), month);
        Side[] control = sides(plan, customers(plan, list, CampaignLists.CONTROL), month);
        double before = participants[0].mean();
        return (before * (1 + lift) + control[1].mean() - control[0].mean()) / participants[1].mean();
    }

    private static Side[] sides(AnomalyPlan plan, List<Integer> customers, int month) {
        Side[] sides = {new Side(), new Side()};
        for (int i : customers) {
            for (int m = month - CampaignLists.SIDE; m <= month + CampaignLists.SIDE; m++) {
                if (m != month && plan.customers().present(i, m)) {
                    Side side = sides[m < month ? 0 : 1];
                    side.fee += plan.fees()[m][i];
                    side.months++;
                }
            }
        }
        return sides;
    }

    /** Those with that result who are in net at the end of the month. */
    private static List<Integer> customers(AnomalyPlan plan, CampaignLists.WaveList list, int result) {
        List<Integer> found = new ArrayList<>();
        for (int p = 0; p < list.size(); p++) {
            int i = list.customer()[p];
            if (list.result()[p] == result
                    && plan.customers().atEnd(i, list.wave().month())) {
                found.add(i);
            }
        }
        return found;
    }
}
