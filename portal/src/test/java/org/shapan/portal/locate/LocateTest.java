package org.shapan.portal.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.shapan.insight.UnitLevel;
import org.shapan.insight.locate.Part;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.board.BoardResult;
import org.shapan.portal.cubes.CiProvince;
import org.shapan.portal.customer.Customer;
import org.shapan.portal.customer.CustomerList;
import org.shapan.portal.explain.Asked;

/** The localisation over the smallest province, against plain SQL and MDX; and what a branch user sees of it. */
class LocateTest {
    private static CiProvince province;

    @BeforeAll
    static void open() throws Exception {
        province = CiProvince.get();
    }

    @Test
    void itWalksFromTheCompanyToTheCustomersOfTheGroupThatLeft() throws Exception {
        Object planted = province.rows(
                        "SELECT leaf_en FROM d_area_leaf WHERE owner_kind = 'group' AND k_leaf = (SELECT k_leaf FROM f_sub_detail"
                                + " WHERE k_month = 201003 AND is_left GROUP BY k_leaf ORDER BY count(*) DESC LIMIT 1)")
                .getFirst()
                .get("leaf_en");

        LocateBoard board = load(CiProvince.user(), LocateState.DEFAULT);

        assertThat(board.path().getFirst().level()).isEqualTo(UnitLevel.COMPANY);
        assertThat(board.at().name()).isEqualTo(planted);
        assertThat(board.columns()).hasSize(4);
        assertThat(board.customers().orElseThrow().explaining()).isNotEmpty();
    }

    @Test
    void everyNodeOfTheTreeEqualsPlainSql() throws Exception {
        LocateBoard board = load(CiProvince.user(), LocateState.DEFAULT);
        Map<String, Double> sql = new HashMap<>();
        for (Map<String, Object> row :
                province.rows("SELECT unnest(['Company', city_en, branch_en, area_en, leaf_en || '@' || area_en])"
                        + " AS unit, fee_gross FROM f_rev_detail JOIN d_area_leaf USING (k_leaf) JOIN d_area USING (k_area)"
                        + " WHERE k_month = 201003")) {
            sql.merge((String) row.get("unit"), ((BigDecimal) row.get("fee_gross")).doubleValue(), Double::sum);
        }
        int compared = 0;
        for (TreeColumn column : board.columns()) {
            double sum = 0;
            for (TreeNode node : column.nodes()) {
                String key = node.level().isOwner()
                        ? node.name() + "@"
                                + board.path().get(board.path().size() - 2).name()
                        : node.name();
                assertThat(node.actual()).as(key).isCloseTo(sql.getOrDefault(key, 0.0), within(1e-6));
                sum += node.actual();
                compared++;
            }
            int level = board.columns().indexOf(column);
            assertThat(sum).isCloseTo(board.path().get(level).actual(), within(1e-6));
            double shown = column.shown().stream()
                            .mapToDouble(TreeNode::difference)
                            .sum()
                    + column.others().stream().mapToDouble(TreeNode::difference).sum();
            assertThat(shown)
                    .isCloseTo(
                            column.nodes().stream()
                                    .mapToDouble(TreeNode::difference)
                                    .sum(),
                            within(1e-6));
        }
        assertThat(compared).isGreaterThan(10);
        assertThat(board.start().actual()).isEqualTo(cell("[Area].[Managed].[Company]"));
        var movement = board.movement().orElseThrow();
        assertThat(movement.actual()).isEqualTo(board.start().actual());
        assertThat(movement.dimensions().getFirst().members().stream()
                        .mapToDouble(Part::actual)
                        .sum())
                .isCloseTo(movement.actual(), within(1e-6));
    }

    private static LocateQuestions questions(LocateBoard board) {
        return new LocateQuestions(
                board, new LocateText(board, Asked.WORDS, Asked.FIGURES), Asked.WORDS, Asked.FIGURES);
    }

    @Test
    void aBranchManagerIsExplainedNothingOfAnotherBranch() throws Exception {
        String own = "[Area].[Managed].[Zhuhai].[Xiangzhou]";
        PortalUser manager = CiProvince.user(own);
        LocateBoard board = load(manager, LocateState.DEFAULT);
        LocateQuestions questions = questions(board);
        for (TreeColumn column : board.columns()) {
            for (TreeNode node : column.shown()) {
                Asked.staysIn(province, manager, questions.node(node, true), "Xiangzhou");
            }
        }
        LocateBoard other = load(CiProvince.user(), LocateState.DEFAULT.withArea("[Area].[Managed].[Zhuhai].[Doumen]"));
        Asked.isRefused(province, manager, questions(other).node(other.start(), false));
    }

