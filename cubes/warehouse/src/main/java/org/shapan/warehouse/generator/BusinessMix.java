package org.shapan.warehouse.generator;

import org.shapan.warehouse.feed.BusinessType;

/** Which business types a kind of channel handles and how often (domain §4.4.3, §4.6: 6S class and carrying ability). */
final class BusinessMix {

    private final Chooser[] choosers = new Chooser[ChannelKind.values().length];

    BusinessMix() {
        for (ChannelKind kind : ChannelKind.values()) {
            choosers[kind.ordinal()] = Chooser.of(
                    BusinessType.ALL.size(),
                    b -> BusinessType.ALL.get(b).weight() * factor(kind, BusinessType.ALL.get(b)));
        }
    }

    private static double factor(ChannelKind kind, BusinessType type) {
        boolean recharge = type.kind().equals("recharge");
        return switch (kind) {
            case AGENT ->
                recharge ? 1 : type.sixS().equals("sales") && type.kind().equals("other") ? 0.3 : 0;
            case DESIGNATED ->
                switch (type.sixS()) {
                    case "sales" -> type.kind().equals("terminal") ? 4 : 1;
                    case "incentive" -> 1.5;
                    case "service" -> 0.5;
                    default -> 0;
                };
            case ELECTRONIC ->
                switch (type.sixS()) {
                    case "sales" -> recharge ? 0.35 : 0;
                    case "incentive" -> 1;
                    case "service" -> type.code().equals("B48") ? 0 : 1;
                    default -> 0;
                };
            case OWN -> recharge ? 0.7 : type.sixS().equals("service") ? 0.6 : 1.2;
            case DIRECT ->
                switch (type.sixS()) {
                    case "strategic" -> 1;
                    case "retention" -> 0.5;
                    default -> 0;
                };
        };
    }

    /** Place of a business type in {@link BusinessType#ALL}. */
    int draw(ChannelKind kind, Stream stream) {
        return choosers[kind.ordinal()].draw(stream);
    }
}
