package org.shapan.warehouse.generator;

import org.shapan.warehouse.feed.BusinessType;

/**
 * Costs of channels (domain §4.4.3, §9.4). Own and electronic channels cost transactions × unit cost × ±10 %, split 35/45/20
 * into depreciation, maintenance and marketing; a social channel costs its commission (80 %, delivered as maintenance)
 * and marketing (20 %).
 */
final class ChannelCost {

    private static final double COMMISSION = 0.80;
    private static final double DEPRECIATION = 0.35;
    private static final double MARKETING = 0.20;
    private static final double LABOUR = 0.60;
    private static final double RENT = 0.25;

    private static final int RELEASE = 4400;
    private static final int AGENT_RELEASE = 3000;
    private static final int TERMINAL = 5000;
    private static final int NEW_SERVICE = 700;
    private static final double RECHARGE = 0.02;

    /** Costs of a channel in a month, fen. */
    record Cost(long depreciation, long maintenance, long marketing, long labour, long rent) {}

    private ChannelCost() {}

    /** Fen a social channel earns for one transaction; {@code amount} fen recharged. */
    static long commission(Channel channel, BusinessType type, int amount) {
        boolean agent = channel.kind() == ChannelKind.AGENT;
        double unit =
                switch (type.kind()) {
                    case "release" -> agent ? AGENT_RELEASE : RELEASE;
                    case "terminal" -> TERMINAL;
                    case "order" -> NEW_SERVICE;
                    case "recharge" ->
                        agent ? RECHARGE * amount : channel.type().unitCost();
                    default -> channel.type().unitCost();
                };
        return Math.round(COMMISSION * unit);
    }

    static Cost of(Channel channel, long transactions, long commission) {
        if (channel.kind().social()) {
            long marketing = Math.round(commission / COMMISSION * (1 - COMMISSION) * channel.costFactor());
            return new Cost(0, commission, marketing, 0, 0);
        }
        long total = Math.round(transactions * channel.type().unitCost() * channel.costFactor());
        long depreciation = Math.round(total * DEPRECIATION);
        long marketing = Math.round(total * MARKETING);
        long maintenance = total - depreciation - marketing;
        return new Cost(
                depreciation,
                maintenance,
                marketing,
                Math.round(maintenance * LABOUR),
                channel.kind() == ChannelKind.OWN ? Math.round(maintenance * RENT) : 0);
    }
}
