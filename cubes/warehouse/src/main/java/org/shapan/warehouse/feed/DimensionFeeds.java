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

/** The dimension feeds: one file each, one row per member valid in the delivery. */
final class DimensionFeeds {

    private DimensionFeeds() {}

    static Feed area() {
        return dimension(
                "area",
                columns(
                        text("area", "micro area code"),
                        names("area", "micro area"),
                        text("area_type", "town_centre, residential, campus, business, industrial or village"),
                        text("urban_class", "urban, suburban or rural"),
                        text("branch", "branch code"),
                        names("branch", "branch"),
                        text("city", "city company code"),
                        names("city", "city company"),
                        text("owner_post", "post that answers for the micro area"),
                        names("owner_name", "person on that post"),
                        count("population", "inhabitants")),
                "a micro area with its branch and city company (domain §4.3)");
    }

    static Feed channel() {
        return dimension(
                "channel",
                columns(
                        text("channel", "channel code"),
                        names("channel", "channel"),
                        text("channel_class", "class code: own, social, electronic, direct"),
                        names("channel_class", "class"),
                        text("channel_type", "type code, unique over classes"),
                        names("channel_type", "type"),
                        text("sub_type", "sub-type code, unique over types"),
                        names("sub_type", "sub-type"),
                        key("area", "dim_area", "micro area of its location; none for a logical channel")
                                .orNull(),
                        of("opened", ColumnType.DATE, "first day open"),
                        of("closed", ColumnType.DATE, "first day closed").orNull(),
                        text("status", "open or closed at the as-of date"),
                        count("floor_area", "floor area in square metres").orNull(),
                        count("staff", "employees"),
                        count("stock_threshold", "least stock of numbers: seven days of sale")
                                .orNull(),
                        text("grade", "commission grade A to D; social channels only")
                                .orNull()),
                "an outlet or a logical channel (domain §4.4)");
    }

    static Feed group() {
        return dimension(
                "group",
                "group_code",
                columns(
                        text("group_code", "group customer code"),
                        names("group", "group customer"),
                        text("industry", "industry code"),
                        names("industry", "industry"),
                        text("importance", "A1 core of the province, A2 core of the branch, B, C or D"),
                        key("area", "dim_area", "micro area")),
                "a group customer (domain §5.13)");
    }

    static Feed brand() {
        return dimension(
                "brand", columns(text("brand", "brand code"), names("brand", "brand")), "a brand (domain §4.5)");
    }

    static Feed plan() {
        return dimension(
                "plan",
                columns(
                        text("plan", "plan code"),
                        names("plan", "plan"),
                        text("plan_class", "plan class code"),
                        names("plan_class", "plan class"),
                        money("price", "monthly price")),
                "a tariff plan (domain §4.5)");
    }

    static Feed service() {
        return dimension(
                "service",
                columns(
                        text("service", "service code"),
                        names("service", "service"),
                        text("line_class", "line class code"),
                        names("line_class", "line class"),
                        count("position", "place in the order of domain §4.6, from 1"),
                        flag("is_data_service", "messaging, data, own data services and Monternet"),
                        flag("is_key_16", "one of the 16 key services"),
                        flag("is_monternet", "Monternet SP service"),
                        flag("is_group", "group informatisation service")),
                "a revenue item (domain §4.6)");
    }

    static Feed sp() {
        return dimension(
                "sp",
                columns(
                        text("sp", "SP company code"),
                        names("sp", "SP company"),
                        text("credit", "credit class A to D"),
                        of("settlement_ratio", ColumnType.RATIO, "SP's share of its information fee"),
                        text("status", "normal, warned, suspended or terminated"),
                        of("contract_date", ColumnType.DATE, "first day of the contract"),
                        text("access", "province or national")),
                "an SP company (domain §4.9)");
    }

    static Feed spCode() {
        return dimension(
                "sp_code",
                columns(
                        text("sp_code", "business code"),
                        names("sp_code", "business"),
                        key("sp", "dim_sp", "SP company"),
                        text("line", "line code: SMS, MMS, WAP, IVR or CRBT"),
                        names("line", "line"),
                        text("category", "category code"),
                        names("category", "category"),
                        text("charge_mode", "per_use or monthly"),
                        money("price", "price per use or month"),
                        money("ceiling", "most a customer can be billed in a month"),
                        of("launch_date", ColumnType.DATE, "first day of service"),
                        text("keywords", "what it is advertised with: words, separated by spaces")),
                "a business code of an SP company (domain §4.9)");
    }

    static Feed batch() {
        return dimension(
                "batch",
                columns(
                        text("batch", "number batch code"),
                        names("batch", "number batch"),
                        of("released", ColumnType.INTEGER, "month of release as yyyymm")),
                "a batch of numbers released together (domain §4.10)");
    }

    static Feed dimension(String name, List<Column> columns, String meaning) {
        return dimension(name, name, columns, meaning);
    }

    private static Feed dimension(String name, String key, List<Column> columns, String meaning) {
        return new Feed("dim_" + name, Feed.Period.WHOLE, columns, List.of(key), meaning);
    }
}
