package org.shapan.insight.cube;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.olap4j.OlapException;
import org.olap4j.mdx.IdentifierNode;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Level;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.MemberName;

/** Finds members of a cube as the connection sees it. */
public final class Members {
    private Members() {}

    /**
     * The member of a unique name that came from outside, such as a URL.
     *
     * @param hierarchy unique name of the hierarchy to which it must belong
     * @return empty where the name is malformed, unknown, or not for this connection: the three look alike
     */
    public static Optional<Member> find(Cube cube, String hierarchy, String uniqueName) throws OlapException {
        if (uniqueName == null || !MemberName.isMemberName(uniqueName)) {
            return Optional.empty();
        }
        Member member =
                cube.lookupMember(IdentifierNode.parseIdentifier(uniqueName).getSegmentList());
        return Optional.ofNullable(member)
                .filter(found -> found.getHierarchy().getUniqueName().equals(hierarchy));
    }

    /** Unique name of the member on which a hierarchy stands; null where the cube does not have the hierarchy. */
    public static String defaultName(Cube cube, String hierarchy) throws OlapException {
        Hierarchy found = hierarchy(cube, hierarchy);
        return found == null ? null : found.getDefaultMember().getUniqueName();
    }

    /** Members of the first level below "all"; empty where the cube does not have the hierarchy. */
    public static List<Member> level(Cube cube, String hierarchy) throws OlapException {
        Hierarchy found = hierarchy(cube, hierarchy);
        if (found == null) {
            return List.of();
        }
        Level level = found.getLevels().get(found.hasAll() ? 1 : 0);
        return level.getMembers();
    }

    /** Names that may stand in a query; the list can grow. */
    public static List<MemberName> names(List<Member> members) {
        List<MemberName> names = new ArrayList<>();
        members.forEach(member -> names.add(new MemberName(member.getUniqueName())));
        return names;
    }

    /** Parameters of a query and one more. */
    public static Map<String, List<MemberName>> with(
            Map<String, List<MemberName>> parameters, String name, List<MemberName> members) {
        Map<String, List<MemberName>> more = new HashMap<>(parameters);
        more.put(name, members);
        return more;
    }

    private static Hierarchy hierarchy(Cube cube, String uniqueName) {
        for (Hierarchy hierarchy : cube.getHierarchies()) {
            if (hierarchy.getUniqueName().equals(uniqueName)) {
                return hierarchy;
            }
        }
        return null;
    }
}
