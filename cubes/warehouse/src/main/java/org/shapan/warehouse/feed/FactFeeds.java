package org.shapan.warehouse.feed;

import static org.shapan.warehouse.feed.Column.columns;
import static org.shapan.warehouse.feed.Column.count;
import static org.shapan.warehouse.feed.Column.flag;
import static org.shapan.warehouse.feed.Column.key;
import static org.shapan.warehouse.feed.Column.money;
import static org.shapan.warehouse.feed.Column.of;
import static org.shapan.warehouse.feed.Column.text;

import java.util.List;
import java.util.Optional;

/** The fact feeds; {@code month} is the number yyyymm, {@code number} the customer's 11-digit telephone number. */
final class FactFeeds {

    private FactFeeds() {}

    static Feed custMonth() {
        return monthly(
                "cust_month",
                columns(
                        month(),
                        number(),
                        key("status", "status", "customer status at month end"),
                        key("area", "dim_area", "micro area the customer-month belongs to"),
                        key("brand", "dim_brand", "brand at month end"),
                        key("plan", "dim_plan", "plan at month end"),
                        key("tier", "tier", "value tier T1 to T10, by VIP list, then ARPU3 (domain §4.7)"),
                        money(
                                "arpu3",
                                "mean billed fee of the previous three months in net; a new customer's own month"),
                        count("tenure_months", "whole months since activation, 0 in the month of activation"),
                        of("activated_on", ColumnType.DATE, "day of activation"),
                        of("birth_year", ColumnType.SMALLINT, "year of birth"),
                        text("sex", "M or F"),
                        key("channel", "dim_channel", "channel that won the customer"),
                        key("group_code", "dim_group", "managed group the customer belongs to")
                                .orNull(),
                        key("payment", "payment", "prepaid or postpaid"),
                        money("fee", "billed fee of the month, the sum of its rev_item rows"),
                        flag("is_start", "in net at the end of the previous month"),
                        flag("is_end", "in net at the end of this month"),
                        flag("is_new", "activated in this month"),
                        flag("is_left", "left in this month"),
                        flag("is_back", "returned in this month after having left"),
                        flag("active", "at least one billed call, message or data event"),
                        flag("zero_call", "no call in the month"),
                        flag("silent", "in net at the end, for a month or longer, billed less than 5 yuan"),
                        flag("mid_high_hq", "ARPU3 of 50 yuan or more, or VIP"),
                        flag("top_32", "among the top 32 % by ARPU3 of those in net at the end"),
                        flag("mid_high_dyn", "top_32 or VIP"),
                        flag("vip", "tier T1 to T4")),
                List.of("month", "number"),
                "a customer in net at the start or the end of the month, or active in it. The month before the first "
                        + "is delivered too: it holds the opening position, and no other feed has it");
    }

    static Feed revItem() {
        return monthly(
                "rev_item",
                columns(
                        month(),
                        customer(),
                        key("service", "dim_service", "revenue item"),
                        money("fee", "billed fee before discount"),
                        money("discount", "discount given"),
                        money("gift", "gift given"),
                        count("minutes", "billed minutes"),
                        count("messages", "billed messages"),
                        of("kb", ColumnType.BIGINT, "billed kilobytes")),
                List.of("month", "number", "service"),
                "what a customer was billed for a service in a month");
    }

    static Feed chanDay() {
        return monthly(
                "chan_day",
                columns(
                        day(),
                        key("channel", "dim_channel", "handling channel"),
                        key("business_type", "business_type", "business type"),
                        key("brand", "dim_brand", "customer's brand"),
                        count("attempts", "attempts: transactions, failures and busy"),
                        count("transactions", "transactions that succeeded"),
                        money("amount", "recharged or paid"),
                        money("commission", "commission earned; social channels only"),
                        count("new_nums", "numbers activated"),
                        count("terminals", "terminals sold"),
                        count("new_service", "orders of new services"),
                        count("busy", "attempts given up as busy"),
                        count("fail", "attempts that failed"),
                        count("complaints", "complaints")),
                List.of("day", "channel", "business_type", "brand"),
                "what a channel did on a day for a brand in a business type; only where something happened");
    }

    static Feed chanCost() {
        return monthly(
                "chan_cost",
                columns(
                        month(),
                        key("channel", "dim_channel", "channel"),
                        money("depreciation", "construction depreciation"),
                        money("maintenance", "maintenance; of social channels the commission settled"),
                        money("marketing", "marketing"),
                        money("labour", "part of maintenance paid as labour"),
                        money("rent", "part of maintenance paid as rent")),
                List.of("month", "channel"),
                "the cost of a channel in a month; depreciation + maintenance + marketing is its whole cost");
    }

    static Feed chanStock() {
        return monthly(
                "chan_stock",
                columns(
                        day(),
                        key("channel", "dim_channel", "channel that sells numbers"),
                        count("stock", "numbers in stock at the end of the day"),
                        count("receipts", "numbers received less numbers handed back"),
                        count("sales", "numbers sold")),
                List.of("day", "channel"),
                "the stock of numbers of a channel on a day; stock = stock of the day before + receipts - sales");
    }

    static Feed target() {
        return new Feed(
                "target",
                Feed.Period.WHOLE,
                columns(
                        of("year", ColumnType.SMALLINT, "calendar year"),
                        text("kpi", "measure id, e.g. REV-01"),
                        text("unit_level", "company, city or branch"),
                        text("unit", "code of the unit; 'company' for the whole company"),
                        money("target", "target of the year, in the measure's unit")),
                List.of("year", "kpi", "unit_level", "unit"),
                "the target of a unit for a KPI in a year");
    }

    static Feed expectedTotals() {
        return new Feed(
                "expected_totals",
                Feed.Period.WHOLE,
                columns(
                        month(),
                        text("feed", "feed the total is of"),
                        text("measure", "column summed, or 'rows'"),
                        text("item", "service code for rev_item, business code for sp_user, '*' for the whole feed"),
                        money("total", "the sum, in the column's unit")),
                List.of("month", "feed", "measure", "item"),
                "the ledger: what the column of a feed adds up to in a month");
    }

    static Feed monthly(String name, List<Column> columns, List<String> grain, String meaning) {
        return new Feed(name, Feed.Period.MONTH, columns, grain, meaning);
    }

    static Column month() {
        return of("month", ColumnType.INTEGER, "month as yyyymm");
    }

    static Column day() {
        return of("day", ColumnType.DATE, "day");
    }

    static Column number() {
        return of("number", ColumnType.BIGINT, "customer's number");
    }

    /** A customer of the month. */
    static Column customer() {
        return new Column("number", ColumnType.BIGINT, false, Optional.of("cust_month"), "customer's number");
    }
}
