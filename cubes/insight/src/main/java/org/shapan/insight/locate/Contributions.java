package org.shapan.insight.locate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.shapan.insight.Parameters;

/** The arithmetic of domain §6.1.3. */
final class Contributions {
    private Contributions() {}

    /** By contribution, largest first; ties by unique name. */
    static List<Part> ranked(List<Part> parts) {
        return parts.stream()
                .sorted(Comparator.comparingDouble(Part::contribution)
                        .reversed()
                        .thenComparing(Part::member))
                .toList();
    }

    /** Step 2: the fewest members that together explain enough. */
    static List<Part> explaining(List<Part> ranked, Parameters parameters) {
        return taken(ranked, parameters.number("locate.explained"), Integer.MAX_VALUE);
    }

    /**
     * Step 3: children to be followed.
     *
     * @param whole contribution of the node itself, 1 for the root
     */
    static List<Part> followed(List<Part> ranked, double whole, Parameters parameters) {
        List<Part> taken = taken(
                ranked, parameters.number("locate.explained") * whole, (int) parameters.number("locate.most-children"));
        double least = parameters.number("locate.least-share");
        return taken.stream().filter(part -> part.contribution() >= least).toList();
    }

    private static List<Part> taken(List<Part> ranked, double enough, int most) {
        List<Part> taken = new ArrayList<>();
        double sum = 0;
        for (Part part : ranked) {
            if (sum >= enough || taken.size() == most || part.contribution() <= 0) {
                break;
            }
            taken.add(part);
            sum += part.contribution();
        }
        return taken;
    }

    /**
     * Change of the mix, the terms of the Jensen-Shannon divergence of some members:
     * {@code Σ ½·[p·ln(2p/(p+q)) + q·ln(2q/(p+q))]} with p the expected and q the actual share.
     */
    static double surprise(List<Part> members, double expected, double actual) {
        double sum = 0;
        for (Part part : members) {
            double p = Math.max(0, part.expected() / expected);
            double q = Math.max(0, part.actual() / actual);
            sum += 0.5 * (term(p, p + q) + term(q, p + q));
        }
        return sum;
    }

    private static double term(double share, double both) {
        return share == 0 ? 0 : share * Math.log(2 * share / both);
    }
}
