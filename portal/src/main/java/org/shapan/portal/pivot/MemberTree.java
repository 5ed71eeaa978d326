package org.shapan.portal.pivot;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.mdx.IdentifierNode;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Level;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.CubeConnection;
import org.shapan.engine.api.MemberSearch;

/** The members of a hierarchy, read a branch at a time, as far as the person may see them. */
public final class MemberTree {
    /**
     * A member to choose.
     *
     * @param path captions from the top to the member
     */
    public record Choice(String uniqueName, String caption, List<String> path, boolean leaf) {
        public Choice {
            path = List.copyOf(path);
        }
    }

    private final Cube cube;
    private final Hierarchy hierarchy;
    private final MemberSearch search;
    private final int deepest;

    public MemberTree(OlapConnection connection, String cubeName, String hierarchyName) throws SQLException {
        this.search = connection.unwrap(CubeConnection.class).members();
        this.cube = connection.getOlapSchema().getCubes().get(cubeName);
        if (cube == null) {
            throw new UnknownNameException("cube", cubeName);
        }
        this.hierarchy = cube.getHierarchies().stream()
                .filter(h -> h.getUniqueName().equals(hierarchyName))
                .findFirst()
                .orElseThrow(() -> new UnknownNameException("hierarchy", hierarchyName));
        this.deepest = hierarchy.getLevels().stream()
                .filter(Level::isVisible)
                .mapToInt(Level::getDepth)
                .max()
                .orElse(0);
    }

    /** The topmost members: below All where there is one. */
    public List<Choice> top() throws OlapException {
        List<Choice> top = new ArrayList<>();
        for (Member root : hierarchy.getRootMembers()) {
            if (root.isAll()) {
                root.getChildMembers().forEach(child -> top.add(choice(child)));
            } else {
                top.add(choice(root));
            }
        }
        return top;
    }

    public List<Choice> children(String uniqueName) throws OlapException {
        Member member = find(uniqueName);
        return member.getChildMembers().stream().map(this::choice).toList();
    }

    /** The member of a unique name, for the list of what is chosen; throws where it does not exist for the person. */
    public Choice choice(String uniqueName) throws OlapException {
        return choice(find(uniqueName));
    }

    /** Members by name, caption or pinyin, the best first; see {@link MemberSearch}. */
    public List<Choice> search(String text, int limit) throws OlapException {
        return search.search(hierarchy, text, 0, limit).members().stream()
                .map(this::choice)
                .toList();
    }

    private Member find(String uniqueName) throws OlapException {
        Member member =
                cube.lookupMember(IdentifierNode.parseIdentifier(uniqueName).getSegmentList());
        if (member == null) {
            throw new UnknownNameException("member", uniqueName);
        }
        return member;
    }

    private Choice choice(Member member) {
        List<String> path = new ArrayList<>();
        for (Member step = member; step != null && !step.isAll(); step = step.getParentMember()) {
            path.addFirst(step.getCaption());
        }
        return new Choice(
                member.getUniqueName(),
                member.getCaption(),
                path,
                member.getLevel().getDepth() >= deepest);
    }
}
