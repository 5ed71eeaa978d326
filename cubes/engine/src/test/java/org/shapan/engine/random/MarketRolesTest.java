package org.shapan.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Level;
import org.olap4j.metadata.Member;
import org.shapan.engine.ConnectionSettings;
import org.shapan.engine.CubeServer;
import org.shapan.engine.CubeServerLimits;
import org.shapan.engine.database.TestDatabase;
import org.shapan.engine.market.Market;

/** What a role sees is part of what all see, whatever it asks, also in the texts of errors. */
class MarketRolesTest {
    private static final int QUERIES = Integer.getInteger("shapan.random.queries", 200);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SALES = "Sales";
    private static final Set<String> STORED = Set.of(
            "[Measures].[Amount]",
            "[Measures].[Pieces]",
            "[Measures].[Customers]",
            "[Measures].[Highest]",
            "[Measures].[Lowest]",
            "[Measures].[Mean pieces]",
            "[Measures].[Weight]");

    private final long seed = Seed.of(MarketRolesTest.class);
    private final CubeServer server =
            Market.server(Market.random(TestDatabase.DUCKDB.open(), seed, 400), CubeServerLimits.defaults());

    private OlapConnection connect(String... roles) {
        return server.connect(ConnectionSettings.of(Market.CATALOG).withRoles(List.of(roles)));
    }

    /** The questions name whatever there is; the answers hold nothing but what the role may see. */
    @ParameterizedTest
    @ValueSource(strings = {"West", "West of all", "Towns", "South without a total", "West and South"})
    void nothingForbiddenIsAnswered(String role) throws SQLException {
        try (OlapConnection all = connect();
                OlapConnection restricted = connect(role)) {
            Set<String> visible = members(restricted);
            Set<String> everything = members(all);
            Set<String> forbidden = new HashSet<>(everything);
            forbidden.removeAll(visible);
            // Where a role sees several roots, the all member stands for those in an evaluation; see
            // CubeAccess.defaultMember.
            forbidden.removeIf(name -> name.contains("].[All "));
            assertThat(everything).containsAll(visible);
            assertThat(forbidden).isNotEmpty();
            for (OlapConnection metadata : List.of(all, restricted)) {
                MdxGenerator generator = new MdxGenerator(metadata, seed);
                for (int i = 0; i < QUERIES / 2; i++) {
                    String mdx = generator.next().replaceAll("FROM \\[(Stock|Trade)\\]", "FROM [Sales]");
                    Answer answer = Answer.of(restricted, mdx, PATIENCE);
                    assertThat(answer.isFault())
                            .as("%s\n%s", answer.message(), mdx)
                            .isFalse();
                    check(answer, mdx, forbidden);
                }
            }
        }
    }

    private void check(Answer answer, String mdx, Set<String> forbidden) {
        for (List<List<String>> axis : answer.axes()) {
            for (List<String> position : axis) {
                assertThat(position).as("seed %d\n%s", seed, mdx).doesNotContainAnyElementsOf(forbidden);
            }
        }
        List<String> texts = new ArrayList<>();
        answer.cells().stream().filter(String.class::isInstance).forEach(text -> texts.add((String) text));
        if (answer.message() != null) {
            texts.add(answer.message());
        }
        for (String text : texts) {
            for (String name : forbidden) {
                String last = name.substring(name.lastIndexOf(".[") + 2, name.length() - 1);
                boolean echoed = mdx.contains("[" + last + "]");
                assertThat(!echoed && text.contains("[" + last + "]"))
                        .as("seed %d: %s is told by: %s\n%s", seed, name, text, mdx)
                        .isFalse();
            }
        }
    }

