package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.pivot.PivotModel.Place;

/** What somebody of one branch gets of what a colleague of another made: links, saved pivots, orders, estimates. */
class PivotRightsTest extends OperatedPivot {
    private static final LocalDate DAY = LocalDate.of(2010, 3, 31);

    private PivotResult all;
    private String other;
    private String otherName;
    private String noSuch;
    private PivotSession manager;

    @BeforeEach
    void twoBranches() throws SQLException {
        all = run(branches);
        other = member(all, 1);
        otherName = details(all).get(1);
        noSuch = other.substring(0, other.lastIndexOf('.')) + ".[No such]";
        manager = session(new PortalUser(2, "manager", "Manager", Set.of(), List.of(member(all, 0))));
        manager.open(Map.of("cube", List.of("Revenue")), DAY);
    }

    @AfterEach
    void leave() throws SQLException {
        manager.close();
    }

    @Test
    void aColleaguesLinkShowsOwnFiguresOnly() throws Exception {
        PivotResult own = open(PivotLink.write(branches));

        assertThat(details(own)).containsExactly(details(all).getFirst());
        assertThat(total(own)).isCloseTo(all.number(0, 0), within());
        assertThat(own.mdx() + own.loads().plan()).doesNotContain(otherName);
    }

    @Test
    void aLinkThatNamesAnotherBranchIsRefusedLikeOneThatNamesNone() {
        for (PivotModel model : List.of(
                branches.pick(AREA, List.of(other)),
                branches.toggle(AREA, other),
                MemberOperations.drillDown(branches, AREA, other),
                MemberOperations.exclude(branches, AREA, List.of(other)),
                MemberOperations.across(branches, AREA, List.of(other), brand, brand + ".[Brand]"))) {
            Map<String, List<String>> link = PivotLink.write(model);
            String hidden = outcome(link).replace(other, "?").replace(otherName, "?");
            String never = outcome(replaced(link)).replace(noSuch, "?").replace("No such", "?");
            assertThat(hidden).as("%s", link).isEqualTo(never);
        }
    }

    @Test
    void anOrderByAColumnOfAnotherBranchIsRefusedLikeOneOfNone() {
        PivotModel crossed = branches.remove(AREA)
                .put(brand, brand + ".[Brand]", Place.ROWS)
                .put(AREA, BRANCH, Place.COLUMNS)
                .withSort(new Sort(Sort.Order.DESC, List.of(GROSS, other)));
        Map<String, List<String>> link = PivotLink.write(crossed);

        assertThat(outcome(link).replace(other, "?").replace(otherName, "?"))
                .isEqualTo(outcome(replaced(link)).replace(noSuch, "?").replace("No such", "?"));
    }

    @Test
    void estimatesCountOwnMembersOnly() throws Exception {
        int everyBranch = details(run(branches.withHideEmpty(false))).size();
        assertThat(session.estimate(branches).cells()).isEqualTo(everyBranch);
        assertThat(manager.estimate(branches).cells()).isEqualTo(1);
    }

    private PivotResult open(Map<String, List<String>> link) throws SQLException {
        return manager.run(manager.open(link, DAY).model());
    }

    /** What a link gives: figures, or why there are none, without places, which depend on the length of names. */
    private String outcome(Map<String, List<String>> link) {
        try {
            PivotResult result = open(link);
            return details(result) + " " + numbers(result);
        } catch (SQLException | UnknownNameException e) {
            return e.getMessage().replaceAll("column \\d+", "column ?");
        }
    }

    private Map<String, List<String>> replaced(Map<String, List<String>> link) {
        Map<String, List<String>> next = new LinkedHashMap<>();
        link.forEach((name, values) -> next.put(
                name, values.stream().map(value -> value.replace(other, noSuch)).toList()));
        return next;
    }
}
