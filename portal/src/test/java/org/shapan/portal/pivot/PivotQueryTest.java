package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.olap4j.OlapException;
import org.shapan.portal.CiProvince;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.cubes.CubeDoor;
import org.shapan.portal.pivot.PivotModel.Place;
import org.shapan.portal.pivot.PivotModel.Subtotals;

/** The pivot over the real engine and a loaded province; its numbers are compared with plain SQL. */
class PivotQueryTest {
    private static final LocalDate AS_OF = LocalDate.of(2010, 3, 31);
    private static final String AREA = "[Area].[Managed]";
    private static final String GROSS = "[Measures].[Gross revenue]";

    private final PivotSession session = session(CiProvince.EVERYBODY, Locale.ENGLISH);

    @AfterEach
    void close() throws SQLException {
        session.close();
    }

    @Test
    void theFirstPivotShowsTheLastMonthByBranchAndBrand() throws Exception {
        PivotResult result = session.run(start(session));

        assertThat(result.rows().headColumns()).containsExactly("Branch");
        assertThat(result.columns().lines().getLast().kind()).isEqualTo(AxisLine.Kind.TOTAL);
        assertThat(result.model().filters().getFirst().picked())
                .containsExactly("[Time].[Calendar].[2010].[Q1].[201003]");
    }

    @Test
    void theGrandTotalEqualsPlainSql() throws Exception {
        PivotResult result = session.run(start(session));
        int total = result.rows().lines().size() - 1;
        int column = column(result, AxisLine.Kind.TOTAL, GROSS);

        assertThat(result.rows().lines().get(total).kind()).isEqualTo(AxisLine.Kind.TOTAL);
        assertThat(result.number(total, column))
                .isEqualTo(sql("select sum(fee_gross) from f_revenue where k_month = 201003"));
    }

    @Test
    void detailsAddUpToTheirSubtotalsAndTheseToTheTotal() throws Exception {
        PivotModel model = start(session);
        PivotResult closed = session.run(model);
        String branch = closed.rows().lines().getFirst().heads().getFirst().member();

        PivotResult open = session.run(model.toggle(AREA, branch));

        int column = column(open, AxisLine.Kind.TOTAL, GROSS);
        List<AxisLine> rows = open.rows().lines();
        int subtotal = IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).kind() == AxisLine.Kind.SUBTOTAL)
                .findFirst()
                .orElseThrow();
        double children = IntStream.range(0, subtotal)
                .mapToDouble(i -> open.number(i, column))
                .sum();
        assertThat(open.rows().headColumns()).containsExactly("Branch", "Micro area");
        assertThat(children).isCloseTo(open.number(subtotal, column), within());
        assertThat(open.number(subtotal, column)).isEqualTo(closed.number(0, column));
    }

    @Test
    void theTotalOfPickedMembersIsTheirs() throws Exception {
        PivotModel model = start(session);
        PivotResult all = session.run(model);
        List<String> two = all.rows().lines().stream()
                .limit(2)
                .map(line -> line.heads().getFirst().member())
                .toList();

        PivotResult picked = session.run(model.pick(AREA, two));

        int column = column(picked, AxisLine.Kind.TOTAL, GROSS);
        assertThat(picked.rows().lines()).hasSize(3);
        assertThat(picked.number(2, column)).isCloseTo(picked.number(0, column) + picked.number(1, column), within());
    }

    @Test
    void twoHierarchiesOnRowsHaveASubtotalForEachGroup() throws Exception {
        PivotModel model =
                start(session).put(brand(session), "", Place.ROWS).toggleMeasure("[Measures].[Gross revenue MoM]");

        PivotResult result = session.run(model);

        double groups = result.rows().lines().stream()
                .filter(line -> line.kind() == AxisLine.Kind.SUBTOTAL)
                .count();
        double subtotals = IntStream.range(0, result.rows().lines().size())
                .filter(i -> result.rows().lines().get(i).kind() == AxisLine.Kind.SUBTOTAL)
                .mapToDouble(i -> result.number(i, 0))
                .sum();
        assertThat(groups)
                .isEqualTo(sql("select count(distinct k_branch) from f_revenue join d_area_leaf using (k_leaf)"
                        + " join d_area using (k_area) where k_month = 201003"));
        assertThat(subtotals).isCloseTo(result.number(result.rows().lines().size() - 1, 0), within());
        assertThat(session.run(model.withSubtotals(Subtotals.NONE)).rows().lines())
                .noneMatch(line -> line.kind() == AxisLine.Kind.SUBTOTAL);
    }

    @Test
    void captionsFollowTheLanguage() throws Exception {
        try (PivotSession chinese = session(CiProvince.EVERYBODY, Locale.SIMPLIFIED_CHINESE)) {
            PivotResult result = chinese.run(start(chinese));

            assertThat(result.rows().headColumns()).containsExactly("分公司");
            assertThat(result.columns().lines().getFirst().heads().getFirst().text())
                    .isEqualTo("全球通");
        }
    }

    @Test
    void aBranchManagerSeesTheOwnBranchAndItsTotalOnly() throws Exception {
        PivotResult all = session.run(start(session));
        String branch = all.rows().lines().getFirst().heads().getFirst().member();
        PortalUser manager = new PortalUser(2, "manager", "Manager", Set.of(), List.of(branch));

        try (PivotSession own = session(manager, Locale.ENGLISH)) {
            PivotResult result = own.run(start(own));

            int column = column(result, AxisLine.Kind.TOTAL, GROSS);
            assertThat(result.rows().lines())
                    .extracting(line -> line.heads().getFirst().member())
                    .containsExactly(branch, null);
            assertThat(result.number(1, column))
                    .isEqualTo(result.number(0, column))
                    .isEqualTo(all.number(0, column));
            assertThat(own.members("Revenue", AREA).search("", null, 0, 1000).choices())
                    .noneMatch(choice -> choice.uniqueName().startsWith(AREA)
                            && !choice.uniqueName().startsWith(branch)
                            && !branch.startsWith(choice.uniqueName() + "."));
        }
    }

    @Test
    void wrongLinksAndStatementsFailWithTheirReason() throws Exception {
        assertThatThrownBy(() -> session.open(Map.of("cube", List.of("Luck")), AS_OF))
                .isInstanceOf(UnknownNameException.class)
                .hasMessageContaining("Luck");
        PivotModel model = start(session).pick(AREA, List.of("[Area].[Managed].[Atlantis]"));
        assertThatThrownBy(() -> session.run(model))
                .isInstanceOf(OlapException.class)
                .hasMessageContaining("Atlantis");
    }

    private static PivotModel start(PivotSession session) throws SQLException {
        return session.open(Map.of("cube", List.of("Revenue")), AS_OF).model();
    }

    private static String brand(PivotSession session) throws SQLException {
        return start(session).columns().getFirst().hierarchy();
    }

    private static int column(PivotResult result, AxisLine.Kind kind, String measure) {
        List<AxisLine> columns = result.columns().lines();
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).kind() == kind
                        && columns.get(i).measure().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    private static PivotSession session(PortalUser user, Locale locale) {
        return new PivotSession(CubeDoor.to(CiProvince.database()), user, locale, new AxisLayout.TotalText() {
            @Override
            public String total() {
                return "Total";
            }

            @Override
            public String subtotal(String member) {
                return member + " total";
            }
        });
    }

    private static Offset<Double> within() {
        return Offset.offset(0.001);
    }

    private static double sql(String query) throws SQLException {
        try (Connection connection = CiProvince.database().connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getDouble(1);
        }
    }
}