    /**
     * Where members count with all their rows, a cell does not depend on who asks. Some draws of rows and questions give few cells that
     * can be compared, so the questions go on until there are enough.
     */
    @ParameterizedTest
    @ValueSource(strings = {"West of all", "Towns"})
    void aCellOfAFullRollupIsThatOfAll(String role) throws SQLException {
        int compared = 0;
        try (OlapConnection all = connect();
                OlapConnection restricted = connect(role)) {
            MdxGenerator generator = new MdxGenerator(restricted, seed);
            for (int i = 0; i < QUERIES || compared <= QUERIES / 4 && i < 20 * QUERIES; i++) {
                String mdx = generator.next();
                // a data member has the unique name of its member: asked again by name, the member answers
                if (!mdx.contains("FROM [" + SALES + "]") || mdx.contains("WHERE") || mdx.contains("DataMember")) {
                    continue;
                }
                Answer answer = Answer.of(restricted, mdx, PATIENCE);
                List<Object> cells = new ArrayList<>();
                List<String> tuples = new ArrayList<>();
                for (int cell = 0; cell < answer.cells().size() && tuples.size() < 30; cell++) {
                    List<String> place = answer.place(cell);
                    if (place.stream().anyMatch(STORED::contains)
                            && place.stream().noneMatch(name -> name.contains("[calc "))) {
                        cells.add(answer.cells().get(cell));
                        tuples.add("(" + String.join(", ", place) + ")");
                    }
                }
                if (!tuples.isEmpty()) {
                    String asked = "SELECT {" + String.join(", ", tuples) + "} ON 0 FROM " + SALES;
                    Answer full = Answer.of(all, asked, PATIENCE);
                    assertThat(new Answer(full.axes(), cells, full.failure(), full.message()).difference(full))
                            .as("seed %d\n%s\n%s", seed, mdx, asked)
                            .isNull();
                    compared += tuples.size();
                }
            }
        }
        assertThat(compared).isGreaterThan(QUERIES / 4);
    }

    /** A hidden member is not told from one that does not exist. */
    @Test
    void whatIsHiddenReadsAsWhatIsNot() throws SQLException {
        try (OlapConnection restricted = connect("West of all")) {
            for (String query : List.of(
                    "SELECT {%s} ON 0 FROM Sales",
                    "SELECT {} ON 0 FROM Sales WHERE %s",
                    "WITH MEMBER Measures.x AS (Measures.Amount, %s) SELECT {Measures.x} ON 0 FROM Sales",
                    "SELECT {StrToMember(\"%s\")} ON 0 FROM Sales")) {
                for (List<String> pair : List.of(
                        List.of("[Shop].[South]", "[Shop].[Sauth]"),
                        List.of("[Shop].[West].[Köln]", "[Shop].[West].[Keln]"),
                        List.of("[Shop].[West].[Köln].[Hafen]", "[Shop].[West].[Köln].[Hofen]"),
                        List.of("[Item].[Cake]", "[Item].[Cuke]"),
                        List.of("[Seller].[Ada]", "[Sellar].[Ada]"))) {
                    Answer hidden = Answer.of(restricted, query.formatted(pair.get(0)), PATIENCE);
                    Answer missing = Answer.of(restricted, query.formatted(pair.get(1)), PATIENCE);

                    assertThat(hidden.failure())
                            .as(query.formatted(pair.get(0)))
                            .isEqualTo(missing.failure());
                    assertThat(hidden.cells()).isEqualTo(missing.cells());
                    if (hidden.message() != null) {
                        assertThat(hidden.message().replace(pair.get(0), "?").replace(last(pair.get(0)), "?"))
                                .isEqualTo(missing.message()
                                        .replace(pair.get(1), "?")
                                        .replace(last(pair.get(1)), "?"));
                    }
                }
            }
        }
    }

    /** The segment that is not found. */
    private static String last(String name) {
        return name.startsWith("[Sell")
                ? name.substring(1, 7)
                : name.substring(name.lastIndexOf('[') + 1, name.length() - 1);
    }

    private static Set<String> members(OlapConnection connection) throws OlapException {
        Set<String> names = new HashSet<>();
        for (Cube cube : connection.getOlapSchema().getCubes()) {
            if (cube.getName().equals(SALES)) {
                for (Hierarchy hierarchy : cube.getHierarchies()) {
                    for (Level level : hierarchy.getLevels()) {
                        for (Member member : level.getMembers()) {
                            names.add(member.getUniqueName());
                        }
                    }
                }
            }
        }
        return names;
    }
}
