package org.shapan.engine.olap4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.mdx.IdentifierNode;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.CacheControl;
import org.shapan.engine.api.CubeConnection;
import org.shapan.engine.api.MemberSearch;
import org.shapan.engine.api.QueryLoads;
import org.shapan.engine.api.QueryProgress;

/** What connections and statements unwrap to beyond olap4j. */
class ExtensionTest {
    @TempDir
    private static Path folder;

    private static Branches branches;

    @BeforeAll
    static void open() {
        branches = new Branches("extension", folder);
    }

    @AfterAll
    static void close() {
        branches.close();
    }

    private static Cube cube(OlapConnection connection) throws OlapException {
        return connection.getOlapSchema().getCubes().get("Revenue");
    }

    private static MemberSearch search(OlapConnection connection) throws SQLException {
        return connection.unwrap(CubeConnection.class).members();
    }

    private static Member member(OlapConnection connection, String name) throws OlapException {
        return cube(connection)
                .lookupMember(IdentifierNode.parseIdentifier(name).getSegmentList());
    }

    private static List<String> names(MemberSearch.Page page) {
        return page.members().stream().map(Member::getName).toList();
    }

    @Test
    void findsByCaptionInBothLanguagesAndByPinyin() throws SQLException {
        OlapConnection connection = branches.connect();
        Cube cube = cube(connection);

        assertThat(names(search(connection).search(cube, "QINGDAO", 0, 10))).containsExactly("青岛");
        assertThat(names(search(connection).search(cube, "岛", 0, 10))).containsExactly("青岛");
        assertThat(names(search(connection).search(cube, "qd", 0, 10))).containsExactly("青岛");
        assertThat(names(search(connection).search(cube, "cq", 0, 10))).containsExactly("重庆", "长清区", "李沧区");
        assertThat(names(search(connection).search(cube, "rofi", 0, 10))).containsExactly("Profit");
    }

    @Test
    void searchesWithinAnElement() throws SQLException {
        OlapConnection connection = branches.connect();
        Cube cube = cube(connection);
        var area = cube.getHierarchies().get("Area");

        assertThat(names(search(connection).search(area.getLevels().get("County"), "cq", 0, 10)))
                .containsExactly("长清区", "李沧区");
        assertThat(names(search(connection).search(cube.getDimensions().get("Class"), "l", 0, 10)))
                .containsExactly("blue", "gold");
        assertThat(names(search(connection).search(area, "", 0, 3))).containsExactly("济南", "重庆", "青岛");
        assertThatThrownBy(() -> search(connection)
                        .search(
                                connection
                                        .getOlapSchema()
                                        .getCubes()
                                        .get("Revenue")
                                        .getSets()
                                        .get(0),
                                "",
                                0,
                                1))
                .isInstanceOf(OlapException.class);
    }

    @Test
    void findsManyByWholeNamesAtOnceAndNamesThatAreNotThere() throws SQLException {
        OlapConnection connection = branches.connect();
        Cube cube = cube(connection);

        Map<String, List<Member>> named = search(connection)
                .named(cube.getHierarchies().get("Area"), List.of(" qingdao ", "青岛", "[Area].[济南]", "青", "nowhere"));

        assertThat(named.keySet()).containsExactly("qingdao", "青岛", "[Area].[济南]", "青", "nowhere");
        assertThat(named.get("qingdao")).extracting(Member::getName).containsExactly("青岛");
        assertThat(named.get("青岛")).extracting(Member::getName).containsExactly("青岛");
        assertThat(named.get("[Area].[济南]")).extracting(Member::getName).containsExactly("济南");
        assertThat(named.get("青")).as("a part of a name").isEmpty();
        assertThat(named.get("nowhere")).isEmpty();
    }

    @Test
    void pagesFitTogether() throws SQLException {
        OlapConnection connection = branches.connect();
        var level = cube(connection).getHierarchies().get("Area").getLevels().get("County");
        List<String> all = new ArrayList<>();
        MemberSearch.Page page;
        int pages = 0;
        do {
            page = search(connection).members(level, all.size(), 2);
            all.addAll(names(page));
            pages++;
        } while (all.size() < page.total());

        assertThat(pages).isEqualTo(3);
        assertThat(all)
                .containsExactlyElementsOf(
                        level.getMembers().stream().map(Member::getName).toList());
        assertThat(search(connection).members(level, 99, 2).members()).isEmpty();
        assertThat(names(search(connection).children(member(connection, "[Area].[济南]"), 1, 5)))
                .hasSize(1);
    }

    @Test
    void aPageHasALimit() {
        OlapConnection connection = branches.connect();

        assertThatThrownBy(() -> search(connection).search(cube(connection), "", 0, MemberSearch.LARGEST_PAGE + 1))
                .isInstanceOf(OlapException.class)
                .hasMessageContaining("LARGEST_PAGE");
        assertThatThrownBy(() -> search(connection).search(cube(connection), "", -1, 1))
                .isInstanceOf(OlapException.class);
    }

    @Test
    void captionsHaveTheLanguageOfTheConnection() throws SQLException {
        OlapConnection connection = branches.connect();
        Member city = search(connection)
                .search(cube(connection), "qd", 0, 1)
                .members()
                .get(0);
        String english = city.getCaption();
        connection.setLocale(Locale.CHINA);

        assertThat(english).isEqualTo("Qingdao");
        assertThat(city.getCaption()).isEqualTo("青岛");
    }

