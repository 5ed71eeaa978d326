package org.shapan.portal.sp;

import static java.util.Objects.requireNonNull;

import org.shapan.insight.State;

/**
 * A company or a business code that can be asked for.
 *
 * @param code of the service; null for the company
 * @param name of the service or company
 * @param companyName of the company
 * @param state as judged; a company through its worst code
 * @param score of the same verdict
 */
public record SpChoice(String company, String code, String name, String companyName, State state, double score) {
    public SpChoice {
        requireNonNull(company, "company is null");
        requireNonNull(state, "state is null");
    }

    /** By which a person may call it: its code, then its name. */
    public String label() {
        return code == null ? company + " " + name : code + " " + name + " · " + companyName;
    }
}
