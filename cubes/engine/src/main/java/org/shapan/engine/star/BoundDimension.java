package org.shapan.engine.star;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.shapan.engine.catalog.TimeCalculationsDefinition;

/** A dimension of a cube of a catalog. */
final class BoundDimension implements Dimension {
    private final Cube cube;
    private final String name;
    private final boolean measures;
    private final boolean time;
    private final Labels labels;
    private final TimeCalculationsDefinition calculations;
    private final List<Hierarchy> hierarchies;

    /**
     * @param calculations for a dimension of time calculations, else null
     * @param hierarchies makes the hierarchies of this dimension; called once, from the constructor, last
     */
    BoundDimension(
            Cube cube,
            String name,
            boolean measures,
            boolean time,
            Labels labels,
            TimeCalculationsDefinition calculations,
            Function<BoundDimension, List<Hierarchy>> hierarchies) {
        this.cube = cube;
        this.name = name;
        this.measures = measures;
        this.time = time;
        this.labels = labels;
        this.calculations = calculations;
        this.hierarchies = List.copyOf(hierarchies.apply(this));
    }

    /** Null but for a dimension of time calculations. */
    TimeCalculationsDefinition calculations() {
        return calculations;
    }

    Labels labels() {
        return labels;
    }

    @Override
    public Cube cube() {
        return cube;
    }

    @Override
    public boolean isMeasures() {
        return measures;
    }

    @Override
    public boolean isTime() {
        return time;
    }

    @Override
    public List<Hierarchy> hierarchies() {
        return hierarchies;
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
