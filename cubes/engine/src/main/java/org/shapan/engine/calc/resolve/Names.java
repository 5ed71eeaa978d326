package org.shapan.engine.calc.resolve;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shapan.engine.mdx.KeySegment;
import org.shapan.engine.mdx.NameSegment;
import org.shapan.engine.mdx.Segment;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Dimension;
import org.shapan.engine.star.Element;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;

/**
 * Finds elements of a cube by the segments of a name, one segment at a time. A name may mean several things ({@code [Store Type]} is a
 * dimension, a hierarchy and a level); each step gives the candidates in order of preference and the caller tries them.
 */
final class Names {
    private final Cube cube;
    private final Visibility visibility;
    private final Scope scope;

    Names(Cube cube, Visibility visibility, Scope scope) {
        this.cube = requireNonNull(cube, "cube is null");
        this.visibility = requireNonNull(visibility, "visibility is null");
        this.scope = requireNonNull(scope, "scope is null");
    }

    /** What a name can begin with: a dimension, a hierarchy, a level, or a root member of any hierarchy. */
    List<Element> first(Segment segment) {
        Set<Element> found = new LinkedHashSet<>();
        if (segment instanceof NameSegment(String name, boolean _, var _)) {
            for (Dimension dimension : cube.dimensions()) {
                if (same(dimension.name(), name) && isVisible(dimension)) {
                    found.add(dimension);
                }
            }
            for (Hierarchy hierarchy : hierarchies()) {
                if (same(hierarchy.uniqueName(), "[" + name + "]") || same(dotted(hierarchy), name)) {
                    found.add(hierarchy);
                }
            }
            if (!found.isEmpty()) {
                return List.copyOf(found);
            }
            for (Hierarchy hierarchy : hierarchies()) {
                addLevel(hierarchy, name, found);
            }
            if (!found.isEmpty()) {
                return List.copyOf(found);
            }
        }
        for (Hierarchy hierarchy : hierarchies()) {
            addRoots(hierarchy, segment, found);
            if (!found.isEmpty()) {
                break;
            }
        }
        return List.copyOf(found);
    }

    /** What a segment can mean behind an element. */
    List<Element> next(Element parent, Segment segment) {
        Set<Element> found = new LinkedHashSet<>();
        switch (parent) {
            case Dimension dimension -> {
                inDimension(dimension, segment, found);
            }
            case Hierarchy hierarchy -> {
                if (segment instanceof NameSegment(String name, boolean _, var _)) {
                    addLevel(hierarchy, name, found);
                }
                addRoots(hierarchy, segment, found);
            }
            case Level level -> addMemberOf(level, segment, found);
            case Member member -> addChild(member, segment, found);
            default -> throw new IllegalArgumentException("not part of a name: " + parent);
        }
        return List.copyOf(found);
    }

    /** Reads the levels together that a name of several members walks down. */
    void readAhead(Element start, List<Segment> rest) {
        int names = 0;
        while (names < rest.size() && rest.get(names) instanceof NameSegment name && name.quoted()) {
            names++;
        }
        Hierarchy hierarchy =
                switch (start) {
                    case Dimension dimension -> dimension.hierarchies().getFirst();
                    case Hierarchy itself -> itself;
                    case Member member -> member.hierarchy();
                    default -> null;
                };
        if (names < 2 || hierarchy == null || hierarchy.isMeasures()) {
            return;
        }
        if (start instanceof Member member) {
            if (!member.isCalculated()) {
                hierarchy.readTo(member.level().depth() + names);
            }
        } else if (rest.getFirst() instanceof NameSegment first && !isPartOf(hierarchy, first.name())) {
            hierarchy.readTo(names - (hierarchy.hasAll() ? 0 : 1));
        }
    }

    /** Whether a name is the hierarchy's own, or that of a level or the all member, rather than of a member below. */
    private boolean isPartOf(Hierarchy hierarchy, String name) {
        return hierarchy.dimension().hierarchies().stream().anyMatch(h -> same(h.name(), name))
                || hierarchy.levels().stream().anyMatch(level -> same(level.name(), name))
                || hierarchy.hasAll() && same(hierarchy.allMember().name(), name);
    }

    /** Names that could have been meant behind an element, or at the start when it is null; for messages. */
    List<String> choices(Element parent) {
        List<String> names = new ArrayList<>();
        switch (parent) {
            case null -> {
                cube.dimensions().stream().filter(this::isVisible).forEach(d -> names.add(d.name()));
                names.addAll(scope.setNames());
            }
            case Dimension dimension ->
                dimension.hierarchies().stream().filter(visibility::canSee).forEach(h -> {
                    names.add(h.name());
                    names.addAll(choices(h));
                });
            case Hierarchy hierarchy -> {
                visibility.levels(hierarchy).forEach(l -> names.add(l.name()));
                visibility.roots(hierarchy).forEach(m -> names.add(m.name()));
                calculated(hierarchy, null).forEach(m -> names.add(m.name()));
            }
            case Level level -> visibility.members(level).stream().limit(10_000).forEach(m -> names.add(m.name()));
            case Member member ->
                names.addAll(member.hierarchy().children(member).stream()
                        .filter(visibility::canSee)
                        .map(Member::name)
                        .limit(10_000)
                        .collect(Collectors.toList()));
            default -> names.clear();
        }
        return names;
    }

