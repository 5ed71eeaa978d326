package org.shapan.engine.olap4j;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.olap4j.OlapException;
import org.olap4j.metadata.Member;
import org.olap4j.metadata.NamedList;

/** The members that olap4j's tree operations name around a member, in hierarchical order and without duplicates. */
final class TreeOperations {
    private TreeOperations() {}

    static List<Member> apply(MemberMeta member, Set<Member.TreeOp> operations) throws OlapException {
        Set<Member> found = new LinkedHashSet<>();
        if (operations.contains(Member.TreeOp.ANCESTORS)) {
            found.addAll(member.getAncestorMembers());
        } else if (operations.contains(Member.TreeOp.PARENT) && member.getParentMember() != null) {
            found.add(member.getParentMember());
        }
        if (operations.contains(Member.TreeOp.SIBLINGS)) {
            for (Member sibling : siblings(member)) {
                if (!sibling.equals(member) || operations.contains(Member.TreeOp.SELF)) {
                    found.add(sibling);
                }
            }
        } else if (operations.contains(Member.TreeOp.SELF)) {
            found.add(member);
        }
        if (operations.contains(Member.TreeOp.DESCENDANTS)) {
            addDescendants(member, found);
        } else if (operations.contains(Member.TreeOp.CHILDREN)) {
            found.addAll(member.getChildMembers());
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Member::getOrdinal))
                .toList();
    }

    private static NamedList<? extends Member> siblings(MemberMeta member) throws OlapException {
        Member parent = member.getParentMember();
        return parent == null ? member.getHierarchy().getRootMembers() : parent.getChildMembers();
    }

    private static void addDescendants(Member member, Set<Member> found) throws OlapException {
        for (Member child : member.getChildMembers()) {
            found.add(child);
            addDescendants(child, found);
        }
    }
}
