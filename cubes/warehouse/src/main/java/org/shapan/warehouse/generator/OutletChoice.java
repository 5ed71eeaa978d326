package org.shapan.warehouse.generator;

import java.util.Arrays;
import java.util.List;

/** Who serves whom: customers go to the outlets of their branch, most often to those of their own micro area. */
final class OutletChoice {

    private final List<Channel> channels;
    /** Candidates by kind, then micro area. */
    private final int[][][] candidates;

    private final Chooser[][] choosers;

    OutletChoice(List<Channel> channels, Geography geography, double sameArea) {
        this.channels = channels;
        int kinds = ChannelKind.values().length;
        int areas = geography.areas().size();
        candidates = new int[kinds][areas][];
        choosers = new Chooser[kinds][areas];
        for (ChannelKind kind : ChannelKind.values()) {
            for (Geography.Area area : geography.areas()) {
                int[] near = near(kind, area, geography);
                candidates[kind.ordinal()][area.index()] = near;
                choosers[kind.ordinal()][area.index()] = Chooser.of(near.length, i -> {
                    Channel channel = channels.get(near[i]);
                    return channel.weight() * (channel.area() == area.index() ? sameArea : 1);
                });
            }
        }
    }

    /** Those of the branch, else of the city, else all of the kind. */
    private int[] near(ChannelKind kind, Geography.Area area, Geography geography) {
        int[] ofBranch = channels.stream()
                .filter(c -> c.kind() == kind && (c.branch() < 0 || c.branch() == area.branch()))
                .mapToInt(Channel::index)
                .toArray();
        if (ofBranch.length > 0) {
            return ofBranch;
        }
        int[] ofCity = channels.stream()
                .filter(c ->
                        c.kind() == kind && geography.branches().get(c.branch()).city() == area.city())
                .mapToInt(Channel::index)
                .toArray();
        return ofCity.length > 0
                ? ofCity
                : channels.stream()
                        .filter(c -> c.kind() == kind)
                        .mapToInt(Channel::index)
                        .toArray();
    }

    /** Whether the channel is among the candidates of any of the micro areas. */
    boolean serves(Channel channel, List<Geography.Area> areas) {
        return areas.stream()
                .anyMatch(a -> Arrays.stream(candidates[channel.kind().ordinal()][a.index()])
                        .anyMatch(c -> c == channel.index()));
    }

    int draw(ChannelKind kind, int area, int month, Stream stream) {
        int[] near = candidates[kind.ordinal()][area];
        int place = choosers[kind.ordinal()][area].draw(stream);
        for (int i = 0; i < near.length; i++) {
            int candidate = near[(place + i) % near.length];
            if (channels.get(candidate).open(month)) {
                return candidate;
            }
        }
        return near[place];
    }
}
