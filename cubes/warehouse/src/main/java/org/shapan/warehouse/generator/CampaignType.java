package org.shapan.warehouse.generator;

import java.util.List;
import org.shapan.warehouse.feed.CodeList;

/**
 * How a wave addresses customers, from {@code campaign_type.csv} (rates of domain §9.4).
 *
 * @param contact share of targets reached
 * @param success share of those reached who order
 * @param spread how much the response score tells, 1 where it tells most
 * @param contactFen cost of a target addressed
 * @param labourFen cost of a customer reached
 * @param channelType type of the channel; empty for the own outlets of the customer's branch
 * @param draw how often it is chosen, in per cent
 */
record CampaignType(
        String code,
        double contact,
        double success,
        double spread,
        int contactFen,
        int labourFen,
        String channelType,
        double draw) {

    static final List<CampaignType> ALL =
            Names.table("campaign_type.csv").stream().map(CampaignType::of).toList();

    static final CampaignType INBOUND = named("triggered_inbound");

    static {
        if (!ALL.stream().map(CampaignType::code).toList().equals(CodeList.CAMPAIGN_TYPE.codes())) {
            throw new AssertionError("campaign_type.csv does not have the codes of the feeds in their order");
        }
    }

    static CampaignType named(String code) {
        return ALL.stream()
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no campaign type " + code));
    }

    boolean inbound() {
        return this.equals(INBOUND);
    }

    /** Whether agents do it, of whom it is known who is on duty. */
    boolean byAgents() {
        return channelType.equals("phone_hall");
    }

    private static CampaignType of(String[] f) {
        return new CampaignType(
                f[0],
                Double.parseDouble(f[1]),
                Double.parseDouble(f[2]),
                Double.parseDouble(f[3]),
                Integer.parseInt(f[4]),
                Integer.parseInt(f[5]),
                f[6],
                Double.parseDouble(f[7]));
    }
}
