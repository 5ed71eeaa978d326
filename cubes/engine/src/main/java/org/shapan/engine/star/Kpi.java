package org.shapan.engine.star;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.shapan.engine.catalog.Formula;
import org.shapan.engine.catalog.KpiDefinition.Part;
import org.shapan.engine.mdx.Expression;

/**
 * A key performance indicator of a cube. What it shows are measures: the value is one of the cube where its formula is no more than
 * that, all else are hidden calculated measures such as {@code [Measures].[Turnover Goal]}.
 */
public final class Kpi implements Element {
    private final String name;
    private final Labels labels;
    private final String parent;
    private final String statusGraphic;
    private final String trendGraphic;
    private final Map<Part, Bound> formulas;

    /**
     * A formula of a KPI.
     *
     * @param measure that holds it; null for the time member
     */
    public record Bound(Formula text, Expression formula, Member measure) {}

    Kpi(
            String name,
            Labels labels,
            String parent,
            String statusGraphic,
            String trendGraphic,
            Map<Part, Bound> formulas) {
        this.name = requireNonNull(name, "name is null");
        this.labels = requireNonNull(labels, "labels is null");
        this.parent = parent;
        this.statusGraphic = statusGraphic;
        this.trendGraphic = trendGraphic;
        this.formulas = Map.copyOf(formulas);
    }

    /** Name of the KPI that this one is part of, or null. */
    public String parent() {
        return parent;
    }

    /** Display folder, parts separated by {@code \}, or null. */
    public String folder() {
        return labels.folder();
    }

    /** Name of the picture that shows the status, such as {@code Traffic Light}, or null. */
    public String statusGraphic() {
        return statusGraphic;
    }

    /** Name of the picture that shows the trend, or null. */
    public String trendGraphic() {
        return trendGraphic;
    }

    /** The measure that holds a part; null when the catalog gives no formula for it, and for the time member. */
    public Member measure(Part part) {
        Bound bound = formulas.get(part);
        return bound == null ? null : bound.measure();
    }

    /** Whether somebody who sees only some measures sees all that the KPI shows. */
    public boolean isSeen(Predicate<Member> measures) {
        return formulas.values().stream()
                .map(Bound::measure)
                .filter(Objects::nonNull)
                .allMatch(measures);
    }

    /** The formulas of the catalog by what they give. */
    public Map<Part, Bound> formulas() {
        return formulas;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String uniqueName() {
        return Names.bracketed(name);
    }

    @Override
    public String caption(Locale locale) {
        return labels.caption(locale, name);
    }

    @Override
    public String description(Locale locale) {
        return labels.description(locale);
    }

    @Override
    public boolean visible() {
        return labels.visible();
    }

    @Override
    public Map<String, String> annotations() {
        return labels.annotations();
    }

    @Override
    public String toString() {
        return uniqueName();
    }
}
