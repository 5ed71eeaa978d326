package org.shapan.engine.olap4j;

import java.util.ArrayList;
import java.util.List;
import org.olap4j.metadata.Dimension;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Member;
import org.olap4j.metadata.NamedList;
import org.olap4j.metadata.Property;
import org.shapan.engine.star.Level;

/** A level and its members, calculated members of the catalog included. */
final class LevelMeta extends ElementMeta<Level> implements org.olap4j.metadata.Level {
    private static final List<Property> STANDARD = List.of(Property.StandardMemberProperty.values());

    private final CubeMeta cube;
    private final HierarchyMeta hierarchy;
    private NamedList<Property> properties;

    LevelMeta(CubeMeta cube, HierarchyMeta hierarchy, Level level) {
        super(level, cube.context);
        this.cube = cube;
        this.hierarchy = hierarchy;
    }

    @Override
    public int getDepth() {
        return element.depth();
    }

    @Override
    public Hierarchy getHierarchy() {
        return hierarchy;
    }

    @Override
    public Dimension getDimension() {
        return hierarchy.getDimension();
    }

    @Override
    public Type getLevelType() {
        if (element.isAll()) {
            return Type.ALL;
        }
        return switch (element.type()) {
            case REGULAR -> Type.REGULAR;
            case YEARS -> Type.TIME_YEARS;
            case HALF_YEARS -> Type.TIME_HALF_YEAR;
            case QUARTERS -> Type.TIME_QUARTERS;
            case MONTHS -> Type.TIME_MONTHS;
            case WEEKS -> Type.TIME_WEEKS;
            case DAYS -> Type.TIME_DAYS;
            case HOURS -> Type.TIME_HOURS;
            case MINUTES -> Type.TIME_MINUTES;
            case SECONDS -> Type.TIME_SECONDS;
            case UNDEFINED_TIME -> Type.TIME_UNDEFINED;
        };
    }

    @Override
    public boolean isCalculated() {
        return false;
    }

    @Override
    public synchronized NamedList<Property> getProperties() {
        if (properties == null) {
            List<Property> all = new ArrayList<>(STANDARD);
            element.properties().forEach(property -> all.add(new MemberPropertyMeta(property, cube.context)));
            properties = new MetaList<>(all);
        }
        return properties;
    }

    @Override
    public List<Member> getMembers() {
        List<org.shapan.engine.star.Member> members =
                new ArrayList<>(cube.access().members(element));
        cube.element.calculatedMembers().stream()
                .filter(m -> m.level() == element && cube.access().canSee(m))
                .forEach(members::add);
        return cube.members(members);
    }

    @Override
    public int getCardinality() {
        return cube.access().memberCount(element)
                + (int) cube.element.calculatedMembers().stream()
                        .filter(m -> m.level() == element && cube.access().canSee(m))
                        .count();
    }
}
