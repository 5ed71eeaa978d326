package org.shapan.engine.olap4j;

import java.util.List;
import org.olap4j.mdx.IdentifierSegment;
import org.olap4j.mdx.KeySegment;
import org.shapan.engine.access.CubeAccess;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;

/** Finds a member by the parts of its name among those the role sees: dimension or hierarchy first, then down from the root. */
final class MemberLookup {
    private final Cube cube;
    private final CubeAccess access;

    MemberLookup(Cube cube, CubeAccess access) {
        this.cube = cube;
        this.access = access;
    }

    /** @return null when there is none that the role may see */
    Member find(List<IdentifierSegment> parts) {
        for (Hierarchy hierarchy : cube.hierarchies()) {
            if (access.canSee(hierarchy)) {
                for (int prefix = Math.min(2, parts.size() - 1); prefix >= 1; prefix--) {
                    if (names(hierarchy, parts.subList(0, prefix))) {
                        Member member = down(hierarchy, parts.subList(prefix, parts.size()));
                        if (member != null) {
                            return member;
                        }
                    }
                }
            }
        }
        return null;
    }

    private boolean names(Hierarchy hierarchy, List<IdentifierSegment> prefix) {
        String first = prefix.get(0).getName();
        String dimension = hierarchy.dimension().name();
        if (prefix.size() == 1) {
            return same(first, hierarchy.name())
                    || same(first, dimension + "." + hierarchy.name())
                    || (same(first, dimension)
                            && hierarchy.dimension().hierarchies().get(0) == hierarchy)
                    || same("[" + first + "]", hierarchy.uniqueName());
        }
        return same(first, dimension) && same(prefix.get(1).getName(), hierarchy.name());
    }

    /** A level may stand before the member, and must where a member has the level's name. */
    private Member down(Hierarchy hierarchy, List<IdentifierSegment> rest) {
        Member member = walk(hierarchy, rest);
        return member == null && rest.size() > 1 && isLevel(hierarchy, rest.get(0))
                ? walk(hierarchy, rest.subList(1, rest.size()))
                : member;
    }

    private Member walk(Hierarchy hierarchy, List<IdentifierSegment> segments) {
        Member member = null;
        for (IdentifierSegment segment : segments) {
            member = step(hierarchy, member, segment);
            if (member == null) {
                return null;
            }
        }
        return member;
    }

    private Member step(Hierarchy hierarchy, Member parent, IdentifierSegment segment) {
        if (segment instanceof KeySegment key) {
            return access.childByKey(hierarchy, parent, key.getKeyParts().get(0).getName());
        }
        Member stored = access.childByName(hierarchy, parent, segment.getName());
        if (stored == null && parent == null && hierarchy.hasAll()) {
            stored = access.childByName(hierarchy, hierarchy.allMember(), segment.getName());
        }
        if (stored != null) {
            return stored;
        }
        for (CalculatedMember calculated : cube.calculatedMembers()) {
            if (calculated.hierarchy() == hierarchy
                    && (calculated.parent() == parent || parent == null)
                    && same(calculated.name(), segment.getName())) {
                return access.canSee(calculated) ? calculated : null;
            }
        }
        return null;
    }

    private boolean isLevel(Hierarchy hierarchy, IdentifierSegment segment) {
        for (Level level : access.levels(hierarchy)) {
            if (same(level.name(), segment.getName())) {
                return true;
            }
        }
        return false;
    }

    private boolean same(String a, String b) {
        return cube.caseSensitive() ? a.equals(b) : a.equalsIgnoreCase(b);
    }
}
