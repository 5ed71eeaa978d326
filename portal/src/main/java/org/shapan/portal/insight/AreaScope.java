package org.shapan.portal.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Member;
import org.shapan.insight.cube.AreaUnit;
import org.shapan.insight.cube.Members;
import org.shapan.portal.account.PortalUser;

/**
 * The part of the managed area that a person works in.
 *
 * @param top the whole company, or the one area that the person is confined to; with several areas their common total
 */
public record AreaScope(Cube cube, Member top) {
    /** Empty where the cube is absent or the person sees no area of it. */
    public static Optional<AreaScope> of(Cube cube, PortalUser user) throws OlapException {
        if (cube == null) {
            return Optional.empty();
        }
        String name =
                user.areas().size() == 1 ? user.areas().getFirst() : Members.defaultName(cube, AreaUnit.HIERARCHY);
        return Members.find(cube, AreaUnit.HIERARCHY, name).map(top -> new AreaScope(cube, top));
    }

    /**
     * From the top down to an area.
     *
     * @param area unique name, which may come from a URL; null for the top
     * @return empty where the area is malformed, unknown, not for this connection, or not below the top
     */
    public List<Member> path(String area) throws OlapException {
        Optional<Member> found = area == null ? Optional.of(top) : Members.find(cube, AreaUnit.HIERARCHY, area);
        List<Member> path = new ArrayList<>();
        for (Member step = found.orElse(null); step != null; step = step.getParentMember()) {
            path.addFirst(step);
            if (step.getUniqueName().equals(top.getUniqueName())) {
                return path;
            }
        }
        return List.of();
    }

    /** Areas to choose from at the end of a path: the way up, the areas beside it, and those below it; owners are no areas. */
    public static List<Member> around(List<Member> path) throws OlapException {
        List<Member> areas = new ArrayList<>(path.subList(0, path.size() - 1));
        if (path.size() > 1) {
            areas.addAll(path.get(path.size() - 2).getChildMembers());
        } else {
            areas.add(path.getFirst());
        }
        for (Member part : path.getLast().getChildMembers()) {
            if (!AreaUnit.level(part).isOwner()) {
                areas.add(part);
            }
        }
        return areas;
    }
}
