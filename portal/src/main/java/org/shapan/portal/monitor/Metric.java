package org.shapan.portal.monitor;

import static java.util.Objects.requireNonNull;

import org.shapan.portal.board.Form;

/**
 * A figure of a page.
 *
 * @param id of the domain, by which the insight may know a rule
 * @param limits parameter of the insight whose limits colour the figure where the id has no rule; null for none
 */
record Metric(String measure, String id, Form form, String limits) {
    Metric {
        requireNonNull(measure, "measure is null");
        requireNonNull(id, "id is null");
        requireNonNull(form, "form is null");
    }

    static Metric of(String measure, String id, Form form) {
        return new Metric(measure, id, form, null);
    }

    Metric limitedBy(String parameter) {
        return new Metric(measure, id, form, parameter);
    }
}
