package org.shapan.portal.cubes;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.OlapStatement;
import org.olap4j.Position;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Level;
import org.olap4j.metadata.Measure;
import org.olap4j.metadata.Member;
import org.olap4j.metadata.MetadataElement;
import org.shapan.engine.api.CubeConnection;
import org.shapan.engine.api.MemberName;
import org.shapan.engine.api.MemberSearch;
import org.shapan.insight.cube.MdxTemplate;
import org.shapan.portal.account.PortalUser;

/**
 * Members as somebody confined to areas may find them. Channels and groups lie in areas, though their hierarchies do not say so: the role hides
 * their figures elsewhere, but not their names. Which of them lie in the areas follows from a cube whose facts stand where they lie, asked
 * under the role, once for each object of this class.
 */
public final class LocatedSearch implements MemberSearch {
    /** Most hits that are looked through for those that lie in the areas. */
    private static final int LOOKED_THROUGH = 50_000;

    private static final MdxTemplate LOCATED = MdxTemplate.of(LocatedSearch.class, "located.mdx");

    /** What lies somewhere: a level by its name, the cube whose facts stand there, measures one of which all that lies there has had some time. */
    private enum Evidence {
        CHANNEL("Channel", "Channel Activity", Set.of("Transactions", "Open outlets")),
        GROUP("Group", "Groups", Set.of("Groups"));

        private final String level;
        private final String cube;
        private final Set<String> measures;

        Evidence(String level, String cube, Set<String> measures) {
            this.level = level;
            this.cube = cube;
            this.measures = measures;
        }

        static Optional<Evidence> of(Level level) {
            return List.of(values()).stream()
                    .filter(evidence -> evidence.level.equals(level.getName()))
                    .findFirst();
        }
    }

    private final OlapConnection connection;
    private final MemberSearch all;
    private final Map<Evidence, Set<String>> located = new HashMap<>();

    private LocatedSearch(OlapConnection connection, MemberSearch all) {
        this.connection = connection;
        this.all = all;
    }

    /** The members that a person may find over the own connection: all for somebody of the whole company. */
    public static MemberSearch of(OlapConnection connection, PortalUser user) throws SQLException {
        MemberSearch all = connection.unwrap(CubeConnection.class).members();
        return user.wholeCompany() ? all : new LocatedSearch(connection, all);
    }

    @Override
    public Page search(MetadataElement where, String text, int offset, int limit) throws OlapException {
        return page((from, most) -> all.search(where, text, from, most), offset, limit);
    }

    @Override
    public Map<String, List<Member>> named(MetadataElement where, Collection<String> texts) throws OlapException {
        Map<String, List<Member>> found = new LinkedHashMap<>();
        for (Map.Entry<String, List<Member>> each : all.named(where, texts).entrySet()) {
            found.put(each.getKey(), located(each.getValue()));
        }
        return found;
    }

    @Override
    public Page children(Member parent, int offset, int limit) throws OlapException {
        return lies(parent.getHierarchy())
                ? page((from, most) -> all.children(parent, from, most), offset, limit)
                : all.children(parent, offset, limit);
    }

    @Override
    public Page members(Level level, int offset, int limit) throws OlapException {
        return Evidence.of(level).isPresent()
                ? page((from, most) -> all.members(level, from, most), offset, limit)
                : all.members(level, offset, limit);
    }

    private static boolean lies(Hierarchy hierarchy) {
        return hierarchy.getLevels().stream()
                .anyMatch(level -> Evidence.of(level).isPresent());
    }

    private interface Pages {
        Page of(int offset, int limit) throws OlapException;
    }

    private Page page(Pages pages, int offset, int limit) throws OlapException {
        List<Member> there = new ArrayList<>();
        int from = 0;
        Page read;
        do {
            read = pages.of(from, LARGEST_PAGE);
            there.addAll(located(read.members()));
            from += LARGEST_PAGE;
        } while (from < Math.min(read.total(), LOOKED_THROUGH));
        int first = Math.min(offset, there.size());
        return new Page(there.subList(first, Math.min(there.size(), first + limit)), there.size());
    }

    private List<Member> located(List<Member> members) throws OlapException {
        List<Member> there = new ArrayList<>(members.size());
        for (Member member : members) {
            Optional<Evidence> evidence = member instanceof Measure ? Optional.empty() : Evidence.of(member.getLevel());
            if (evidence.isEmpty() || names(evidence.get()).contains(member.getName())) {
                there.add(member);
            }
        }
        return there;
    }

    private Set<String> names(Evidence evidence) throws OlapException {
        Set<String> names = located.get(evidence);
        if (names == null) {
            names = ask(evidence);
            located.put(evidence, names);
        }
        return names;
    }

    /** Where the role does not show the cube, nothing of the kind is there. */
    private Set<String> ask(Evidence evidence) throws OlapException {
        Cube cube = connection.getOlapSchema().getCubes().get(evidence.cube);
        Optional<Level> level = cube == null
                ? Optional.empty()
                : cube.getHierarchies().stream()
                        .flatMap(hierarchy -> hierarchy.getLevels().stream())
                        .filter(each -> each.getName().equals(evidence.level))
                        .findFirst();
        if (level.isEmpty()) {
            return Set.of();
        }
        List<MemberName> measures = cube.getMeasures().stream()
                .filter(measure -> evidence.measures.contains(measure.getName()))
                .map(measure -> new MemberName(measure.getUniqueName()))
                .toList();
        if (measures.isEmpty()) {
            return Set.of();
        }
        String mdx = LOCATED.with(Map.of(
                "level", List.of(new MemberName(level.get().getUniqueName())),
                "measures", measures,
                "cube", List.of(new MemberName("[" + cube.getName() + "]"))));
        Set<String> names = new HashSet<>();
        try (OlapStatement statement = connection.createStatement();
                CellSet cells = statement.executeOlapQuery(mdx)) {
            for (Position row : cells.getAxes().get(1).getPositions()) {
                names.add(row.getMembers().getFirst().getName());
            }
            return names;
        } catch (SQLException e) {
            throw e instanceof OlapException olap ? olap : new OlapException(e.getMessage(), e);
        }
    }
}
