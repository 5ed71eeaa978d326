package org.shapan.reports.template;

import static java.util.Objects.requireNonNull;

/**
 * A prompt of a template.
 *
 * @param name name in the JRXML and on the command line
 * @param kind what its value is
 * @param cube cube whose members may be chosen, null unless a member
 * @param level unique name of the level of the members, null unless a member
 * @param required whether a value must be given
 * @param latestPeriod whether a missing value means the last month with data
 */
public record TemplateParameter(
        String name, Kind kind, String cube, String level, boolean required, boolean latestPeriod) {
    public enum Kind {
        MEMBER,
        TEXT,
        NUMBER,
        /** Yes or no. */
        FLAG,
        /** A pivot that somebody keeps; the template lays its result out. */
        PIVOT
    }

    public TemplateParameter {
        requireNonNull(name, "name is null");
        requireNonNull(kind, "kind is null");
        if (kind == Kind.MEMBER && (cube == null || level == null)) {
            throw new IllegalArgumentException(
                    "parameter " + name + " is a member: it needs the properties shapan.cube and shapan.level");
        }
    }
}
