package org.shapan.warehouse.feed;

import static org.shapan.warehouse.feed.Column.columns;
import static org.shapan.warehouse.feed.Column.count;
import static org.shapan.warehouse.feed.Column.flag;
import static org.shapan.warehouse.feed.Column.key;
import static org.shapan.warehouse.feed.Column.money;
import static org.shapan.warehouse.feed.Column.of;
import static org.shapan.warehouse.feed.Column.text;

import java.util.List;

/** The fact feeds of service providers and of arrears. */
final class SpFeeds {

    private SpFeeds() {}

    static Feed spHour() {
        return FactFeeds.monthly(
                "sp_hour",
                columns(
                        FactFeeds.day(),
                        of("hour", ColumnType.SMALLINT, "hour of the day, 0 to 23"),
                        key("sp_code", "dim_sp_code", "business code"),
                        count("mo", "messages or calls from customers"),
                        count("mt", "messages to customers"),
                        count("fee_events", "times a fee was billed"),
                        money("fee", "information fee billed"),
                        count("n_new", "subscriptions begun"),
                        count("n_end", "subscriptions ended"),
                        count("n_quick_end", "of those, ended within 24 hours"),
                        count("complaints", "complaints"),
                        money("refund", "fee refunded")),
                List.of("day", "hour", "sp_code"),
                "the traffic of a business code in an hour; only hours with traffic");
    }

    static Feed spUser() {
        return FactFeeds.monthly(
                "sp_user",
                columns(
                        FactFeeds.month(),
                        FactFeeds.customer(),
                        key("sp_code", "dim_sp_code", "business code"),
                        money("fee", "information fee billed"),
                        money("paid", "of it, paid by the due date"),
                        count("mo", "messages or calls from the customer"),
                        count("mt", "messages to the customer"),
                        of("first_use", ColumnType.DATE, "day on which the customer began to use the code"),
                        key("order_channel", "dim_channel", "channel by which it was ordered"),
                        count("hours", "hours of the day with traffic: bit 0 stands for 0 to 1 o'clock"),
                        of("peak_hour", ColumnType.SMALLINT, "hour of the day with most traffic"),
                        flag("ended", "ended in the month"),
                        flag("quick_end", "ended within 24 hours of its beginning"),
                        count("complaints", "complaints of the customer about the code"),
                        money("refund", "fee refunded"),
                        text("handset", "model of the customer's handset: type allocation code, eight digits"),
                        count("called", "distinct numbers that the customer called in the month")),
                List.of("month", "number", "sp_code"),
                "a customer billed by a business code in a month");
    }

    static Feed arrears() {
        return FactFeeds.monthly(
                        "arrears",
                        columns(
                                FactFeeds.month(),
                                FactFeeds.number(),
                                of("bill_month", ColumnType.INTEGER, "month of the bill as yyyymm"),
                                key("service", "dim_service", "revenue item of the bill"),
                                key("sp_code", "dim_sp_code", "business code; SP items only")
                                        .orNull(),
                                money("balance", "unpaid at the end of the month"),
                                money("recovered", "paid in the month after it had become overdue")),
                        List.of("month", "number", "bill_month", "service", "sp_code"),
                        "what a customer owes of an overdue bill. A bill is due at the end of its month; it is delivered in "
                                + "every month at whose end it is unpaid, and in the month in which it is paid. Customers who "
                                + "left are delivered too")
                .orAbsent();
    }

    static Feed debtor() {
        return FactFeeds.monthly(
                        "debtor",
                        columns(
                                FactFeeds.month(),
                                FactFeeds.number(),
                                text("document", "pseudonym of the identity document the number was bought with"),
                                text("handset", "its handset: international mobile equipment identity, 15 digits"),
                                count("callers", "distinct numbers that called the customer in the month")),
                        List.of("month", "number"),
                        "a customer with an overdue bill at the end of the month")
                .orAbsent();
    }
}
