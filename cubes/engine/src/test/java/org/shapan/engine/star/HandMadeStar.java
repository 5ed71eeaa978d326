package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.shapan.engine.sql.DataType;
import org.shapan.engine.sql.SqlExecutor;

/**
 * A cube made by hand over real tables, for tests of what lies above {@code star}: the plainest implementation of the contracts, no
 * names that differ from columns, keys as they are.
 */
public final class HandMadeStar implements Cube, FactGroup {
    private static final AtomicInteger NEXT_ID = new AtomicInteger(1_000_000);

    private final int id = NEXT_ID.incrementAndGet();
    private final SqlExecutor sql;
    private final String fact;
    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<Hierarchy> hierarchies = new ArrayList<>();
    private final List<StoredMeasure> measures = new ArrayList<>();
    private final List<AggregateTable> aggregates = new ArrayList<>();
    private Hierarchy time;

    public HandMadeStar(SqlExecutor sql, String fact) {
        this.sql = sql;
        this.fact = fact;
        HandMadeHierarchy measureHierarchy = new HandMadeHierarchy(this, sql, "Measures", 0, false);
        measureHierarchy.addLevel("MeasuresLevel", List.of(), false);
        add(measureHierarchy);
    }

    /**
     * A hierarchy with an all member over a table joined to the fact.
     *
     * @param join condition, for instance {@code d.k = f.k}; null when the columns lie in the fact table
     * @param levels from the top; each is the name of its key column; a trailing {@code *} says that keys are unique only within the parent
     */
    public HandMadeHierarchy hierarchy(
            String name, boolean hasAll, String table, String alias, String join, String... levels) {
        HandMadeHierarchy hierarchy = new HandMadeHierarchy(this, sql, name, hierarchies.size(), hasAll);
        hierarchy.load(table, alias, join, levels);
        add(hierarchy);
        return hierarchy;
    }

    /** A parent-child hierarchy with an all member. */
    public HandMadeHierarchy tree(String name, String table, String alias, String join, String key, String parent) {
        HandMadeHierarchy hierarchy = new HandMadeHierarchy(this, sql, name, hierarchies.size(), true);
        hierarchy.loadTree(table, alias, join, key, parent);
        add(hierarchy);
        return hierarchy;
    }

    private void add(HandMadeHierarchy hierarchy) {
        hierarchies.add(hierarchy);
        dimensions.add(hierarchy.dimension());
    }

    public void time(Hierarchy hierarchy) {
        time = hierarchy;
    }

    public void aggregate(AggregateTable table) {
        aggregates.add(table);
    }

    public StoredMeasure measure(
            String name, Aggregation aggregation, TimeAggregation inTime, String expression, DataType type) {
        StoredMeasure measure = new StoredMeasure(
                measures.size(),
                measures().levels().getFirst(),
                name,
                "[Measures].[" + name + "]",
                Labels.NONE,
                this,
                aggregation,
                inTime,
                expression,
                type,
                null);
        measures.add(measure);
        return measure;
    }

    /** The context with which a query starts. */
    public Member[] context() {
        return hierarchies.stream()
                .map(h -> h.isMeasures() ? measures.getFirst() : h.defaultMember())
                .toArray(Member[]::new);
    }

    /** A context in which some members stand at their hierarchies. */
    public Member[] context(Member... members) {
        Member[] context = context();
        Arrays.stream(members).forEach(m -> context[m.hierarchy().ordinal()] = m);
        return context;
    }

    @Override
    public List<Dimension> dimensions() {
        return dimensions;
    }

    @Override
    public List<Hierarchy> hierarchies() {
        return hierarchies;
    }

    @Override
    public Hierarchy measures() {
        return hierarchies.getFirst();
    }

    @Override
    public List<StoredMeasure> storedMeasures() {
        return measures;
    }

    @Override
    public Member defaultMeasure() {
        return measures.getFirst();
    }

    @Override
    public List<CalculatedMember> calculatedMembers() {
        return List.of();
    }

    @Override
    public List<CatalogParameter> parameters() {
        return List.of();
    }

    @Override
    public List<NamedSet> namedSets() {
        return List.of();
    }

    @Override
    public boolean isVirtual() {
        return false;
    }

    @Override
    public List<FactGroup> factGroups() {
        return List.of(this);
    }

    @Override
    public Optional<String> drillThroughRefusal() {
        return Optional.empty();
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public Relation fact() {
        return new Relation(fact, "f", null);
    }

    @Override
    public Cube baseCube() {
        return this;
    }

    @Override
    public int[] baseOrdinals(Cube cube) {
        int[] ordinals = new int[cube.hierarchies().size()];
        for (int q = 0; q < ordinals.length; q++) {
            String name = cube.hierarchies().get(q).name();
            ordinals[q] = -1;
            for (Hierarchy hierarchy : hierarchies) {
                if (hierarchy.name().equals(name)) {
                    ordinals[q] = hierarchy.ordinal();
                }
            }
        }
        return ordinals;
    }

    @Override
    public LevelPath path(Level level) {
        return ((HandMadeHierarchy) level.hierarchy()).path(level);
    }

    @Override
    public boolean reaches(Level level) {
        return ((HandMadeHierarchy) level.hierarchy()).reaches(level);
    }

    @Override
    public Hierarchy timeHierarchy() {
        return time;
    }

    @Override
    public List<AggregateTable> aggregates() {
        return aggregates;
    }

    @Override
    public String name() {
        return fact;
    }

    @Override
    public String uniqueName() {
        return "[" + fact + "]";
    }

    @Override
    public String caption(Locale locale) {
        return fact;
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
