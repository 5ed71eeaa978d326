package org.shapan.engine.star;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The measures hierarchy of a cube: one level whose members are the stored measures. */
final class BoundMeasures implements Hierarchy {
    static final String NAME = "Measures";
    private static final String LEVEL = "MeasuresLevel";

    private final BoundDimension dimension;
    private final Labels labels;
    private final Level level;
    private final List<Member> measures;
    private final NullMember nullMember;
    private final AtomicInteger calculated = new AtomicInteger();

    /** @param measures makes the stored measures; called once, from the constructor, last */
    BoundMeasures(BoundDimension dimension, Labels labels, Function<Level, List<StoredMeasure>> measures) {
        this.dimension = dimension;
        this.labels = labels;
        this.level = new BoundLevel(
                this,
                LEVEL,
                0,
                false,
                BoundLevel.Traits.PLAIN,
                Labels.NONE,
                () -> measures().size());
        this.nullMember = new NullMember(this);
        this.measures = List.copyOf(measures.apply(level));
    }

    private List<Member> measures() {
        return measures;
    }

    @Override
    public Cube cube() {
        return dimension.cube();
    }

    @Override
    public Dimension dimension() {
        return dimension;
    }

    @Override
    public int ordinal() {
        return 0;
    }

    @Override
    public boolean isMeasures() {
        return true;
    }

    @Override
    public boolean hasAll() {
        return false;
    }

    @Override
    public Member allMember() {
        return null;
    }

    @Override
    public Member defaultMember() {
        return cube().defaultMeasure();
    }

    @Override
    public NullMember nullMember() {
        return nullMember;
    }

    @Override
    public List<Level> levels() {
        return List.of(level);
    }

    @Override
    public boolean isParentChild() {
        return false;
    }

    @Override
    public boolean isRagged() {
        return false;
    }

    @Override
    public Member member(int id) {
        return measures.get(id);
    }

    @Override
    public List<Member> roots() {
        return measures;
    }

    @Override
    public List<Member> children(Member parent) {
        return List.of();
    }

    @Override
    public List<Member> members(Level ignored) {
        return measures;
    }

    @Override
    public Member childByName(Member parentOrNull, String name) {
        if (parentOrNull != null) {
            return null;
        }
        for (Member measure : measures) {
            if (measure.name().equalsIgnoreCase(name)) {
                return measure;
            }
        }
        return null;
    }

    @Override
    public Member childByKey(Member parentOrNull, String key) {
        return childByName(parentOrNull, key);
    }

    @Override
    public int nextCalculatedId() {
        return calculated.decrementAndGet();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String uniqueName() {
        return Names.bracketed(NAME);
    }

    @Override
    public String caption(Locale locale) {
        return labels.caption(locale, NAME);
    }

    @Override
    public String description(Locale locale) {
        return labels.description(locale);
    }

    @Override
    public boolean visible() {
        return true;
    }

    @Override
    public Map<String, String> annotations() {
        return Map.of();
    }

    @Override
    public String toString() {
        return uniqueName();
    }
}