    @Test
    void theCustomersOfALeafAddUpToItByPlainSql() throws Exception {
        LocateBoard board = load(CiProvince.user(), LocateState.DEFAULT);
        CustomerList list = board.customers().orElseThrow();
        String leaf = board.at().name();
        String area = board.path().get(board.path().size() - 2).name();
        Map<String, Double> actual = new HashMap<>();
        Map<String, Double> expected = new HashMap<>();
        for (Map<String, Object> row : province.rows(
                "SELECT k_customer, k_month, fee FROM f_sub_detail JOIN d_area_leaf USING (k_leaf) JOIN d_area USING (k_area)"
                        + " WHERE k_month BETWEEN 200912 AND 201003 AND leaf_en = ? AND area_en = ?",
                leaf,
                area)) {
            double fee = ((BigDecimal) row.get("fee")).doubleValue();
            boolean now = row.get("k_month").equals(201003);
            actual.merge(row.get("k_customer").toString(), now ? fee : 0, Double::sum);
            expected.merge(row.get("k_customer").toString(), now ? 0 : fee / 3, Double::sum);
        }

        assertThat(list.complete()).isTrue();
        assertThat(list.customers()).hasSize(actual.size());
        for (Customer customer : list.customers()) {
            assertThat(customer.actual()).isCloseTo(actual.get(customer.number().whole()), within(1e-9));
            assertThat(customer.expected())
                    .isCloseTo(expected.get(customer.number().whole()), within(1e-9));
        }
        assertThat(list.actual()).isCloseTo(board.at().actual(), within(0.005));
        List<Customer> explaining = list.explaining();
        assertThat(explaining.stream().mapToDouble(Customer::difference).sum() / list.difference())
                .isGreaterThanOrEqualTo(0.9);
        assertThat(explaining.subList(0, explaining.size() - 1).stream()
                                .mapToDouble(Customer::difference)
                                .sum()
                        / list.difference())
                .isLessThan(0.9);
    }

    @Test
    void aNumberIsNeverWrittenWhole() throws Exception {
        Customer customer = load(CiProvince.user(), LocateState.DEFAULT)
                .customers()
                .orElseThrow()
                .customers()
                .getFirst();

        assertThat(customer.number().whole()).hasSize(11).startsWith("2350");
        assertThat(customer.number().masked()).matches("2350\\*{4}\\d{3}");
        assertThat(customer.toString()).doesNotContain(customer.number().whole());
    }

    @Test
    void aBranchUserLocatesTheOwnBranchOnly() throws Exception {
        LocateBoard company = load(CiProvince.user(), LocateState.DEFAULT);
        TreeNode own = company.path().stream()
                .filter(node -> node.level() == UnitLevel.BRANCH)
                .findFirst()
                .orElseThrow();
        TreeNode other = company.columns().get(1).nodes().stream()
                .filter(node -> !node.member().equals(own.member()))
                .findFirst()
                .orElseThrow();
        PortalUser manager = CiProvince.user(own.member());

        LocateBoard board = load(manager, LocateState.DEFAULT);

        assertThat(board.start().member()).isEqualTo(own.member());
        assertThat(board.start().actual()).isEqualTo(own.actual());
        assertThat(board.starts()).allMatch(node -> node.member().startsWith(own.member()));
        for (TreeColumn column : board.columns()) {
            assertThat(column.nodes()).allMatch(node -> node.member().startsWith(own.member()));
        }
        for (LocateState beyond : List.of(
                LocateState.DEFAULT.withArea(other.member()),
                LocateState.DEFAULT.withAt(other.member()),
                LocateState.DEFAULT.withArea(company.start().member()),
                LocateState.DEFAULT.withArea("[Area]}, {[x]"))) {
            assertThat(presenter(manager).load(beyond)).isEqualTo(new BoardResult.NotVisible<>(own.name()));
        }
    }

    @Test
    void oneWalksByHandAndTheLinkSaysWhere() throws Exception {
        LocateBoard board = load(CiProvince.user(), LocateState.DEFAULT);
        TreeNode branch = board.columns().get(1).nodes().getLast();

        LocateState state = LocateState.DEFAULT.withAt(branch.member());
        LocateBoard walked = load(CiProvince.user(), state);

        assertThat(walked.at().member()).isEqualTo(branch.member());
        assertThat(walked.columns()).hasSize(3);
        assertThat(walked.customers()).isEmpty();
        Map<String, List<String>> again = new HashMap<>();
        state.withCustomer(3).parameters().forEach((name, value) -> again.put(name, List.of(value)));
        assertThat(LocateState.parse(again)).isEqualTo(state.withCustomer(3));
        assertThat(presenter(CiProvince.user()).load(LocateState.DEFAULT.withPeriod("201004")))
                .isEqualTo(new BoardResult.NoPeriod<>("201004"));
    }

    private static LocatePresenter presenter(PortalUser user) {
        return new LocatePresenter(province.cubes(), user, Locale.ENGLISH, province.asOf());
    }

    private static LocateBoard load(PortalUser user, LocateState state) {
        BoardResult<LocateBoard> result = presenter(user).load(state);
        assertThat(result).isInstanceOf(BoardResult.Loaded.class);
        return ((BoardResult.Loaded<LocateBoard>) result).board();
    }

    private static double cell(String area) throws Exception {
        try (OlapConnection connection = province.cubes().connect(CiProvince.user(), Locale.ENGLISH);
                var statement = connection.createStatement();
                CellSet cells = statement.executeOlapQuery(
                        "SELECT { [Measures].[Gross revenue] } ON COLUMNS FROM [Operations] WHERE ("
                                + "[Time].[Calendar].[2010].[Q1].[201003], " + area + ")")) {
            return cells.getCell(0).getDoubleValue();
        }
    }
}
