package org.shapan.engine.olap4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.olap4j.OlapConnection;
import org.olap4j.OlapDatabaseMetaData;
import org.olap4j.OlapException;
import org.olap4j.mdx.IdentifierNode;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Level;
import org.olap4j.metadata.Measure;
import org.olap4j.metadata.Member;
import org.olap4j.metadata.MetadataElement;

/** What a role may not see comes out of no metadata call: not as a name, a text, a number. */
class RestrictedMetadataTest {
    /** Names and captions that the role of Jinan must not meet. */
    static final List<String> HIDDEN = List.of(
            "青岛",
            "Qingdao",
            "市南区",
            "Shinan",
            "李沧区",
            "Licang",
            "重庆",
            "Chongqing",
            "渝中区",
            "Yuzhong",
            "Class",
            "gold",
            "Cost",
            "Secret");

    @TempDir
    private static Path folder;

    private static Branches branches;
    private static OlapConnection connection;

    @BeforeAll
    static void open() {
        branches = new Branches("restricted", folder);
        connection = branches.connect(Branches.JINAN);
    }

    @AfterAll
    static void close() {
        branches.close();
    }

    private static String text(ResultSet rows) throws SQLException {
        StringBuilder text = new StringBuilder();
        while (rows.next()) {
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                text.append(rows.getMetaData().getColumnName(column))
                        .append('=')
                        .append(rows.getString(column))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private interface Rows {
        ResultSet of(OlapDatabaseMetaData metadata) throws OlapException;
    }

    private static final List<Rows> ALL = List.of(
            m -> m.getCubes(null, null, null),
            m -> m.getDimensions(null, null, null, null),
            m -> m.getHierarchies(null, null, null, null, null),
            m -> m.getLevels(null, null, null, null, null, null),
            m -> m.getMeasures(null, null, null, null, null),
            m -> m.getMembers(null, null, null, null, null, null, null, null),
            m -> m.getMembers(null, null, null, null, null, null, "[Area].[济南]", EnumSet.allOf(Member.TreeOp.class)),
            m -> m.getMembers(null, null, null, null, null, null, "[Area].[青岛]", EnumSet.allOf(Member.TreeOp.class)),
            m -> m.getProperties(null, null, null, null, null, null, null, null),
            m -> m.getSets(null, null, null, null));

    @Test
    void noResultSetShowsWhatIsHidden() throws SQLException {
        for (Rows rows : ALL) {
            String text = text(rows.of(connection.getMetaData()));

            assertThat(HIDDEN).noneMatch(hidden -> text.contains(hidden));
        }
    }

    @Test
    void anUnrestrictedConnectionSeesAllOfIt() throws SQLException {
        StringBuilder text = new StringBuilder();
        for (Rows rows : ALL) {
            text.append(text(rows.of(branches.connect().getMetaData())));
        }

        assertThat(Stream.of("青岛", "李沧区", "Class", "gold", "Cost", "Secret", "Coast"))
                .allMatch(name -> text.toString().contains(name));
    }

    @Test
    void cardinalitiesCountWhatIsSeen() throws SQLException {
        Cube cube = connection.getOlapSchema().getCubes().get("Revenue");
        List<Integer> counts = cube.getHierarchies().get("Area").getLevels().stream()
                .map(Level::getCardinality)
                .toList();

        assertThat(counts).containsExactly(1, 1, 2);
        assertThat(text(connection.getMetaData().getHierarchies(null, null, null, null, "Area")))
                .contains("HIERARCHY_CARDINALITY=4");
    }

    @Test
    void namedListsAndLookUpsHideIt() throws OlapException {
        assertThat(connection.getOlapSchema().getCubes())
                .extracting(MetadataElement::getName)
                .containsExactly("Revenue");
        Cube cube = connection.getOlapSchema().getCubes().get("Revenue");

        assertThat(cube.getDimensions())
                .extracting(MetadataElement::getName)
                .containsExactly("Measures", "Area", "Month");
        assertThat(cube.getMeasures()).extracting(MetadataElement::getName).containsExactly("Amount", "Profit");
        assertThat(cube.getSets()).extracting(MetadataElement::getName).containsExactly("Cities");
        assertThat(cube.lookupMember(
                        IdentifierNode.parseIdentifier("[Area].[青岛]").getSegmentList()))
                .isNull();
        assertThat(cube.lookupMember(
                        IdentifierNode.parseIdentifier("[Area].[青岛].[市南区]").getSegmentList()))
                .isNull();
        assertThat(cube.lookupMember(
                        IdentifierNode.parseIdentifier("[Measures].[Cost]").getSegmentList()))
                .isNull();
    }

    @Test
    void walkingMembersNeverLeavesTheRole() throws OlapException {
        List<String> seen = new ArrayList<>();
        for (Member root : connection
                .getOlapSchema()
                .getCubes()
                .get("Revenue")
                .getHierarchies()
                .get("Area")
                .getRootMembers()) {
            walk(root, seen);
        }

        assertThat(seen).containsExactly("[Area].[All areas]", "[Area].[济南]", "[Area].[济南].[历下区]", "[Area].[济南].[长清区]");
    }

    private static void walk(Member member, List<String> seen) throws OlapException {
        seen.add(member.getUniqueName());
        assertThat(member.getChildMemberCount())
                .isEqualTo(member.getChildMembers().size());
        for (Member child : member.getChildMembers()) {
            walk(child, seen);
        }
    }

    @Test
    void aFormulaThatNamesAHiddenMeasureIsNotShown() throws OlapException {
        Measure hidden = measure(connection);
        Measure shown = measure(branches.connect());

        assertThat(hidden.getExpression()).isNull();
        assertThat(shown.getExpression()).isNotNull();
    }

    private static Measure measure(OlapConnection from) throws OlapException {
        return from.getOlapSchema().getCubes().get("Revenue").getMeasures().stream()
                .filter(m -> m.getName().equals("Profit"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void noOtherRoleCanBeTaken() throws OlapException {
        assertThat(connection.getAvailableRoleNames()).containsExactly(Branches.JINAN);
        assertThatThrownBy(() -> connection.setRoleName("Everybody")).isInstanceOf(OlapException.class);
        connection.setRoleName(null);
        assertThat(connection.getRoleName()).isEqualTo(Branches.JINAN);
    }

    @Test
    void aCatalogWithoutTheRoleIsNotListed() throws SQLException {
        branches.server().load("Other", Branches.roleless(folder));
        try {
            assertThat(text(connection.getMetaData().getCatalogs())).isEqualTo("TABLE_CAT=Branches\n");
            assertThat(text(connection.getMetaData().getSchemas())).doesNotContain("Other");
            assertThatThrownBy(() -> connection.setCatalog("Other"))
                    .isInstanceOf(OlapException.class)
                    .hasMessageNotContaining("[Branches, Other]");
            assertThat(text(branches.connect().getMetaData().getCatalogs())).contains("Other");
        } finally {
            branches.server().unload("Other");
        }
    }

    @Test
    void theServerBehindTheConnectionIsOutOfReach() throws SQLException {
        assertThat(connection.isWrapperFor(OlapServer.class)).isFalse();
        assertThat(connection.isWrapperFor(ConnectionTarget.class)).isFalse();
    }
}
