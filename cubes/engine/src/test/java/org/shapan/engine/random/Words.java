package org.shapan.engine.random;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Dimension;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Level;
import org.olap4j.metadata.Measure;
import org.olap4j.metadata.Member;

/**
 * What a cube lets a query name, as one connection sees it.
 *
 * @param cube name in brackets
 * @param measures unique names, those of the catalog's calculated measures included
 */
record Words(String cube, List<String> measures, List<Tree> trees) {
    /** Members kept of a level. */
    private static final int SAMPLE = 40;

    /** Levels with more members are not asked for their parents. */
    private static final int COUNTED = 3_000;

    /** A hierarchy other than the measures. */
    record Tree(String name, boolean isTime, List<Floor> floors) {
        int size() {
            return floors.stream().mapToInt(Floor::size).sum();
        }

        /** A level, the upper ones more often: rows are many there. */
        Floor floor(Choice choice) {
            return floors.get(Math.min(choice.below(floors.size()), choice.below(floors.size())));
        }
    }

    /**
     * A level.
     *
     * @param size number of members
     * @param most children that a member of the level above has at most
     * @param sample some members' unique names, in order
     */
    record Floor(String name, int size, int most, List<String> sample) {}

    static Words of(Cube cube) throws OlapException {
        List<String> measures = new ArrayList<>();
        for (Measure measure : cube.getMeasures()) {
            measures.add(measure.getUniqueName());
        }
        List<Tree> trees = new ArrayList<>();
        for (Hierarchy hierarchy : cube.getHierarchies()) {
            Dimension.Type type = hierarchy.getDimension().getDimensionType();
            if (type != Dimension.Type.MEASURE) {
                trees.add(tree(hierarchy, type == Dimension.Type.TIME));
            }
        }
        return new Words("[" + cube.getName().replace("]", "]]") + "]", measures, trees);
    }

    private static Tree tree(Hierarchy hierarchy, boolean isTime) throws OlapException {
        List<Floor> floors = new ArrayList<>();
        for (Level level : hierarchy.getLevels()) {
            List<Member> members = level.getMembers();
            List<String> sample = new ArrayList<>();
            int step = Math.max(1, members.size() / SAMPLE);
            for (int i = 0; i < members.size(); i += step) {
                sample.add(members.get(i).getUniqueName());
            }
            if (!sample.isEmpty()) {
                floors.add(new Floor(level.getUniqueName(), members.size(), mostChildren(members), sample));
            }
        }
        return new Tree(hierarchy.getUniqueName(), isTime, floors);
    }

    private static int mostChildren(List<Member> members) {
        if (members.size() > COUNTED) {
            return members.size();
        }
        Map<String, Integer> children = new HashMap<>();
        for (Member member : members) {
            Member parent = member.getParentMember();
            children.merge(parent == null ? "" : parent.getUniqueName(), 1, Integer::sum);
        }
        return children.values().stream().mapToInt(n -> n).max().orElse(0);
    }
}
