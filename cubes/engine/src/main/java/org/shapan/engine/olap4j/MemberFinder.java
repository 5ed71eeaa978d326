package org.shapan.engine.olap4j;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Dimension;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Level;
import org.olap4j.metadata.MetadataElement;
import org.shapan.engine.api.MemberSearch;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.search.SoughtText;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.MemberProperty;

/** Search and pages over what a connection's roles see. Elements of other connections are looked up by their names in this one. */
final class MemberFinder implements MemberSearch {
    private final ConnectionTarget connection;

    MemberFinder(ConnectionTarget connection) {
        this.connection = connection;
    }

    private record Hit(Member member, int rank) {}

    @Override
    public Page search(MetadataElement where, String text, int offset, int limit) throws OlapException {
        CubeMeta cube = cube(where);
        SoughtText sought = new SoughtText(text);
        Set<Locale> locales = locales();
        List<Hit> hits = new ArrayList<>();
        for (LevelMeta level : levels(cube, where)) {
            for (Member member : members(cube, level)) {
                int rank = sought.rank(member.name());
                for (Locale locale : locales) {
                    rank = Math.min(rank, sought.rank(member.caption(locale)));
                }
                if (rank != SoughtText.NONE) {
                    hits.add(new Hit(member, rank));
                }
            }
        }
        hits.sort(Comparator.comparingInt(Hit::rank));
        return page(cube, hits.stream().map(Hit::member).toList(), offset, limit);
    }

    @Override
    public Map<String, List<org.olap4j.metadata.Member>> named(MetadataElement where, Collection<String> texts)
            throws OlapException {
        CubeMeta cube = cube(where);
        NamedMembers found = new NamedMembers(texts, locales());
        for (LevelMeta level : levels(cube, where)) {
            List<String> properties = level.element.properties().stream()
                    .map(MemberProperty::name)
                    .toList();
            members(cube, level).forEach(member -> found.look(member, properties));
        }
        Map<String, List<org.olap4j.metadata.Member>> named = new LinkedHashMap<>();
        found.members().forEach((text, members) -> named.put(text, List.copyOf(cube.members(members))));
        return named;
    }

    /** Languages that people write names in. */
    private Set<Locale> locales() throws OlapException {
        return new LinkedHashSet<>(List.of(connection.getLocale(), Locale.CHINESE, Locale.ENGLISH));
    }

    @Override
    public Page children(org.olap4j.metadata.Member parent, int offset, int limit) throws OlapException {
        CubeMeta cube = cube(parent);
        MemberMeta seen = cube.lookupMember(parent);
        if (seen == null) {
            throw unknown(parent);
        }
        Member own = seen.element;
        List<Member> children = new ArrayList<>(
                own instanceof CalculatedMember ? List.of() : cube.access().children(own));
        children.addAll(cube.calculated(own.hierarchy(), own));
        return page(cube, children, offset, limit);
    }

    @Override
    public Page members(Level level, int offset, int limit) throws OlapException {
        CubeMeta cube = cube(level);
        return page(cube, members(cube, levels(cube, level).get(0)), offset, limit);
    }

    private static List<Member> members(CubeMeta cube, LevelMeta level) {
        List<Member> members = new ArrayList<>(cube.access().members(level.element));
        cube.element.calculatedMembers().stream()
                .filter(m -> m.level() == level.element && cube.access().canSee(m))
                .forEach(members::add);
        members.removeIf(member -> !member.visible());
        return members;
    }

    private static Page page(CubeMeta cube, List<Member> all, int offset, int limit) throws OlapException {
        if (limit > LARGEST_PAGE) {
            throw OlapErrors.of(
                    OlapErrorCode.BUDGET_EXCEEDED,
                    "A page of " + limit + " members is beyond LARGEST_PAGE = " + LARGEST_PAGE + "; ask for several");
        }
        if (offset < 0 || limit < 1) {
            throw OlapErrors.of(
                    OlapErrorCode.MDX_TYPE,
                    "A page has an offset of 0 or more and a limit of 1 or more: " + offset + ", " + limit);
        }
        int from = Math.min(offset, all.size());
        int to = (int) Math.min((long) from + limit, all.size());
        List<org.olap4j.metadata.Member> shown = new ArrayList<>(to - from);
        all.subList(from, to).forEach(member -> shown.add(cube.meta(member)));
        return new Page(shown, all.size());
    }

    /** The cube of an element as this connection sees it. */
    private CubeMeta cube(MetadataElement where) throws OlapException {
        String name =
                switch (where) {
                    case Cube cube -> cube.getName();
                    case DimensionMeta dimension -> dimension.element.cube().name();
                    case HierarchyMeta hierarchy -> hierarchy.element.cube().name();
                    case LevelMeta level -> level.element.hierarchy().cube().name();
                    case MemberMeta member -> member.element.hierarchy().cube().name();
                    default -> throw unknown(where);
                };
        Cube cube = connection.schemaMeta().getCubes().get(name);
        if (cube == null) {
            throw unknown(where);
        }
        return (CubeMeta) cube;
    }

    /** Visible levels of the element, the all level left out. */
    private static List<LevelMeta> levels(CubeMeta cube, MetadataElement where) throws OlapException {
        List<LevelMeta> found = new ArrayList<>();
        boolean known = where instanceof Cube;
        for (Hierarchy hierarchy : cube.getHierarchies()) {
            for (Level level : hierarchy.getLevels()) {
                boolean within =
                        switch (where) {
                            case Cube any -> true;
                            case Dimension dimension ->
                                hierarchy.getDimension().getUniqueName().equals(dimension.getUniqueName());
                            case Hierarchy one -> hierarchy.getUniqueName().equals(one.getUniqueName());
                            case Level one -> level.getUniqueName().equals(one.getUniqueName());
                            default -> false;
                        };
                known |= within;
                boolean searched = where instanceof Level
                        || (hierarchy.isVisible() && level.isVisible() && level.getLevelType() != Level.Type.ALL);
                if (within && searched) {
                    found.add((LevelMeta) level);
                }
            }
        }
        if (!known) {
            throw unknown(where);
        }
        return found;
    }

    private static OlapException unknown(MetadataElement where) {
        return OlapErrors.of(
                OlapErrorCode.MDX_UNKNOWN_NAME,
                "There is no " + where.getUniqueName()
                        + " in this connection; it must be a cube, dimension, hierarchy, level or member of it");
    }
}
