package org.shapan.engine.star;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The fact table of a base cube and how it reaches the cube's hierarchies. */
final class BoundFactGroup implements FactGroup {
    private final int id;
    private final Cube baseCube;
    private final Relation fact;
    /** By ordinal of the base cube's hierarchy; null at 0. Set once, before the cube is handed out. */
    private List<HierarchyLink> links = List.of();

    private List<List<String>> tables = List.of();

    private Details details;
    private List<AggregateTable> aggregates = List.of();
    private final Map<Level, LevelPath> paths = new ConcurrentHashMap<>();
    private final Map<Cube, int[]> ordinals = new IdentityHashMap<>();

    BoundFactGroup(int id, Cube baseCube, Relation fact) {
        this.id = id;
        this.baseCube = baseCube;
        this.fact = fact;
    }

    /**
     * @param hierarchyLinks by ordinal, null at 0 and where the fact does not know the hierarchy
     * @param tableNames by ordinal, see {@link #tables}
     */
    void link(List<HierarchyLink> hierarchyLinks, List<List<String>> tableNames) {
        this.links = hierarchyLinks;
        this.tables = List.copyOf(tableNames);
        int[] identity = new int[hierarchyLinks.size()];
        Arrays.setAll(identity, i -> i);
        usedBy(baseCube, identity);
    }

    void details(Details detailTable) {
        this.details = detailTable;
    }

    @Override
    public Details details() {
        return details;
    }

    void aggregates(List<AggregateTable> tables) {
        this.aggregates = List.copyOf(tables);
    }

    /** Only while the catalog is built. */
    void usedBy(Cube cube, int[] baseOrdinals) {
        ordinals.put(
                cube,
                Arrays.stream(baseOrdinals)
                        .map(o -> o > 0 && links.get(o) == null ? -1 : o)
                        .toArray());
    }

    @Override
    public String name() {
        return baseCube.name();
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public Relation fact() {
        return fact;
    }

    @Override
    public Cube baseCube() {
        return baseCube;
    }

    @Override
    public int[] baseOrdinals(Cube cube) {
        int[] found = ordinals.get(cube);
        if (found == null) {
            throw new IllegalArgumentException("cube " + cube.name() + " has no measure of " + name());
        }
        return found.clone();
    }

    @Override
    public List<String> tables(int baseOrdinal) {
        return tables.get(baseOrdinal);
    }

    @Override
    public LevelPath path(Level baseLevel) {
        LevelPath known = paths.get(baseLevel);
        if (known == null) {
            known = link(baseLevel).path(baseLevel.depth());
            paths.put(baseLevel, known);
        }
        return known;
    }

    @Override
    public ForeignKey foreignKey(Level baseLevel) {
        return link(baseLevel).foreignKey(baseLevel.depth());
    }

    @Override
    public boolean reaches(Level baseLevel) {
        HierarchyLink link = link(baseLevel);
        return baseLevel.hierarchy().isMeasures() || (link != null && link.reaches(baseLevel.depth()));
    }

    @Override
    public boolean overlaps(Hierarchy baseHierarchy) {
        HierarchyLink link = links.get(baseHierarchy.ordinal());
        return link != null && link.isBridged();
    }

    /** How the facts refer to a hierarchy of the base cube; empty where its columns lie in the fact table. */
    Optional<Reference> reference(Hierarchy hierarchy) {
        HierarchyLink link = links.get(hierarchy.ordinal());
        return link == null ? Optional.empty() : link.reference();
    }

    private HierarchyLink link(Level baseLevel) {
        return links.get(baseLevel.hierarchy().ordinal());
    }

    @Override
    public Hierarchy timeHierarchy() {
        for (Dimension dimension : baseCube.dimensions()) {
            for (Hierarchy hierarchy : dimension.hierarchies()) {
                if (dimension.isTime() && links.get(hierarchy.ordinal()) != null) {
                    return hierarchy;
                }
            }
        }
        return null;
    }

    @Override
    public List<AggregateTable> aggregates() {
        return aggregates;
    }

    @Override
    public String toString() {
        return name();
    }
}
