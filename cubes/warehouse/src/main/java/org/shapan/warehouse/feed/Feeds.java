package org.shapan.warehouse.feed;

import java.util.List;
import java.util.stream.Stream;

/** Every feed of version 1 (domain §9.2). Keys in feeds are natural keys; the loader makes the surrogates. */
public final class Feeds {

    /** Version of these definitions, written in the manifest; a reader refuses another. */
    public static final int FORMAT = 1;

    public static final Feed DIM_AREA = DimensionFeeds.area();
    public static final Feed DIM_CHANNEL = DimensionFeeds.channel();
    public static final Feed DIM_GROUP = DimensionFeeds.group();
    public static final Feed DIM_BRAND = DimensionFeeds.brand();
    public static final Feed DIM_PLAN = DimensionFeeds.plan();
    public static final Feed DIM_SERVICE = DimensionFeeds.service();
    public static final Feed DIM_SP = DimensionFeeds.sp();
    public static final Feed DIM_SP_CODE = DimensionFeeds.spCode();

    public static final Feed DIM_BATCH = DimensionFeeds.batch();
    public static final Feed DIM_OFFER = CampaignFeeds.offer();
    public static final Feed DIM_WAVE = CampaignFeeds.wave();

    public static final Feed CUST_MONTH = FactFeeds.custMonth();
    public static final Feed REV_ITEM = FactFeeds.revItem();
    public static final Feed CHAN_DAY = FactFeeds.chanDay();
    public static final Feed CHAN_COST = FactFeeds.chanCost();
    public static final Feed CHAN_STOCK = FactFeeds.chanStock();
    public static final Feed HALL_HOUR = ChannelFeeds.hallHour();
    public static final Feed NUMBER_USE = ChannelFeeds.numberUse();
    public static final Feed NUMBER_STATE = ChannelFeeds.numberState();
    public static final Feed SP_HOUR = SpFeeds.spHour();
    public static final Feed SP_USER = SpFeeds.spUser();
    public static final Feed ARREARS = SpFeeds.arrears();
    public static final Feed DEBTOR = SpFeeds.debtor();
    public static final Feed USAGE_PROFILE = CustomerFeeds.usageProfile();
    public static final Feed CONTRACT = CustomerFeeds.contract();
    public static final Feed GROUP_MONTH = CustomerFeeds.groupMonth();
    public static final Feed GROUP_PRODUCT = CustomerFeeds.groupProduct();
    public static final Feed CAMPAIGN_CONTACT = CampaignFeeds.contact();
    public static final Feed CAMPAIGN_CANCEL = CampaignFeeds.cancel();
    public static final Feed CAMPAIGN_STAFF = CampaignFeeds.staff();
    public static final Feed TARGET = FactFeeds.target();
    public static final Feed EXPECTED_TOTALS = FactFeeds.expectedTotals();

    /** Dimension feeds, referenced ones before those that refer to them. */
    public static final List<Feed> DIMENSIONS = List.of(
            DIM_AREA,
            DIM_CHANNEL,
            DIM_GROUP,
            DIM_BRAND,
            DIM_PLAN,
            DIM_SERVICE,
            DIM_SP,
            DIM_SP_CODE,
            DIM_BATCH,
            DIM_OFFER,
            DIM_WAVE);

    /**
     * Dimension feeds that may come after the facts that refer to them. Brands, services and SP companies may not: what a fact is worth
     * depends on them, or another dimension feed refers to them.
     */
    public static final List<Feed> LATE = List.of(DIM_AREA, DIM_CHANNEL, DIM_GROUP, DIM_PLAN, DIM_SP_CODE, DIM_BATCH);

    /** Fact feeds. */
    public static final List<Feed> FACTS = List.of(
            CUST_MONTH,
            REV_ITEM,
            CHAN_DAY,
            CHAN_COST,
            CHAN_STOCK,
            HALL_HOUR,
            NUMBER_STATE,
            NUMBER_USE,
            SP_HOUR,
            SP_USER,
            ARREARS,
            DEBTOR,
            USAGE_PROFILE,
            CONTRACT,
            GROUP_MONTH,
            GROUP_PRODUCT,
            CAMPAIGN_CONTACT,
            CAMPAIGN_CANCEL,
            CAMPAIGN_STAFF,
            TARGET,
            EXPECTED_TOTALS);

    /** Feeds that also deliver the month before the first: the opening position. */
    public static final List<Feed> OPENING = List.of(CUST_MONTH, NUMBER_STATE);

    /** All feeds, dimensions first. */
    public static final List<Feed> ALL =
            Stream.concat(DIMENSIONS.stream(), FACTS.stream()).toList();

    private Feeds() {}

    /** The feed of that name; {@link IllegalArgumentException} naming the known ones when there is none. */
    public static Feed named(String name) {
        return ALL.stream()
                .filter(feed -> feed.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown feed '" + name + "', known are "
                        + ALL.stream().map(Feed::name).toList()));
    }
}
