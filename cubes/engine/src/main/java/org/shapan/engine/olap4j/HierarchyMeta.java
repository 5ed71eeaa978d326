package org.shapan.engine.olap4j;

import java.util.ArrayList;
import java.util.List;
import org.olap4j.metadata.Dimension;
import org.olap4j.metadata.Level;
import org.olap4j.metadata.Member;
import org.olap4j.metadata.NamedList;
import org.shapan.engine.star.Hierarchy;

/** A hierarchy with the levels between the role's top and bottom level. */
final class HierarchyMeta extends ElementMeta<Hierarchy> implements org.olap4j.metadata.Hierarchy {
    private final CubeMeta cube;
    private final DimensionMeta dimension;
    private final NamedList<Level> levels;

    HierarchyMeta(CubeMeta cube, DimensionMeta dimension, Hierarchy hierarchy) {
        super(hierarchy, cube.context);
        this.cube = cube;
        this.dimension = dimension;
        this.levels = new MetaList<>(cube.access().levels(hierarchy).stream()
                .map(level -> new LevelMeta(cube, this, level))
                .toList());
    }

    @Override
    public Dimension getDimension() {
        return dimension;
    }

    @Override
    public NamedList<Level> getLevels() {
        return levels;
    }

    @Override
    public boolean hasAll() {
        return element.hasAll();
    }

    /** Unique name of the all member, null where there is none that the role sees. */
    String allMemberName() {
        return element.hasAll() && cube.access().canSee(element.allMember())
                ? element.allMember().uniqueName()
                : null;
    }

    @Override
    public Member getDefaultMember() {
        return cube.metaOrNull(cube.access().defaultMember(element));
    }

    @Override
    public NamedList<Member> getRootMembers() {
        List<org.shapan.engine.star.Member> roots =
                new ArrayList<>(cube.access().roots(element));
        roots.addAll(cube.calculated(element, null));
        return cube.members(roots);
    }
}
