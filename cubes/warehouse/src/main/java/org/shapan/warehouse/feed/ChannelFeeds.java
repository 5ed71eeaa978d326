package org.shapan.warehouse.feed;

import static org.shapan.warehouse.feed.Column.columns;
import static org.shapan.warehouse.feed.Column.count;
import static org.shapan.warehouse.feed.Column.key;
import static org.shapan.warehouse.feed.Column.of;
import static org.shapan.warehouse.feed.Column.text;

import java.util.List;

/** The fact feeds of numbers, halls and campaigns. */
final class ChannelFeeds {

    private ChannelFeeds() {}

    static Feed hallHour() {
        return FactFeeds.monthly(
                "hall_hour",
                columns(
                        FactFeeds.day(),
                        of("hour", ColumnType.SMALLINT, "hour of the day, 0 to 23"),
                        key("channel", "dim_channel", "own outlet"),
                        count("transactions", "transactions that succeeded"),
                        count("served", "customers served"),
                        count("queue_minutes", "minutes that they waited, together"),
                        count("prompts", "marketing prompts shown"),
                        count("accepted", "of them accepted")),
                List.of("day", "hour", "channel"),
                "the load of an own outlet in an hour; only hours with customers. Its transactions are those of chan_day");
    }

    static Feed numberUse() {
        return FactFeeds.monthly(
                "number_use",
                columns(
                        FactFeeds.month(),
                        FactFeeds.customer(),
                        count("counterparts", "different numbers called, calling or exchanging messages"),
                        count("out_minutes", "minutes of outgoing calls"),
                        count("in_minutes", "minutes of incoming calls"),
                        count("sms_persons", "messages to persons"),
                        count("light_days", "days with at most two minutes of outgoing calls"),
                        key("main_area", "dim_area", "micro area with most days"),
                        count("main_days", "days there"),
                        of("main_share", ColumnType.RATIO, "share of the traffic there"),
                        text("imei", "terminal used most"),
                        key("recharge_channel", "dim_channel", "channel that made most recharges")
                                .orNull(),
                        text("card_series", "series of the recharge cards used").orNull()),
                List.of("month", "number"),
                "how a number was used in a month, from that of its activation to the sixth after it");
    }

    static Feed numberState() {
        return FactFeeds.monthly(
                "number_state",
                columns(
                        FactFeeds.month(),
                        of("number", ColumnType.BIGINT, "the number"),
                        of("day", ColumnType.DATE, "day on which it comes to the state"),
                        key("state", "number_state", "state it comes to"),
                        key("channel", "dim_channel", "channel it is allotted to, sold or activated by")
                                .orNull(),
                        key("batch", "dim_batch", "batch it was released with"),
                        text("territory", "branch or city the channel may sell in; none where it may sell anywhere")
                                .orNull()),
                List.of("month", "number", "day", "state"),
                "a number coming to a state. The month before the first is delivered too: it holds the last state of "
                        + "every number that is in stock, sold but not active, or given up, with the day it came to it");
    }
}
