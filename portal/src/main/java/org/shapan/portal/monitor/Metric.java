package org.shapan.portal.monitor;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.shapan.insight.Limits;
import org.shapan.insight.Parameters;
import org.shapan.insight.State;
import org.shapan.portal.board.Form;

/**
 * A figure of a page.
 *
 * @param id of the domain, by which the insight may know a rule
 * @param limit colours the figure where the id has no rule; null for none
 */
record Metric(String measure, String id, Form form, Limit limit) {
    /**
     * Limits of a rule of the insight.
     *
     * @param parameter of the limits
     * @param onLimit whether a value on the limit has reached it
     * @param volumes one of them must be reached; empty where any figure is judged
     */
    record Limit(String parameter, boolean onLimit, List<Volume> volumes) {
        Limit {
            requireNonNull(parameter, "parameter is null");
            volumes = List.copyOf(volumes);
        }
    }

    /**
     * What a figure must rest on to be judged.
     *
     * @param measure of the same cube
     * @param least parameter of the insight
     */
    record Volume(String measure, String least) {}

    Metric {
        requireNonNull(measure, "measure is null");
        requireNonNull(id, "id is null");
        requireNonNull(form, "form is null");
    }

    static Metric of(String measure, String id, Form form) {
        return new Metric(measure, id, form, null);
    }

    /** Yellow or red from the limit on. */
    Metric from(String parameter) {
        return new Metric(measure, id, form, new Limit(parameter, true, List.of()));
    }

    /** Yellow or red beyond the limit. */
    Metric beyond(String parameter) {
        return new Metric(measure, id, form, new Limit(parameter, false, List.of()));
    }

    /** Judged where a measure of the cube reaches a parameter, or one of those said before does. */
    Metric given(String volume, String least) {
        List<Volume> volumes = new ArrayList<>(limit.volumes());
        volumes.add(new Volume(volume, least));
        return new Metric(measure, id, form, new Limit(limit.parameter(), limit.onLimit(), volumes));
    }

    /** Measures that are needed to judge the figure, besides its own. */
    List<String> bases() {
        return limit == null
                ? List.of()
                : limit.volumes().stream().map(Volume::measure).toList();
    }

    /**
     * By the limits; NONE without limits, without a value, and below every least volume.
     *
     * @param figures of the same member and month, by measure
     */
    State judge(Function<String, OptionalDouble> figures, Parameters parameters) {
        OptionalDouble value = figures.apply(measure);
        if (limit == null || value.isEmpty()) {
            return State.NONE;
        }
        boolean counts = limit.volumes().isEmpty()
                || limit.volumes().stream()
                        .anyMatch(volume ->
                                figures.apply(volume.measure()).orElse(0) >= parameters.number(volume.least()));
        if (!counts) {
            return State.NONE;
        }
        Limits limits = parameters.limits(limit.parameter());
        return limit.onLimit() ? limits.reached(value.getAsDouble()) : limits.passed(value.getAsDouble());
    }
}
