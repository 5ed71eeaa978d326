package org.shapan.warehouse.generator;

import java.util.List;

/**
 * A sub-type of channels with its type and class (domain §4.4), from {@code channel_type.csv}.
 *
 * @param prefix first letter of its channels' codes
 * @param unitCost cost of a transaction in fen (domain §4.4.3); of social channels that of other business
 * @param weight how much more transactions a channel of it draws
 */
record ChannelType(
        char prefix,
        String channelClass,
        Names className,
        String type,
        Names typeName,
        String subType,
        Names subName,
        int unitCost,
        double weight) {

    static final List<ChannelType> ALL = Names.table("channel_type.csv").stream()
            .map(f -> new ChannelType(
                    f[0].charAt(0),
                    f[1],
                    new Names(f[2], f[3]),
                    f[4],
                    new Names(f[5], f[6]),
                    f[7],
                    new Names(f[8], f[9]),
                    Integer.parseInt(f[10]),
                    Double.parseDouble(f[11])))
            .toList();

    static ChannelType of(String subType) {
        return ALL.stream()
                .filter(t -> t.subType().equals(subType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no channel sub-type " + subType));
    }

    /** What serves customers in the same way, with its own share of transactions and new numbers. */
    ChannelKind kind() {
        return switch (prefix) {
            case 'A' -> ChannelKind.AGENT;
            case 'D' -> ChannelKind.DESIGNATED;
            case 'E' -> ChannelKind.ELECTRONIC;
            case 'H' -> ChannelKind.OWN;
            default -> ChannelKind.DIRECT;
        };
    }
}
