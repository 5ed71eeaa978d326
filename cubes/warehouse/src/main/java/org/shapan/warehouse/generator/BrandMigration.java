package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.warehouse.feed.Profile;

/** D10: whom a campaign for Easyown reaches moves to GoTone in the month after, with the same bill. */
final class BrandMigration implements Story {

    private static final int LEAST = 300;
    private static final int LEAST_SMALL = 60;

    @Override
    public String type() {
        return "D10";
    }

    @Override
    public int count(Profile profile) {
        return 1;
    }

    @Override
    public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
        int least = plan.province().profile() == Profile.CI ? LEAST_SMALL : LEAST;
        List<CampaignLists.WaveList> eligible =
                plan.base().campaigns().months(AnomalyPlan.STARTS.from(), AnomalyPlan.STARTS.to()).stream()
                        .filter(list -> list.campaign().brand() == Brands.EASYOWN
                                && list.campaign().waves().size() == 1
                                && plan.free(Entity.campaign(list.campaign()))
                                && movers(plan, list).size() >= least)
                        .toList();
        if (eligible.isEmpty()) {
            return Optional.empty();
        }
        CampaignLists.WaveList list = eligible.get(stream.below(eligible.size()));
        int month = list.wave().month() + 1;
        Customers customers = plan.customers();
        List<Long> touched = new ArrayList<>();
        for (int i : movers(plan, list)) {
            double level = plan.fees()[month][i] / 100.0;
            customers.newBrand[i] = (byte) Brands.GOTONE;
            customers.brandChange[i] = (byte) month;
            customers.newPlan[i] = (short)
                    plan.province().plans().draw(Brands.GOTONE, level, stream).index();
            customers.planChange[i] = (byte) month;
            touched.add(customers.number(i));
        }
        return Optional.of(GroundTruth.of(
                this,
                nth,
                Entity.campaign(list.campaign()),
                new Span(month, month),
                Map.of("moved", touched.size(), "from", "EASYOWN", "to", "GOTONE"),
                List.of(),
                touched));
    }

    private static List<Integer> movers(AnomalyPlan plan, CampaignLists.WaveList list) {
        Customers customers = plan.customers();
        int month = list.wave().month() + 1;
        List<Integer> movers = new ArrayList<>();
        for (int p = 0; p < list.size(); p++) {
            int i = list.customer()[p];
            if (list.result()[p] > CampaignLists.NOT_REACHED
                    && customers.atStart(i, month)
                    && customers.atEnd(i, month)
                    && customers.brand[i] == Brands.EASYOWN
                    && customers.brandChange[i] == Customers.NEVER
                    && customers.planChange[i] == Customers.NEVER) {
                movers.add(i);
            }
        }
        return movers;
    }
}