    @Test
    void aRoleFindsOnlyWhatItSees() throws SQLException {
        OlapConnection restricted = branches.connect(Branches.JINAN);
        Cube cube = cube(restricted);

        for (String hidden : RestrictedMetadataTest.HIDDEN) {
            assertThat(search(restricted).named(cube, List.of(hidden)).get(hidden))
                    .as("%s in a list", hidden)
                    .isEmpty();
            assertThat(search(restricted).search(cube, hidden, 0, 10).total())
                    .as(hidden)
                    .isZero();
        }
        assertThat(search(restricted).search(cube, "qd", 0, 10).total()).isZero();
        assertThat(names(search(restricted).search(cube, "", 0, 100)))
                .containsExactly("Amount", "Profit", "济南", "历下区", "长清区", "1", "2");
        assertThat(search(restricted)
                        .children(member(restricted, "[Area].[All areas]"), 0, 10)
                        .total())
                .isEqualTo(1);
    }

    @Test
    void elementsOfAnotherConnectionOpenNothing() throws SQLException {
        OlapConnection all = branches.connect();
        OlapConnection restricted = branches.connect(Branches.JINAN);
        var hiddenCube = all.getOlapSchema().getCubes().get("Secret");
        var hiddenDimension = cube(all).getDimensions().get("Class");
        Member hiddenMember = member(all, "[Area].[青岛]");
        var level = cube(all).getHierarchies().get("Area").getLevels().get("County");

        assertThatThrownBy(() -> search(restricted).search(hiddenCube, "", 0, 10))
                .isInstanceOf(OlapException.class);
        assertThatThrownBy(() -> search(restricted).search(hiddenDimension, "", 0, 10))
                .isInstanceOf(OlapException.class);
        assertThatThrownBy(() -> search(restricted).children(hiddenMember, 0, 10))
                .isInstanceOf(OlapException.class);
        assertThat(names(search(restricted).members(level, 0, 10))).containsExactly("历下区", "长清区");
    }

    private static List<String> sources(OlapConnection connection, String mdx) throws SQLException {
        return connection.createStatement().executeOlapQuery(mdx).unwrap(QueryLoads.class).loads().stream()
                .map(QueryLoads.Load::source)
                .toList();
    }

    @Test
    void flushingARegionLeavesTheRest() throws SQLException {
        OlapConnection connection = branches.connect();
        CacheControl cache = connection.unwrap(CubeConnection.class).cache();
        String january = "SELECT [Area].[County].Members ON 0 FROM [Revenue] WHERE [Month].[1]";
        String february = "SELECT [Area].[County].Members ON 0 FROM [Revenue] WHERE [Month].[2]";
        cache.flush();
        sources(connection, january);
        sources(connection, february);

        cache.flush(cube(connection), List.of(member(connection, "[Month].[2]")));

        assertThat(sources(connection, january)).doesNotContain("FACT_TABLE");
        assertThat(sources(connection, february)).contains("FACT_TABLE");
        cache.flush(cube(connection), List.of(member(connection, "[Month].[2]"), member(connection, "[Class].[gold]")));
        assertThat(sources(connection, january)).doesNotContain("FACT_TABLE");
    }

    @Test
    void flushingACubeOrAMeasureGroupLeavesTheOthers() throws SQLException {
        OlapConnection connection = branches.connect();
        CacheControl cache = connection.unwrap(CubeConnection.class).cache();
        String revenue = "SELECT [Area].[City].Members ON 0 FROM [Revenue]";
        String secret = "SELECT [Area].[City].Members ON 0 FROM [Secret]";
        sources(connection, revenue);
        sources(connection, secret);

        cache.flush(cube(connection).getMeasures().get(0));

        assertThat(sources(connection, secret)).doesNotContain("FACT_TABLE");
        assertThat(sources(connection, revenue)).contains("FACT_TABLE");
        cache.flush(cube(connection));
        assertThat(sources(connection, revenue)).contains("FACT_TABLE");
        assertThatThrownBy(() -> cache.flush(cube(connection), List.of(member(connection, "[Measures].[Amount]"))))
                .isInstanceOf(OlapException.class)
                .hasMessageContaining("region");
    }

    @Test
    void onlyAnUnrestrictedConnectionFlushes() throws SQLException {
        CubeConnection restricted = branches.connect(Branches.JINAN).unwrap(CubeConnection.class);
        OlapConnection connection = branches.connect();
        CacheControl before = connection.unwrap(CubeConnection.class).cache();
        connection.setRoleName(Branches.JINAN);

        assertThatThrownBy(restricted::cache)
                .isInstanceOfSatisfying(
                        OlapException.class, e -> assertThat(e.getSQLState()).isEqualTo("ACCESS_DENIED"));
        assertThatThrownBy(before::flush).isInstanceOf(OlapException.class);
    }

    @Test
    void progressIsIdleBeforeAndCountsAfter() throws SQLException {
        OlapConnection connection = branches.connect();
        connection.unwrap(CubeConnection.class).cache().flush();
        var statement = connection.createStatement();
        QueryProgress progress = statement.unwrap(QueryProgress.class);

        assertThat(progress.stage()).isEqualTo(QueryProgress.Stage.IDLE);
        statement.executeOlapQuery("SELECT FROM [Revenue]");
        assertThat(progress.stage()).isEqualTo(QueryProgress.Stage.IDLE);
        assertThat(progress.loads()).isPositive();
        assertThat(progress.statement()).isNull();
        assertThat(connection.unwrap(CubeConnection.class).dataVersion()).isZero();
    }
}
