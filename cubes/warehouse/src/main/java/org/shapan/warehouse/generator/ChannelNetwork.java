package org.shapan.warehouse.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shapan.warehouse.feed.Profile;

/**
 * All channels. Outlets split own : designated : agent = 4.4 : 20.0 : 75.6 %, at least 14 own; they stand 19/19/62 % in
 * urban, suburban and rural micro areas (domain §9.4).
 */
final class ChannelNetwork {

    private static final double OWN = 0.044;
    private static final double DESIGNATED = 0.20 / (0.20 + 0.756);
    private static final int OWN_LEAST = 14;
    private static final double URBAN = 0.19;
    private static final double SUBURBAN = 0.19;
    private static final double ZIPF = 0.5;
    private static final int RANKS = 40;
    private static final double SAME_AREA = 8;
    private static final double MOVING = 0.04;

    private final Geography geography;
    private final Streams streams;
    private final List<Channel> channels = new ArrayList<>();
    private final OutletChoice choice;
    private final String[] territories;

    ChannelNetwork(Profile profile, Geography geography, Streams streams) {
        this.geography = geography;
        this.streams = streams;
        int own = Math.max(OWN_LEAST, (int) Math.round(profile.outlets() * OWN));
        int designated = (int) Math.round((profile.outlets() - own) * DESIGNATED);
        int agents = profile.outlets() - own - designated;
        AreaQuota quota = new AreaQuota(geography.areas(), URBAN, SUBURBAN);
        for (int i = 0; i < agents; i++) {
            Geography.Area area = quota.next(i, agents);
            String sub = area.campus()
                    ? "agent_campus"
                    : area.urbanClass().equals("rural") ? "agent_village" : i % 2 == 0 ? "agent_kiosk" : "agent_market";
            outlet("A", i, sub, area, "代理点", "agent point");
        }
        for (int i = 0; i < designated; i++) {
            outlet(
                    "D",
                    i,
                    i % 3 == 0 ? "shop_self_built" : "shop_franchised",
                    quota.next(i, designated),
                    "指定店",
                    "shop");
        }
        List<ChannelType> electronic =
                ChannelType.ALL.stream().filter(t -> t.prefix() == 'E').toList();
        for (int i = 0; i < electronic.size(); i++) {
            ChannelType type = electronic.get(i);
            logical("E%04d".formatted(i + 1), type.typeName(), type, -1, 40);
        }
        for (int i = 0; i < own; i++) {
            Geography.Area area = quota.next(i, own);
            String sub = ownSubType(i, own);
            outlet(
                    "H",
                    i,
                    sub,
                    area,
                    sub.startsWith("shop") ? "品牌店" : "营业厅",
                    sub.startsWith("shop") ? "brand shop" : "hall");
        }
        for (int i = 0; i < profile.managers(); i++) {
            int branch = i % geography.branches().size();
            Names place = geography.branches().get(branch).name();
            String number = " %04d".formatted(i + 1);
            logical(
                    "M%04d".formatted(i + 1),
                    new Names(place.zh() + "客户经理" + number, place.en() + " manager" + number),
                    ChannelType.of("manager_group"),
                    branch,
                    1);
        }
        choice = new OutletChoice(channels, geography, SAME_AREA);
        territories = channels.stream().map(this::territoryOf).toArray(String[]::new);
    }

    private static String ownSubType(int index, int own) {
        int place = index * OWN_LEAST / own;
        return switch (place) {
            case 0 -> "hall_flagship";
            case 9 -> "hall_counter";
            case 10 -> "shop_gotone";
            case 11 -> "shop_mzone";
            case 12 -> "shop_experience";
            case 13 -> "hall_24h";
            default -> "hall_standard";
        };
    }

    private void outlet(String prefix, int position, String subType, Geography.Area area, String zh, String en) {
        String code = "%s%04d".formatted(prefix, position + 1);
        Stream stream = streams.open("channel", code);
        ChannelType type = ChannelType.of(subType);
        LocalDate opened = LocalDate.of(2000, 1, 1).plusDays(stream.below(2700));
        int openMonth = -1;
        int closeMonth = Months.COUNT;
        double fate = stream.uniform();
        int month = Months.FIRST + 1 + stream.below(Months.LAST - Months.FIRST - 1);
        if (prefix.equals("A") && fate < MOVING) {
            openMonth = month;
            opened = Months.of(month).atDay(1);
        } else if (prefix.equals("A") && fate < 2 * MOVING) {
            closeMonth = month;
        }
        int size = prefix.equals("H")
                ? 120 + stream.below(260)
                : prefix.equals("D") ? 30 + stream.below(60) : 6 + stream.below(24);
        channels.add(new Channel(
                channels.size(),
                code,
                new Names(
                        area.name().zh() + zh + " " + code.substring(1),
                        area.name().en() + " " + en + " " + code.substring(1)),
                type,
                area.index(),
                area.branch(),
                opened,
                openMonth,
                closeMonth,
                size,
                Math.max(1, size / 20),
                type.weight() * Chooser.zipf(stream.below(RANKS), ZIPF),
                stream.uniform(0.9, 1.1)));
    }

    private void logical(String code, Names name, ChannelType type, int branch, int staff) {
        Stream stream = streams.open("channel", code);
        channels.add(new Channel(
                channels.size(),
                code,
                name,
                type,
                -1,
                branch,
                LocalDate.of(2002, 1, 1).plusDays(stream.below(1500)),
                -1,
                Months.COUNT,
                0,
                staff,
                type.weight(),
                stream.uniform(0.95, 1.05)));
    }

    /**
     * Where a channel may sell numbers: the branch of a social channel, or its city where it is the nearest for other branches too.
     *
     * @return code of a branch or city, or null where it may sell anywhere
     */
    String territory(int channel) {
        return territories[channel];
    }

    private String territoryOf(Channel channel) {
        if (!channel.kind().social()) {
            return null;
        }
        int city = geography.branches().get(channel.branch()).city();
        List<Geography.Area> areas = geography.areas();
        if (choice.serves(channel, areas.stream().filter(a -> a.city() != city).toList())) {
            return null;
        }
        return choice.serves(
                        channel,
                        areas.stream()
                                .filter(a -> a.branch() != channel.branch())
                                .toList())
                ? geography.cities().get(city).code()
                : geography.branches().get(channel.branch()).code();
    }

    List<Channel> channels() {
        return channels;
    }

    Channel get(int index) {
        return channels.get(index);
    }

    Geography geography() {
        return geography;
    }

    /** The channel of a kind that serves a customer of the micro area. */
    int draw(ChannelKind kind, int area, int month, Stream stream) {
        return choice.draw(kind, area, month, stream);
    }
}
