package org.shapan.engine.star;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A dimension of one hierarchy. */
record HandMadeDimension(HandMadeHierarchy hierarchy) implements Dimension {
    @Override
    public Cube cube() {
        return hierarchy.cube();
    }

    @Override
    public boolean isMeasures() {
        return hierarchy.isMeasures();
    }

    @Override
    public boolean isTime() {
        return false;
    }

    @Override
    public List<Hierarchy> hierarchies() {
        return List.of(hierarchy);
    }

    @Override
    public String name() {
        return hierarchy.name();
    }

    @Override
    public String uniqueName() {
        return hierarchy.uniqueName();
    }

    @Override
    public String caption(Locale locale) {
        return name();
    }

    @Override
    public String description(Locale locale) {
        return null;
    }

    @Override
    public boolean visible() {
        return true;
    }

    @Override
    public Map<String, String> annotations() {
        return Map.of();
    }
}
