package org.shapan.portal.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.olap4j.OlapStatement;
import org.olap4j.Position;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Level;
import org.olap4j.metadata.Measure;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.CubeConnection;
import org.shapan.engine.api.MemberName;
import org.shapan.insight.cube.MdxTemplate;
import org.shapan.insight.cube.Members;

/**
 * Channels and groups lie in areas, though their hierarchies do not say so: a role confined to areas hides their figures elsewhere, but not
 * their names. Which of them lie there follows from a cube whose facts stand where they lie, asked under the role. One for each search.
 */
final class LocatedMembers {
    /**
     * @param level name of the level of what lies somewhere
     * @param cube whose facts stand there
     * @param measures one of which everything that lies there has had some time
     */
    private record Evidence(String level, String cube, Set<String> measures) {}

    private static final List<Evidence> EVIDENCE = List.of(
            new Evidence("Channel", "Channel Activity", Set.of("Transactions", "Open outlets")),
            new Evidence("Group", "Groups", Set.of("Groups")));

    private static final MdxTemplate LOCATED = MdxTemplate.of(LocatedMembers.class, "located.mdx");

    private final OlapConnection connection;
    private final Set<String> there = new HashSet<>();
    private final Set<String> asked = new HashSet<>();

    LocatedMembers(OlapConnection connection) {
        this.connection = connection;
    }

    /** Those of the members that lie where this connection sees facts, and all that lie nowhere, in their order. */
    List<Member> of(List<Member> members) throws SQLException {
        for (Evidence evidence : EVIDENCE) {
            Set<String> names = new LinkedHashSet<>();
            for (Member member : members) {
                if (isOf(evidence, member) && asked.add(key(evidence, member.getName()))) {
                    names.add(member.getName());
                }
            }
            if (!names.isEmpty()) {
                ask(evidence, names);
            }
        }
        return members.stream()
                .filter(member -> EVIDENCE.stream()
                        .noneMatch(
                                evidence -> isOf(evidence, member) && !there.contains(key(evidence, member.getName()))))
                .toList();
    }

    private static boolean isOf(Evidence evidence, Member member) {
        return !(member instanceof Measure) && member.getLevel().getName().equals(evidence.level());
    }

    private static String key(Evidence evidence, String name) {
        return evidence.level() + " " + name;
    }

    /** Where the role does not show the cube, nothing of the kind is there. */
    private void ask(Evidence evidence, Set<String> names) throws SQLException {
        Cube cube = connection.getOlapSchema().getCubes().get(evidence.cube());
        Level level = cube == null ? null : level(cube, evidence.level());
        if (level == null) {
            return;
        }
        List<Member> own = new ArrayList<>();
        connection.unwrap(CubeConnection.class).members().named(level, names).values().stream()
                .flatMap(List::stream)
                .filter(member -> names.contains(member.getName()))
                .distinct()
                .forEach(own::add);
        List<MemberName> measures = cube.getMeasures().stream()
                .filter(measure -> evidence.measures().contains(measure.getName()))
                .map(measure -> new MemberName(measure.getUniqueName()))
                .toList();
        if (own.isEmpty() || measures.isEmpty()) {
            return;
        }
        String mdx = LOCATED.with(Map.of(
                "members", Members.names(own),
                "measures", measures,
                "cube", List.of(new MemberName("[" + cube.getName() + "]"))));
        try (OlapStatement statement = connection.createStatement();
                CellSet cells = statement.executeOlapQuery(mdx)) {
            for (Position row : cells.getAxes().get(1).getPositions()) {
                there.add(key(evidence, row.getMembers().getFirst().getName()));
            }
        }
    }

    private static Level level(Cube cube, String name) {
        for (Hierarchy hierarchy : cube.getHierarchies()) {
            for (Level level : hierarchy.getLevels()) {
                if (level.getName().equals(name)) {
                    return level;
                }
            }
        }
        return null;
    }
}
