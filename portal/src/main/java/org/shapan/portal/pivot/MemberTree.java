package org.shapan.portal.pivot;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.mdx.IdentifierNode;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Level;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.MemberSearch;

/** The members of a hierarchy, read a branch at a time, as far as the person may see them. */
public final class MemberTree {
    /**
     * A member to choose.
     *
     * @param path captions from the top to the member
     * @param level unique name of its level
     * @param parent unique name of the member above it; null at the top
     * @param children how many members stand below it that may be chosen; 0 for a leaf
     */
    public record Choice(
            String uniqueName, String caption, List<String> path, String level, String parent, int children) {
        public Choice {
            path = List.copyOf(path);
        }

        public boolean leaf() {
            return children == 0;
        }
    }

    /**
     * A part of a list.
     *
     * @param total length of the whole list
     */
    public record Page(List<Choice> choices, int total) {
        public Page {
            choices = List.copyOf(choices);
        }
    }

    private final Cube cube;
    private final Hierarchy hierarchy;
    private final MemberSearch search;
    private final int deepest;

    /** @param search what the person may find, over the same connection */
    public MemberTree(OlapConnection connection, MemberSearch search, String cubeName, String hierarchyName)
            throws SQLException {
        this.search = search;
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
    public Page top(int offset, int limit) throws OlapException {
        List<Member> roots = hierarchy.getRootMembers();
        if (roots.size() == 1 && roots.getFirst().isAll()) {
            return page(search.children(roots.getFirst(), offset, limit));
        }
        int from = Math.min(offset, roots.size());
        int to = Math.min(from + limit, roots.size());
        return page(new MemberSearch.Page(roots.subList(from, to), roots.size()));
    }

    public Page children(String uniqueName, int offset, int limit) throws OlapException {
        return page(search.children(find(uniqueName), offset, limit));
    }

    /** How many members a level has. */
    public int count(String levelName) throws OlapException {
        return level(levelName).getCardinality();
    }

    /** The member of a unique name, for the list of what is chosen; throws where it does not exist for the person. */
    public Choice choice(String uniqueName) throws OlapException {
        return choice(find(uniqueName));
    }

    /**
     * Members by name, caption or pinyin, the best first; see {@link MemberSearch}.
     *
     * @param levelName unique name of the level to search; null for all
     */
    public Page search(String text, String levelName, int offset, int limit) throws OlapException {
        return page(search.search(levelName == null ? hierarchy : level(levelName), text, offset, limit));
    }

    /** The members that lines of a list name, see {@link MemberSearch#named}; an empty list for who is not there. */
    public Map<String, List<Choice>> named(Collection<String> texts) throws OlapException {
        Map<String, List<Choice>> found = new LinkedHashMap<>();
        for (Map.Entry<String, List<Member>> named :
                search.named(hierarchy, texts).entrySet()) {
            found.put(named.getKey(), choices(named.getValue()));
        }
        return found;
    }

    private List<Choice> choices(List<Member> members) throws OlapException {
        List<Choice> choices = new ArrayList<>();
        for (Member member : members) {
            choices.add(choice(member));
        }
        return choices;
    }

    private Page page(MemberSearch.Page members) throws OlapException {
        return new Page(choices(members.members()), members.total());
    }

    private Level level(String uniqueName) {
        return hierarchy.getLevels().stream()
                .filter(level -> level.getUniqueName().equals(uniqueName))
                .findFirst()
                .orElseThrow(() -> new UnknownNameException("level", uniqueName));
    }

    private Member find(String uniqueName) throws OlapException {
        Member member =
                cube.lookupMember(IdentifierNode.parseIdentifier(uniqueName).getSegmentList());
        if (member == null) {
            throw new UnknownNameException("member", uniqueName);
        }
        return member;
    }

    private Choice choice(Member member) throws OlapException {
        List<String> path = new ArrayList<>();
        for (Member step = member; step != null && !step.isAll(); step = step.getParentMember()) {
            path.addFirst(step.getCaption());
        }
        Member parent = member.getParentMember();
        return new Choice(
                member.getUniqueName(),
                member.getCaption(),
                path,
                member.getLevel().getUniqueName(),
                parent == null || parent.isAll() ? null : parent.getUniqueName(),
                member.getLevel().getDepth() >= deepest
                        ? 0
                        : search.children(member, 0, 1).total());
    }
}
