package org.shapan.portal.cubes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;

/** The hierarchy Area today shows months of one branch under another: who may see some areas only does not see it. */
class AreaTodayTest {

    private static final String BRANCH = "[Area].[Managed].[Zhuhai].[Xiangzhou]";
    private static final String TODAY =
            "SELECT {[Measures].DefaultMember} ON COLUMNS, [Area today].[Branch].Members ON ROWS FROM [Operations]";

    @Test
    void theWholeCompanySeesIt() throws Exception {
        try (OlapConnection connection = connect()) {
            assertThat(connection
                            .createStatement()
                            .executeOlapQuery(TODAY)
                            .getAxes()
                            .get(1)
                            .getPositionCount())
                    .isEqualTo(7); // six branches, and what has no place
        }
    }

    @Test
    void aBranchDoesNotInAnyCube() throws Exception {
        try (OlapConnection connection = connect(BRANCH)) {
            List<Cube> cubes = connection.getOlapSchema().getCubes();
            assertThat(cubes).isNotEmpty();
            assertThat(cubes)
                    .allSatisfy(cube -> assertThat(cube.getHierarchies())
                            .noneMatch(h -> h.getUniqueName().contains("today")));
            assertThatThrownBy(() -> connection.createStatement().executeOlapQuery(TODAY))
                    .isInstanceOf(OlapException.class)
                    .hasMessageContaining("Area today");
        }
    }

    @Test
    void aBranchDoesNotInRowsEither() throws Exception {
        String rows = "DRILLTHROUGH MAXROWS 1 SELECT FROM [Revenue] RETURN [Area today].[Branch]";
        try (OlapConnection company = connect();
                ResultSet row = company.createStatement().executeQuery(rows)) {
            assertThat(row.next()).isTrue();
        }
        try (OlapConnection connection = connect(BRANCH)) {
            assertThatThrownBy(() -> connection.createStatement().executeQuery(rows))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Area today");
        }
    }

    private static OlapConnection connect(String... areas) throws Exception {
        return CiProvince.get().cubes().connect(CiProvince.user(areas), Locale.ENGLISH);
    }
}
