package org.shapan.warehouse.feed;

import static org.shapan.warehouse.feed.Column.columns;
import static org.shapan.warehouse.feed.Column.count;
import static org.shapan.warehouse.feed.Column.flag;
import static org.shapan.warehouse.feed.Column.key;
import static org.shapan.warehouse.feed.Column.money;
import static org.shapan.warehouse.feed.Column.text;

import java.util.List;

/** The fact feeds of customers' usage and contracts, and of groups. A delivery may lack them; their cubes are then empty. */
final class CustomerFeeds {

    private CustomerFeeds() {}

    static Feed usageProfile() {
        return FactFeeds.monthly(
                        "usage_profile",
                        columns(
                                FactFeeds.month(),
                                FactFeeds.customer(),
                                count("counterparts", "different numbers called or called by"),
                                count("active_days", "days with an outgoing call"),
                                count("out_minutes", "minutes of outgoing calls"),
                                count("in_minutes", "minutes of incoming calls"),
                                count("over_net_minutes", "minutes to and from numbers of rivals"),
                                count("forward_minutes", "minutes forwarded to numbers of rivals"),
                                count("night_minutes", "minutes from 0 to 6 o'clock"),
                                count("main_area_minutes", "minutes in the main area"),
                                count("sms_persons", "messages to persons"),
                                flag("rival_contact", "talked to a client manager of a rival"),
                                key("main_area", "dim_area", "micro area with most days"),
                                text("imei", "terminal, first 14 digits").orNull()),
                        List.of("month", "number"),
                        "how a customer used the telephone in a month")
                .orAbsent();
    }

    static Feed contract() {
        return FactFeeds.monthly(
                        "contract",
                        columns(
                                FactFeeds.month(),
                                FactFeeds.customer(),
                                key("bundle", "bundle", "what binds the customer"),
                                count("months_left", "whole months until it ends, 0 in its last month")),
                        List.of("month", "number"),
                        "a customer bound by a contract at the end of a month")
                .orAbsent();
    }

    static Feed groupMonth() {
        return FactFeeds.monthly(
                        "group_month",
                        columns(
                                FactFeeds.month(),
                                group(),
                                key("manager", "dim_channel", "client manager"),
                                count("staff_phones", "estimated staff with a telephone, of any operator"),
                                count("required_fields", "fields of the group's file that must be filled"),
                                count("filled_fields", "of them, filled"),
                                count("valid_fields", "of them, found right"),
                                count("visits", "visits"),
                                count("contacts", "other contacts"),
                                count("tasks_done", "tasks done"),
                                money("arrears", "balance the group's own account owes"),
                                count("arrears_cycles", "months its oldest bill is overdue")),
                        List.of("month", "group_code"),
                        "a managed group at the end of a month")
                .orAbsent();
    }

    static Feed groupProduct() {
        return FactFeeds.monthly(
                        "group_product",
                        columns(
                                FactFeeds.month(),
                                group(),
                                key("service", "dim_service", "service of class group the group has ordered"),
                                count("units", "terminals or lines")),
                        List.of("month", "group_code", "service"),
                        "a product a group has at the end of a month; what it earns stands in rev_item of the members")
                .orAbsent();
    }

    private static Column group() {
        return key("group_code", "dim_group", "group");
    }
}
