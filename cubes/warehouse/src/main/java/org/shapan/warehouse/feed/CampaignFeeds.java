package org.shapan.warehouse.feed;

import static org.shapan.warehouse.feed.Column.columns;
import static org.shapan.warehouse.feed.Column.count;
import static org.shapan.warehouse.feed.Column.flag;
import static org.shapan.warehouse.feed.Column.key;
import static org.shapan.warehouse.feed.Column.money;
import static org.shapan.warehouse.feed.Column.names;
import static org.shapan.warehouse.feed.Column.of;
import static org.shapan.warehouse.feed.Column.text;

import java.util.List;

/** The feeds of campaigns (domain §4.10, §5.8). A delivery may lack them; C07 is then empty. */
final class CampaignFeeds {

    private CampaignFeeds() {}

    static Feed offer() {
        return DimensionFeeds.dimension(
                        "offer",
                        columns(
                                text("offer", "offer code"),
                                names("offer", "offer"),
                                text(
                                        "means",
                                        "means code: discount, gift, prepay, deposit, plan, trial, points or visit"),
                                names("means", "means"),
                                count("authority", "level that may grant it, 1 to 5")),
                        "an offer of campaigns (domain §4.10)")
                .orAbsent();
    }

    static Feed wave() {
        return DimensionFeeds.dimension(
                        "wave",
                        columns(
                                text("wave", "wave code"),
                                names("wave", "wave"),
                                count("wave_no", "its number in the campaign, from 1"),
                                text("campaign", "campaign code"),
                                names("campaign", "campaign"),
                                text("theme", "theme code"),
                                names("theme", "theme"),
                                key("campaign_type", "campaign_type", "how customers are addressed"),
                                key("offer", "dim_offer", "what they are offered"),
                                key("sp_code", "dim_sp_code", "business code it advertises")
                                        .orNull(),
                                of("starts", ColumnType.DATE, "first day"),
                                of("ends", ColumnType.DATE, "last day"),
                                count("planned_contacts", "customers to be reached"),
                                count("planned_orders", "orders to be won"),
                                money("budget", "what it may cost")),
                        "a wave of a campaign with its plan, its campaign and theme (domain §4.10)")
                .orAbsent();
    }

    static Feed contact() {
        return FactFeeds.monthly(
                        "campaign_contact",
                        columns(
                                of(
                                        "day",
                                        ColumnType.DATE,
                                        "day of the contact; of the control group that of its wave's start"),
                                key("wave", "dim_wave", "wave"),
                                FactFeeds.customer(),
                                key("channel", "dim_channel", "channel of the contact"),
                                flag("is_control", "held out: belongs to the target group and is not addressed"),
                                of("score", ColumnType.SMALLINT, "decile of the response score, 1 best to 10"),
                                key("result", "contact_result", "what came of it; none of the control group")
                                        .orNull(),
                                flag("opt_out", "asked for no more contacts"),
                                money("cost_contact", "cost of the contact itself"),
                                money("cost_gift", "gift given for the order"),
                                money("cost_discount", "discount granted for the order"),
                                money("cost_labour", "labour")),
                        List.of("wave", "number"),
                        "a customer in the target group of a wave")
                .orAbsent();
    }

    static Feed cancel() {
        return FactFeeds.monthly(
                        "campaign_cancel",
                        columns(
                                of("day", ColumnType.DATE, "day"),
                                key("wave", "dim_wave", "wave in which it was ordered"),
                                FactFeeds.customer()),
                        List.of("wave", "number"),
                        "a customer who gives up what was ordered in a wave")
                .orAbsent();
    }

    static Feed staff() {
        return FactFeeds.monthly(
                        "campaign_staff",
                        columns(
                                of("day", ColumnType.DATE, "day"),
                                key("wave", "dim_wave", "wave"),
                                key("channel", "dim_channel", "channel"),
                                count("on_duty", "agents on duty"),
                                count("contributed", "of them, with an order of the wave")),
                        List.of("day", "wave", "channel"),
                        "the agents of a channel on a day of a wave")
                .orAbsent();
    }
}