    private void inDimension(Dimension dimension, Segment segment, Set<Element> found) {
        List<Hierarchy> hierarchies =
                dimension.hierarchies().stream().filter(visibility::canSee).toList();
        if (segment instanceof NameSegment(String name, boolean _, var _)) {
            for (Hierarchy hierarchy : hierarchies) {
                boolean named = same(hierarchy.name(), name) || same(dotted(hierarchy), dimension.name() + "." + name);
                if (named && isSpelledInTwoParts(hierarchy)) {
                    found.add(hierarchy);
                }
            }
            if (!hierarchies.isEmpty()) {
                addLevel(hierarchies.get(0), name, found);
            }
            for (Hierarchy hierarchy : hierarchies) {
                if (same(hierarchy.name(), name) || same(dotted(hierarchy), dimension.name() + "." + name)) {
                    found.add(hierarchy);
                }
            }
        }
        for (Hierarchy hierarchy : hierarchies) {
            addRoots(hierarchy, segment, found);
            if (!found.isEmpty()) {
                return;
            }
        }
        if (segment instanceof NameSegment(String name, boolean _, var _)) {
            hierarchies.forEach(hierarchy -> addLevel(hierarchy, name, found));
        }
    }

    /** Levels outside the range that a role sees are known, and without members. */
    private void addLevel(Hierarchy hierarchy, String name, Set<Element> found) {
        for (Level level : hierarchy.levels()) {
            if (same(level.name(), name)) {
                found.add(level);
            }
        }
    }

    /** Root members and those right below the all member, which names leave out. */
    private void addRoots(Hierarchy hierarchy, Segment segment, Set<Element> found) {
        addCalculated(hierarchy, null, segment, found);
        addStored(hierarchy, null, segment, found);
        if (found.isEmpty() && hierarchy.hasAll() && visibility.canSee(hierarchy.allMember())) {
            addChild(hierarchy.allMember(), segment, found);
        }
    }

    private void addChild(Member parent, Segment segment, Set<Element> found) {
        addStored(parent.hierarchy(), parent, segment, found);
        addCalculated(parent.hierarchy(), parent, segment, found);
    }

    private void addStored(Hierarchy hierarchy, Member parent, Segment segment, Set<Element> found) {
        if (parent != null && parent.isCalculated()) {
            return;
        }
        Member member =
                switch (segment) {
                    case NameSegment(String name, boolean _, var _) -> visibility.childByName(hierarchy, parent, name);
                    case KeySegment(List<NameSegment> keys, var _) ->
                        visibility.childByKey(
                                hierarchy,
                                parent,
                                keys.stream().map(NameSegment::name).collect(Collectors.joining("&")));
                };
        if (member != null) {
            found.add(member);
        }
    }

    private void addCalculated(Hierarchy hierarchy, Member parent, Segment segment, Set<Element> found) {
        if (segment instanceof NameSegment(String name, boolean _, var _)) {
            calculated(hierarchy, parent).stream()
                    .filter(member -> same(member.name(), name))
                    .findFirst()
                    .ifPresent(found::add);
        }
    }

    private List<CalculatedMember> calculated(Hierarchy hierarchy, Member parent) {
        return scope.innermostFirst().stream()
                .filter(member -> member.hierarchy() == hierarchy && member.parent() == parent)
                .filter(member -> !member.hierarchy().isMeasures() || member.inQuery() || visibility.canSee(member))
                .toList();
    }

    private void addMemberOf(Level level, Segment segment, Set<Element> found) {
        for (Member member : visibility.members(level)) {
            boolean meant =
                    switch (segment) {
                        case NameSegment(String name, boolean _, var _) -> same(member.name(), name);
                        case KeySegment(List<NameSegment> keys, var _) ->
                            member.key() != null
                                    && same(
                                            member.key().toString(),
                                            keys.getLast().name());
                    };
            if (meant) {
                found.add(member);
                return;
            }
        }
    }

    private List<Hierarchy> hierarchies() {
        return cube.hierarchies().stream().filter(visibility::canSee).toList();
    }

    private boolean isVisible(Dimension dimension) {
        return dimension.hierarchies().stream().anyMatch(visibility::canSee);
    }

    /** The hierarchy as {@code Time.Weekly}. */
    private static String dotted(Hierarchy hierarchy) {
        String name = hierarchy.name();
        String dimension = hierarchy.dimension().name();
        return name.startsWith(dimension + ".") ? name : dimension + "." + name;
    }

    /** Whether the naming mode writes {@code [Dimension].[Hierarchy]}: then a hierarchy comes before a level of its name. */
    private static boolean isSpelledInTwoParts(Hierarchy hierarchy) {
        return hierarchy.uniqueName().contains("].[");
    }

    private boolean same(String a, String b) {
        return cube.caseSensitive() ? a.equals(b) : a.equalsIgnoreCase(b);
    }
}
