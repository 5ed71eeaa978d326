package org.shapan.portal.pivot;

import static java.util.Objects.requireNonNull;

/**
 * A measure that the person wrote.
 *
 * @param name without brackets
 * @param formula MDX
 */
public record Calculation(String name, String formula) {
    private static final String AS = " AS ";

    public Calculation {
        requireNonNull(name, "name is null");
        requireNonNull(formula, "formula is null");
    }

    /**
     * A property of members as a column of texts; empty at other levels, at totals, and where there are no figures.
     *
     * @param measure that is empty where there is no data
     */
    static Calculation property(String name, String hierarchy, String level, String property, String measure) {
        String current = hierarchy + ".CurrentMember";
        return new Calculation(
                name,
                "CASE WHEN NOT IsEmpty(" + measure + ") AND " + current + ".Level IS " + level + " THEN " + current
                        + ".Properties(" + PivotSets.quote(property) + ") ELSE NULL END");
    }

    public String uniqueName() {
        return "[Measures].[" + name.replace("]", "]]") + "]";
    }

    /** As {@link #parse} reads it: {@code [Measures].[Price] AS [Measures].[Amount] / [Measures].[Pieces]}. */
    public String write() {
        return uniqueName() + AS + formula;
    }

    static Calculation parse(String text) {
        var name = PivotLink.MEMBER.matcher(text);
        if (!name.lookingAt() || !name.group().startsWith("[Measures].[") || !text.startsWith(AS, name.end())) {
            throw new UnknownNameException("calculation", text);
        }
        String bracketed = name.group().substring("[Measures].[".length(), name.end() - 1);
        return new Calculation(bracketed.replace("]]", "]"), text.substring(name.end() + AS.length()));
    }
}
