package org.shapan.engine.star;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A level of a {@link HandMadeHierarchy}. */
record HandMadeLevel(HandMadeHierarchy hierarchy, String name, int depth, boolean isAll, boolean isParentChild)
        implements Level {
    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public LevelType type() {
        return LevelType.REGULAR;
    }

    @Override
    public boolean isNamed() {
        return false;
    }

    @Override
    public List<MemberProperty> properties() {
        return List.of();
    }

    @Override
    public int memberCount() {
        return hierarchy.members(this).size();
    }

    @Override
    public boolean isLoaded() {
        return true;
    }

    @Override
    public String uniqueName() {
        return hierarchy.uniqueName() + ".[" + name + "]";
    }

    @Override
    public String caption(Locale locale) {
        return name;
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
