package org.shapan.warehouse.generator;

import java.util.List;

/** Plants anomalies and decoys into a baseline world (domain §9.5), story by story in this order. */
final class AnomalyInjector {

    private static final List<Story> STORIES = List.of(
            new GroupLeaving(),
            new RivalAttack(),
            new PlanCannibalisation(),
            new StackedOffers(),
            new SnapshotMember(),
            new SilentDeparture(),
            new MisleadingService(),
            new NightBurst(),
            new UnpaidNumbers(),
            new ConvergedUsers(),
            NewUsers.COPY,
            NewUsers.CAMPUS,
            NewUsers.CAMPAIGN,
            NewUsers.LAUNCH,
            new OrganisationNumbers(),
            new NewNumbersCollapse(),
            new KeptNumbers(),
            new DivertedNumbers(),
            new SpCardChannel(),
            new WeakHall(),
            CampusSeason.OPENING,
            CampusSeason.HOLIDAYS,
            new Refit(),
            new NoisyChannel(),
            new CampaignPair(),
            new BrandMigration(),
            new PriceCut(),
            new FestivalTravel(),
            new AreaRecut());

    private AnomalyInjector() {}

    static World inject(World base) {
        AnomalyPlan plan = new AnomalyPlan(base);
        for (Story story : STORIES) {
            for (int nth = 1; nth <= story.count(base.province().profile()); nth++) {
                Stream stream = base.province().streams().open("plant", story.type() + "|" + nth);
                story.plant(plan, nth, stream).ifPresent(plan::add);
            }
        }
        return plan.world();
    }
}
