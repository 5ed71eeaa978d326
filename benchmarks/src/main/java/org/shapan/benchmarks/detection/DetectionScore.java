package org.shapan.benchmarks.detection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.shapan.insight.State;
import org.shapan.insight.watch.Alert;

/** The scores of domain §9.6 over several provinces. */
final class DetectionScore {
    /** What is known of a type of anomaly. */
    static final class OfType {
        int planted;
        int found;
        int foundRed;
        int first;
        int amongThree;
        int located;
        boolean isDetectable;
        final Set<String> rules = new TreeSet<>();
    }

    /** Red alerts of a rule family. */
    static final class OfRule {
        int matched;
        int onDecoys;
        int onClean;

        double precision() {
            return matched + onDecoys + onClean == 0 ? Double.NaN : (double) matched / (matched + onDecoys + onClean);
        }
    }

    /** Customers of a type that are found one by one. */
    static final class OfCustomers {
        long planted;
        long found;
    }

    private final Map<String, OfCustomers> customers = new TreeMap<>();
    private final List<List<Double>> retention = new ArrayList<>();
    private final Map<String, OfType> types = new TreeMap<>();
    private final Map<String, OfRule> rules = new TreeMap<>();
    private final Map<String, Integer> falseReds = new TreeMap<>();
    private final List<String> missed = new ArrayList<>();
    private int cleanBranchMonths;

    void add(Run run) {
        if (run.clean()) {
            cleanBranchMonths += run.branchMonths();
            run.reds().forEach(alert -> falseReds.merge(rule(alert), 1, Integer::sum));
            return;
        }
        retention.add(run.warned().ratios());
        for (Truth truth : run.truths()) {
            if (truth.isOfCustomers()) {
                OfCustomers of = customers.computeIfAbsent(truth.type(), type -> new OfCustomers());
                of.planted += truth.customers().size();
                of.found += run.warned().found(truth);
            } else if (!truth.isDecoy()) {
                count(run, truth);
            }
        }
        for (Alert alert : run.reds()) {
            OfRule ofRule = rules.computeIfAbsent(rule(alert), rule -> new OfRule());
            if (run.truths().stream().anyMatch(truth -> !truth.isDecoy() && truth.explains(alert))) {
                ofRule.matched++;
            } else if (run.truths().stream().anyMatch(truth -> truth.isDecoy() && truth.isOn(alert))) {
                ofRule.onDecoys++;
            } else if (run.truths().stream().noneMatch(truth -> truth.isOn(alert) && !truth.isDecoy())) {
                ofRule.onClean++;
            }
        }
    }

    private void count(Run run, Truth truth) {
        OfType type = types.computeIfAbsent(truth.type(), name -> new OfType());
        type.planted++;
        type.rules.addAll(truth.expectedRules());
        type.isDetectable = truth.expectedRules().stream().anyMatch(run.rules()::contains);
        if (!type.isDetectable) {
            return;
        }
        List<Alert> matching = run.alerts().stream().filter(truth::isMatchedBy).toList();
        if (matching.isEmpty()) {
            missed.add("seed " + run.seed() + " " + truth.id() + " " + truth.entityKey() + " " + truth.startPeriod()
                    + "-" + truth.endPeriod());
        } else {
            type.found++;
        }
        if (matching.stream().anyMatch(alert -> alert.state() == State.RED)) {
            type.foundRed++;
        }
        List<String> ends = run.ends().getOrDefault(truth.id(), List.of());
        if (!ends.isEmpty()) {
            type.located++;
            type.first += isAt(truth, ends.getFirst()) ? 1 : 0;
            type.amongThree += ends.stream().limit(3).anyMatch(end -> isAt(truth, end)) ? 1 : 0;
        }
    }

    /** Recall over the anomalies of types that a rule of these looks for. */
    double recall() {
        return (double) sum(of -> of.found) / sum(of -> of.planted);
    }

    /** As {@link #recall()}, of red alerts. */
    double recallOfReds() {
        return (double) sum(of -> of.foundRed) / sum(of -> of.planted);
    }

    private int sum(ToIntFunction<OfType> number) {
        return types.values().stream()
                .filter(of -> of.isDetectable)
                .mapToInt(number)
                .sum();
    }

    /** Of all red alerts that belong to an anomaly, to a decoy or to nothing. */
    double precision() {
        return (double) matched()
                / (matched()
                        + rules.values().stream()
                                .mapToInt(of -> of.onDecoys + of.onClean)
                                .sum());
    }

    int matched() {
        return rules.values().stream().mapToInt(of -> of.matched).sum();
    }

    /** Per branch and month; NaN where no clean province was judged. */
    double falseRedsPerBranchAndMonth() {
        return (double) falseReds.values().stream().mapToInt(Integer::intValue).sum() / cleanBranchMonths;
    }

    private static boolean isAt(Truth truth, String keys) {
        return List.of(keys.split(" ")).contains(truth.entityKey());
    }

    /** The rule of an alert; alerts of SP codes are one family, for their state is that of a score. */
    private static String rule(Alert alert) {
        String rule = alert.findings().getFirst().rule();
        return rule.startsWith("A-SP") ? "A-SP" : rule;
    }

    Map<String, OfType> types() {
        return new LinkedHashMap<>(types);
    }

    Map<String, OfCustomers> customers() {
        return new LinkedHashMap<>(customers);
    }

    /** Mean over the provinces of RET-05, share of the warned that leave or fall in two months, or RET-06, share of leavers that were warned. */
    double retention(int ratio) {
        return retention.stream().mapToDouble(of -> of.get(ratio)).average().orElse(Double.NaN);
    }

    Map<String, OfRule> rules() {
        return new LinkedHashMap<>(rules);
    }

    /** Red alerts on clean data by rule. */
    Map<String, Integer> falseReds() {
        return new LinkedHashMap<>(falseReds);
    }

    /** 0 where no clean province was judged. */
    int cleanBranchMonths() {
        return cleanBranchMonths;
    }

    /** Anomalies that no expected rule has found. */
    List<String> missed() {
        return List.copyOf(missed);
    }
}
