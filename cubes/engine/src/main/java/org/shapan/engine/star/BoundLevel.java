package org.shapan.engine.star;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;

/** A level of a hierarchy of a catalog. */
final class BoundLevel implements Level {
    private final Hierarchy hierarchy;
    private final String name;
    private final String uniqueName;
    private final int depth;
    private final boolean all;
    private final Traits traits;
    private final Labels labels;
    private final IntSupplier memberCount;

    record Traits(boolean unique, LevelType type, boolean parentChild, boolean named, List<MemberProperty> properties) {
        static final Traits PLAIN = new Traits(true, LevelType.REGULAR, false, false, List.of());
    }

    BoundLevel(
            Hierarchy hierarchy,
            String name,
            int depth,
            boolean all,
            Traits traits,
            Labels labels,
            IntSupplier memberCount) {
        this.hierarchy = requireNonNull(hierarchy, "hierarchy is null");
        this.name = requireNonNull(name, "name is null");
        this.uniqueName = hierarchy.uniqueName() + "." + Names.bracketed(name);
        this.depth = depth;
        this.all = all;
        this.traits = traits;
        this.labels = labels;
        this.memberCount = memberCount;
    }

    @Override
    public Hierarchy hierarchy() {
        return hierarchy;
    }

    @Override
    public int depth() {
        return depth;
    }

    @Override
    public boolean isAll() {
        return all;
    }

    @Override
    public boolean isUnique() {
        return traits.unique();
    }

    @Override
    public LevelType type() {
        return traits.type();
    }

    @Override
    public boolean isParentChild() {
        return traits.parentChild();
    }

    @Override
    public boolean isNamed() {
        return traits.named();
    }

    @Override
    public List<MemberProperty> properties() {
        return traits.properties();
    }

    @Override
    public int memberCount() {
        return memberCount.getAsInt();
    }

    @Override
    public boolean isLoaded() {
        return !(hierarchy instanceof BoundHierarchy bound) || bound.table().isLoaded(depth);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String uniqueName() {
        return uniqueName;
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
        return uniqueName;
    }
}
