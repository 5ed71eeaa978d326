package org.shapan.warehouse.generator;

import java.util.HashMap;
import java.util.Map;

/** What anomalies and decoys do to channels, by channel and month; a baseline has none. Not thread-safe while it is changed. */
final class ChannelFaults {

    private record Loss(Span span, double share) {}

    private final Map<Integer, Loss> losses = new HashMap<>();
    private final Map<Integer, Span> shortages = new HashMap<>();
    private final Map<Integer, Span> refits = new HashMap<>();

    /** The channel loses this share of its transactions. */
    void lose(int channel, Span span, double share) {
        losses.put(channel, new Loss(span, share));
    }

    /** Share of its transactions that the channel loses in the month. */
    double lost(int channel, int month) {
        Loss loss = losses.get(channel);
        return loss != null && loss.span().contains(month) ? loss.share() : 0;
    }

    /** The channel gets no numbers. */
    void runShort(int channel, Span span) {
        shortages.put(channel, span);
    }

    boolean isShort(int channel, int month) {
        Span span = shortages.get(channel);
        return span != null && span.contains(month);
    }

    /** The channel is closed for a refit, and that is announced. */
    void refit(int channel, Span span) {
        refits.put(channel, span);
        lose(channel, span, 1);
    }

    /** Months of the refit, or null. */
    Span refit(int channel) {
        return refits.get(channel);
    }
}
