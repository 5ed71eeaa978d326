package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.pivot.Condition.Kind;
import org.shapan.portal.pivot.PivotModel.Place;

/** What a picker offers, finds and makes of what is chosen, on a loaded province. */
class MemberPickingTest extends OperatedPivot {
    @Test
    void membersAreFoundByNameInBothLanguagesAndByPinyin() throws Exception {
        MemberTree tree = session.members("Revenue", AREA);

        assertThat(tree.search("gongbei", null, 0, 10).choices())
                .first()
                .satisfies(choice -> assertThat(choice.path()).endsWith("Xiangzhou", "Gongbei"));
        assertThat(tree.search("拱北", MICRO, 0, 10).choices())
                .extracting(MemberTree.Choice::caption)
                .contains("Gongbei");
        assertThat(tree.search("gb", MICRO, 0, 10).choices())
                .extracting(MemberTree.Choice::caption)
                .contains("Gongbei");
        assertThat(tree.search("gongbei", BRANCH, 0, 10).total()).isZero();
        assertThat(tree.search("no such place", null, 0, 10).total()).isZero();
    }

    @Test
    void longListsComeByPagesThatFitTogether() throws Exception {
        MemberTree tree = session.members("Revenue", AREA);
        MemberTree.Choice gongbei = choice(tree, "Gongbei");
        MemberTree.Choice city = tree.choice(tree.choice(gongbei.parent()).parent());

        MemberTree.Page first = tree.children(city.uniqueName(), 0, 2);
        MemberTree.Page second = tree.children(city.uniqueName(), 2, 1_000);

        assertThat(first.choices()).hasSize(2);
        assertThat(first.total())
                .isEqualTo(city.children())
                .isEqualTo(2 + second.choices().size())
                .isGreaterThan(2);
        assertThat(second.choices()).doesNotContainAnyElementsOf(first.choices());
        assertThat(tree.search("", MICRO, 0, 1).total()).isEqualTo(tree.count(MICRO));
    }

    @Test
    void aPastedListSaysWhatItDidNotFind() throws Exception {
        MemberTree tree = session.members("Revenue", AREA);
        String code = text("select min(code) from d_area where area_en = 'Gongbei'");

        PastedList list =
                PastedList.read("Gongbei\r\n 南屏 \tAtlantis\n" + code + "\nQianshan, Jida，nowhere\n\n", tree::named);

        assertThat(list.found())
                .extracting(MemberTree.Choice::caption)
                .containsExactly("Gongbei", "Nanping", "Qianshan", "Jida");
        assertThat(list.missing()).containsExactly("Atlantis", "nowhere");
        assertThat(list.ambiguous()).isEmpty();
    }

    @Test
    void whatIsChosenKeepsLevelsDescendantsAndPeriods() throws Exception {
        MemberTree tree = session.members("Revenue", AREA);
        MemberTree.Choice gongbei = choice(tree, "Gongbei");
        MemberTree.Choice branch = tree.choice(gongbei.parent());
        List<String> special = List.of("children " + branch.uniqueName(), "level " + BRANCH);
        Picking picking = new Picking(new Selection(special, List.of()));

        assertThat(picking.tick(gongbei)).isEqualTo(Picking.Tick.WITHIN);
        assertThat(picking.tick(branch)).as("by its level").isEqualTo(Picking.Tick.WITHIN);
        picking.excluding(true);
        assertThat(picking.tick(gongbei)).isEqualTo(Picking.Tick.OFF);
        picking.toggle(gongbei);
        picking.toggle(Pick.of(Pick.Kind.LEVEL, MICRO));

        assertThat(picking.selection())
                .as("levels are not excluded")
                .isEqualTo(new Selection(special, List.of(gongbei.uniqueName())));
    }

    @Test
    void aMemberAndWhatIsBelowItAreNotChosenTogether() throws Exception {
        MemberTree tree = session.members("Revenue", AREA);
        MemberTree.Choice gongbei = choice(tree, "Gongbei");
        MemberTree.Choice branch = tree.choice(gongbei.parent());
        Picking picking = new Picking(Selection.ALL);

        picking.toggle(gongbei);
        assertThat(picking.tick(branch)).isEqualTo(Picking.Tick.SOME);
        assertThat(picking.below(branch)).isOne();
        picking.toggle(branch);

        assertThat(picking.chosen()).containsExactly(branch.uniqueName());
        assertThat(picking.tick(gongbei)).isEqualTo(Picking.Tick.WITHIN);
        picking.toggle(branch);
        assertThat(picking.selection()).isEqualTo(Selection.ALL);
    }

