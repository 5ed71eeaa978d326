package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.shapan.warehouse.feed.Profile;

/** Channels for an anomaly, by how many numbers they usually activate (domain §9.5). */
final class ChannelChoice {

    private static final int MONTHS = 6;

    private final AnomalyPlan plan;
    private final int start;
    private final double[] usual;

    /** @param start first month of the anomaly; what is usual is the mean of the six months before */
    ChannelChoice(AnomalyPlan plan, int start) {
        this.plan = plan;
        this.start = start;
        usual = new double[plan.province().network().channels().size()];
        Customers customers = plan.base().customers();
        for (int i = 0; i < customers.count; i++) {
            int month = customers.activation[i];
            if (month >= start - MONTHS && month < start) {
                usual[customers.channel[i]] += 1.0 / MONTHS;
            }
        }
    }

    /** Draws an outlet that is free, open throughout and usually activates between so many numbers a month. */
    Optional<Channel> draw(Stream stream, double least, double most, Predicate<Channel> eligible) {
        List<Channel> found = new ArrayList<>();
        for (Channel channel : plan.province().network().channels()) {
            if (channel.kind().outlet()
                    && channel.openMonth() < start - MONTHS
                    && channel.closeMonth() == Months.COUNT
                    && usual(channel) >= least
                    && usual(channel) <= most
                    && eligible.test(channel)
                    && plan.free(Entity.channel(plan.province(), channel))) {
                found.add(channel);
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(stream.below(found.size())));
    }

    double usual(Channel channel) {
        return usual[channel.index()];
    }

    /** Customers of the plan that the channel activates in the months. */
    List<Integer> activated(Channel channel, Span span) {
        List<Integer> found = new ArrayList<>();
        Customers customers = plan.customers();
        for (int i = 0; i < customers.count; i++) {
            if (customers.channel[i] == channel.index()
                    && customers.activation[i] <= Months.LAST
                    && customers.activation[i] >= span.from()
                    && customers.activation[i] <= span.to()) {
                found.add(i);
            }
        }
        return found;
    }

    /** A number of the demo province, made smaller for a province whose channels are smaller. */
    static double scaled(Profile profile, double demo) {
        return profile == Profile.CI ? demo / 4 : demo;
    }

    /** The demo province's number of anomalies; one in the smallest. */
    static int count(Profile profile, int demo) {
        return profile == Profile.CI ? 1 : demo;
    }
}
