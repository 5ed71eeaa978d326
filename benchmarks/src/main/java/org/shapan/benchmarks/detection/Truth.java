package org.shapan.benchmarks.detection;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.shapan.insight.watch.Alert;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A record of {@code ground_truth.json}: what was planted. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Truth(
        String id,
        String kind,
        String type,
        String entityType,
        String entityKey,
        int startPeriod,
        int endPeriod,
        List<String> expectedRules,
        String causePath,
        List<Long> customers) {
    /** Rules that judge customers. */
    private static final List<String> OF_CUSTOMERS = List.of("A-GC-01", "A-RT-01");

    static List<Truth> read(byte[] json) {
        return JsonMapper.builder().build().readValue(json, new TypeReference<List<Truth>>() {});
    }

    boolean isDecoy() {
        return kind.equals("decoy");
    }

    YearMonth start() {
        return month(startPeriod);
    }

    /** Last month in which an alert counts: one after the end. */
    YearMonth end() {
        return month(endPeriod).plusMonths(1);
    }

    private static YearMonth month(int period) {
        return YearMonth.of(period / 100, period % 100);
    }

    boolean covers(YearMonth month) {
        return !month.isBefore(start()) && !month.isAfter(end());
    }

    /** Whether the alert is about the planted entity itself. */
    boolean isOn(Alert alert) {
        return alert.entity().key().equals(entityKey);
    }

    /** Whether the alert is about the entity or something above it on the path of the cause, or directly below it. */
    boolean isOnPath(Alert alert) {
        return isOn(alert)
                || Arrays.asList(causePath.split(">")).contains(alert.entity().key())
                || (alert.entity().parent() != null
                        && alert.entity().parent().key().equals(entityKey));
    }

    /** Whether the alert has this cause, whatever the rule: it is about the entity or an area of its path, in its period. */
    boolean explains(Alert alert) {
        return covers(alert.month()) && isOnPath(alert);
    }

    boolean isExpected(Alert alert) {
        return expectedRules.stream().anyMatch(alert::has);
    }

    /** Whether it is found by its customers and not by an alert. */
    boolean isOfCustomers() {
        return expectedRules.stream().anyMatch(OF_CUSTOMERS::contains);
    }

    boolean isMatchedBy(Alert alert) {
        return explains(alert) && isExpected(alert);
    }
}
