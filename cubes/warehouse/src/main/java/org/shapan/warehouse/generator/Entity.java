package org.shapan.warehouse.generator;

/**
 * What carries an anomaly (domain §9.6).
 *
 * @param type kind of key, for example {@code group}
 * @param key natural key
 * @param path members from the company to the leaf, joined by {@code >}
 * @param dimension the cause by dimension, for example {@code owner=group:G0012}
 */
record Entity(String type, String key, String path, String dimension) {

    static Entity area(Province province, int index) {
        Geography.Area area = province.geography().areas().get(index);
        return new Entity("area", area.code(), path(province, area), "area=" + area.code());
    }

    static Entity group(Province province, GroupRegister.Group group) {
        Geography.Area area = province.geography().areas().get(group.area());
        return new Entity(
                "group", group.code(), path(province, area) + ">" + group.code(), "owner=group:" + group.code());
    }

    /** A channel; one without a place hangs from the company. */
    static Entity channel(Province province, Channel channel) {
        String above = channel.area() < 0
                ? "company"
                : path(province, province.geography().areas().get(channel.area()));
        return new Entity("channel", channel.code(), above + ">" + channel.code(), "owner=channel:" + channel.code());
    }

    static Entity spCode(Province province, SpRegister.Code code) {
        String company = province.sps().companies().get(code.company()).code();
        String path = String.join(">", "company", SpRegister.LINES.get(code.line()), company, code.code());
        return new Entity("sp_code", code.code(), path, "sp_code=" + code.code());
    }

    static Entity branch(Province province, int index) {
        Geography geography = province.geography();
        Geography.Branch branch = geography.branches().get(index);
        String city = geography.cities().get(branch.city()).code();
        String path = String.join(">", "company", city, branch.code());
        return new Entity("branch", branch.code(), path, "branch=" + branch.code());
    }

    static Entity plan(PlanBook.Plan plan) {
        return new Entity(
                "plan", plan.code(), "company>" + plan.planClass() + ">" + plan.code(), "plan=" + plan.code());
    }

    static Entity campaign(Campaign campaign) {
        String path = String.join(">", "company", CampaignRegister.THEMES.get(campaign.theme())[0], campaign.code());
        return new Entity("campaign", campaign.code(), path, "campaign=" + campaign.code());
    }

    /** A customer under the micro area of a month. */
    static Entity customer(Province province, Customers customers, int i, int month) {
        String number = String.valueOf(customers.number(i));
        Geography.Area area = province.geography().areas().get(customers.area(i, month));
        return new Entity("customer", number, path(province, area) + ">" + number, "customer=" + number);
    }

    /** Those who leave in a month. */
    static Entity leavers(int month) {
        String key = String.valueOf(Months.number(month));
        return new Entity("leavers", key, "company>" + key, "month=" + key);
    }

    private static String path(Province province, Geography.Area area) {
        Geography geography = province.geography();
        return String.join(
                ">",
                "company",
                geography.cities().get(area.city()).code(),
                geography.branches().get(area.branch()).code(),
                area.code());
    }
}
