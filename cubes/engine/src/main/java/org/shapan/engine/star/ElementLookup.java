package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.List;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.Region;
import org.shapan.engine.mdx.Identifier;
import org.shapan.engine.mdx.KeySegment;
import org.shapan.engine.mdx.MdxParser;
import org.shapan.engine.mdx.NameSegment;
import org.shapan.engine.mdx.Segment;

/**
 * Finds hierarchies, levels and stored members by the names that catalogs and roles write, such as {@code [Store].[USA].[CA]}. Both
 * naming modes are understood; roles are not considered.
 */
public final class ElementLookup {
    private ElementLookup() {}

    /** Null when the cube has no such hierarchy. A dimension's name stands for its first hierarchy. */
    public static Hierarchy hierarchy(Cube cube, String text) {
        List<Segment> segments = segments(text);
        for (Hierarchy hierarchy : cube.hierarchies()) {
            if (prefixes(hierarchy, segments).contains(segments.size())) {
                return hierarchy;
            }
        }
        return null;
    }

    /** Null when there is none. */
    public static Dimension dimension(Cube cube, String text) {
        List<Segment> segments = segments(text);
        for (Dimension dimension : cube.dimensions()) {
            if (segments.size() == 1 && named(segments.get(0), dimension.name())) {
                return dimension;
            }
        }
        return null;
    }

    /** A level by name, with or without its hierarchy; null when there is none. */
    public static Level level(Hierarchy hierarchy, String text) {
        List<Segment> segments = segments(text);
        for (int prefix : prefixes(hierarchy, segments)) {
            if (prefix == segments.size() - 1) {
                for (Level level : hierarchy.levels()) {
                    if (named(segments.get(prefix), level.name())) {
                        return level;
                    }
                }
            }
        }
        return null;
    }

    /** A stored member by name or key, with or without its hierarchy, the all member or its level; null when there is none. */
    public static Member member(Hierarchy hierarchy, String text) {
        List<Segment> segments = segments(text);
        for (int prefix : prefixes(hierarchy, segments)) {
            if (prefix < segments.size()) {
                Member member = walk(hierarchy, segments.subList(prefix, segments.size()));
                if (member != null) {
                    return member;
                }
            }
        }
        return null;
    }

    /** Names that the last part of a member's name could be: those of the members below the part before it; for suggestions. */
    public static List<String> siblings(Hierarchy hierarchy, String text) {
        List<Segment> segments = segments(text);
        for (int prefix : prefixes(hierarchy, segments)) {
            if (prefix < segments.size()) {
                List<Segment> above = segments.subList(prefix, segments.size() - 1);
                Member parent = above.isEmpty() ? hierarchy.allMember() : walk(hierarchy, above);
                if (parent != null || above.isEmpty()) {
                    List<Member> below = parent == null ? hierarchy.roots() : hierarchy.children(parent);
                    return below.stream().map(Member::name).toList();
                }
            }
        }
        return List.of();
    }

    private static Member walk(Hierarchy hierarchy, List<Segment> segments) {
        Member member = descend(hierarchy, first(hierarchy, segments.get(0)), segments.subList(1, segments.size()));
        return member == null && segments.size() > 1
                ? descend(
                        hierarchy,
                        inLevel(hierarchy, segments.get(0), segments.get(1)),
                        segments.subList(2, segments.size()))
                : member;
    }

    private static Member descend(Hierarchy hierarchy, Member from, List<Segment> segments) {
        Member member = from;
        for (int i = 0; i < segments.size() && member != null; i++) {
            member = child(hierarchy, member, segments.get(i));
        }
        return member;
    }

    private static Member first(Hierarchy hierarchy, Segment segment) {
        Member root = child(hierarchy, null, segment);
        return root == null && hierarchy.hasAll() ? child(hierarchy, hierarchy.allMember(), segment) : root;
    }

    private static Member inLevel(Hierarchy hierarchy, Segment levelName, Segment member) {
        for (Level level : hierarchy.levels()) {
            if (named(levelName, level.name()) && member instanceof NameSegment name) {
                for (Member candidate : hierarchy.members(level)) {
                    if (candidate.name().equalsIgnoreCase(name.name())) {
                        return candidate;
                    }
                }
            }
        }
        return null;
    }

    private static Member child(Hierarchy hierarchy, Member parent, Segment segment) {
        return switch (segment) {
            case NameSegment name -> hierarchy.childByName(parent, name.name());
            case KeySegment key ->
                hierarchy.childByKey(
                        parent, key.keys().get(key.keys().size() - 1).name());
        };
    }

    /** How many segments name the hierarchy, the longest first; 0 is always among them. */
    private static List<Integer> prefixes(Hierarchy hierarchy, List<Segment> segments) {
        List<Integer> lengths = new ArrayList<>();
        Dimension dimension = hierarchy.dimension();
        boolean first = dimension.hierarchies().get(0) == hierarchy;
        String shortName = shortName(hierarchy);
        if (segments.size() >= 2
                && named(segments.get(0), dimension.name())
                && (named(segments.get(1), hierarchy.name()) || named(segments.get(1), shortName))) {
            lengths.add(2);
        }
        if (named(segments.get(0), hierarchy.name())
                || named(segments.get(0), dimension.name() + "." + shortName)
                || (first && named(segments.get(0), dimension.name()))) {
            lengths.add(1);
        }
        lengths.add(0);
        return lengths;
    }

    private static String shortName(Hierarchy hierarchy) {
        String prefix = hierarchy.dimension().name() + ".";
        String name = hierarchy.name();
        return name.length() > prefix.length() && name.regionMatches(true, 0, prefix, 0, prefix.length())
                ? name.substring(prefix.length())
                : name;
    }

    private static boolean named(Segment segment, String name) {
        return segment instanceof NameSegment n && n.name().equalsIgnoreCase(name);
    }

    /** Last name of a dotted name: {@code Amount} of {@code [Measures].[Amount]}. */
    public static String lastName(String text) {
        List<Segment> segments = segments(text);
        return segments.get(segments.size() - 1) instanceof NameSegment name ? name.name() : text;
    }

    /** Segments of a dotted name; a text that is none, such as {@code All Media}, is one name as it stands. */
    static List<Segment> segments(String text) {
        List<Segment> whole =
                List.of(new NameSegment(text.strip(), true, new Region(1, 1, 1, Math.max(1, text.length()))));
        try {
            return MdxParser.parseExpression(text) instanceof Identifier identifier ? identifier.segments() : whole;
        } catch (EngineException e) {
            return whole;
        }
    }
}
