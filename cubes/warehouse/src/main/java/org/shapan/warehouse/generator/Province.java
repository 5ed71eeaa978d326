package org.shapan.warehouse.generator;

import org.shapan.warehouse.feed.Profile;

/** The fixed frame of a generated province: everything that is not a customer. */
record Province(
        Profile profile,
        Streams streams,
        Geography geography,
        ChannelNetwork network,
        GroupRegister groups,
        PlanBook plans,
        SpRegister sps,
        CampaignRegister campaigns) {

    static Province of(Profile profile, long seed) {
        Streams streams = new Streams(seed);
        Geography geography = new Geography(profile, streams);
        return new Province(
                profile,
                streams,
                geography,
                new ChannelNetwork(profile, geography, streams),
                new GroupRegister(profile, geography, streams),
                new PlanBook(profile),
                new SpRegister(profile, streams),
                new CampaignRegister(profile, streams));
    }
}