    @Test
    void theEstimateIsWhatTheResultHas() throws Exception {
        PivotModel crossed = branches.put(brand, brand + ".[Brand]", Place.COLUMNS)
                .withTotals(false)
                .withHideEmpty(false);
        PivotResult all = run(crossed);
        PivotModel two = crossed.change(
                AREA, field -> field.withConditions(List.of(Condition.value(Kind.TOP_COUNT, GROSS, BigDecimal.TWO))));
        PivotModel without = crossed.select(AREA, new Selection(List.of(), List.of(member(all, 0))));

        PivotModel opened = crossed.pick(AREA, List.of(member(all, 0))).toggle(AREA, member(all, 0));
        PivotModel children = crossed.pick(AREA, List.of("children " + member(all, 0)));

        estimated(crossed, all.rowCount(), all.columnCount());
        estimated(two, 2, all.columnCount());
        estimated(without, all.rowCount() - 1, all.columnCount());
        estimated(opened, run(opened).rowCount(), all.columnCount());
        estimated(children, run(children).rowCount(), all.columnCount());
        estimated(PivotModel.of("Revenue"), 1, 1);
    }

    private void estimated(PivotModel model, int rows, int columns) throws Exception {
        PivotEstimate estimate = session.estimate(model);
        assertThat(List.of(estimate.rows(), estimate.columns())).containsExactly((double) rows, (double) columns);
    }

    @Test
    void aBranchManagerFindsNoMemberOfAnotherBranchBySearchOrList() throws Exception {
        PivotResult all = run(branches);
        String own = member(all, 0);
        String other = member(all, 1);
        List<String> foreign = session.members("Revenue", AREA).children(other, 0, 100).choices().stream()
                .map(MemberTree.Choice::caption)
                .toList();
        String code = text("select min(code) from d_area where area_en = '"
                + foreign.getFirst().replace("'", "''") + "'");
        try (PivotSession manager = session(new PortalUser(2, "manager", "Manager", Set.of(), List.of(own)))) {
            manager.open(Map.of("cube", List.of("Revenue")), LocalDate.of(2010, 3, 31));
            MemberTree tree = manager.members("Revenue", AREA);

            for (String name : foreign) {
                assertThat(tree.search(name, null, 0, 100).choices())
                        .as(name)
                        .allMatch(choice -> choice.uniqueName().startsWith(own));
            }
            PastedList list = PastedList.read(String.join("\n", foreign) + "\n" + other + "\n" + code, tree::named);
            assertThat(list.found()).isEmpty();
            assertThat(list.ambiguous()).isEmpty();
            assertThat(list.missing()).containsAll(foreign).contains(other, code);
            assertThat(tree.count(BRANCH)).isOne();
            assertThat(manager.estimate(branches).rows()).isEqualTo(1);
        }
    }

    @Test
    void aBranchUserIsOfferedTheChannelsOfTheOwnBranchOnly() throws Exception {
        String outlets = "from f_channel_cost f join d_channel c using (k_channel) join d_area a on a.k_area = f.k_area"
                + " where open_outlet = 1 and c.k_channel not in (select k_channel from f_channel_cost"
                + " group by k_channel having count(distinct k_area) > 1) and branch_en ";
        String mine = text("select min(channel_en) " + outlets + "= 'Xiangzhou'");
        String foreign = text("select min(channel_en) " + outlets + "= 'Doumen'");
        assertThat(offered(session, mine)).contains(mine);
        assertThat(offered(session, foreign)).contains(foreign);

        try (PivotSession manager = session(
                new PortalUser(2, "manager", "Manager", Set.of(), List.of("[Area].[Managed].[Zhuhai].[Xiangzhou]")))) {
            manager.open(Map.of("cube", List.of("Channel Activity")), LocalDate.of(2010, 3, 31));

            assertThat(offered(manager, mine)).contains(mine);
            assertThat(offered(manager, foreign)).doesNotContain(foreign);
        }
    }

    /** What the picker shows of the channels: found by the name, and by walking down from the top. */
    private static List<String> offered(PivotSession session, String name) throws Exception {
        String channels = "[Channel].[Type]";
        MemberTree tree = session.members("Channel Activity", channels);
        List<String> walked = new ArrayList<>();
        List<MemberTree.Choice> level = tree.top(0, 1_000).choices();
        while (!level.isEmpty()) {
            List<MemberTree.Choice> below = new ArrayList<>();
            for (MemberTree.Choice choice : level) {
                walked.add(choice.caption());
                List<MemberTree.Choice> children = choice.children() == 0
                        ? List.of()
                        : tree.children(choice.uniqueName(), 0, 1_000).choices();
                assertThat(children).hasSize(Math.min(choice.children(), 1_000));
                below.addAll(children);
            }
            level = below;
        }
        List<String> found = tree.search(name, null, 0, 100).choices().stream()
                .map(MemberTree.Choice::caption)
                .toList();
        List<String> pasted = tree.named(List.of(name)).get(name).stream()
                .map(MemberTree.Choice::caption)
                .toList();
        assertThat(walked.contains(name)).isEqualTo(found.contains(name)).isEqualTo(pasted.contains(name));
        return found;
    }

    private static MemberTree.Choice choice(MemberTree tree, String name) throws Exception {
        return tree.search(name, MICRO, 0, 1).choices().getFirst();
    }

    private static String text(String query) throws Exception {
        try (var connection = org.shapan.portal.CiProvince.database().connection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
