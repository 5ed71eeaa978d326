package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.pivot.PivotModel.Place;
import org.shapan.portal.pivot.Slicer.Press;

/** Filters as buttons: what they offer, and that pressing them gives what the filter gives, compared with plain SQL. */
class SlicerTest extends OperatedPivot {
    private static final String SUM = "select sum(fee_gross) from f_revenue where k_month ";

    @Test
    void aTimelineHasTheMonthsWithDataAndPressingThemFilters() throws Exception {
        PivotModel model = branches.withLook(PivotLook.DEFAULT.toggleSlicer(TIME));
        Slicer timeline = slicer(model);

        assertThat(timeline.timeline()).isTrue();
        assertThat(timeline.buttons())
                .filteredOn(Slicer.Button::on)
                .singleElement()
                .satisfies(button -> assertThat(button.member()).isEqualTo(MARCH));
        assertThat(timeline.buttons().size() + timeline.more())
                .isEqualTo((int) sql("select count(distinct k_month) from f_revenue"));
        assertThat(timeline.groups().keySet()).contains("2009", "2010");
        String february = timeline.buttons().get(timeline.buttons().size() - 2).member();
        String january = timeline.buttons().get(timeline.buttons().size() - 3).member();

        assertThat(total(run(timeline.press(model, february, Press.ALONE)))).isCloseTo(sql(SUM + "= 201002"), within());
        PivotModel two = timeline.press(model, february, Press.ADD);
        assertThat(total(run(two))).isCloseTo(sql(SUM + "in (201002, 201003)"), within());
        PivotModel quarter = timeline.press(model, january, Press.UNTIL);
        assertThat(total(run(quarter))).isCloseTo(sql(SUM + "between 201001 and 201003"), within());
        assertThat(slicer(quarter).buttons()).filteredOn(Slicer.Button::on).hasSize(3);
        assertThat(slicer(model.pick(TIME, List.of(TIME + ".[2010].[Q1]"))).buttons())
                .as("a quarter is its months")
                .filteredOn(Slicer.Button::on)
                .hasSize(3);
        assertThat(timeline.press(model, MARCH, Press.ALONE).selection(TIME).all())
                .as("pressed again")
                .isTrue();
    }

    @Test
    void aSlicerHasTheTopmostMembersAndLeavesWithItsFilter() throws Exception {
        PivotModel model =
                branches.put(brand, brand + ".[Brand]", Place.FILTERS).withLook(PivotLook.DEFAULT.toggleSlicer(brand));
        Slicer slicer = slicer(model);

        assertThat(slicer.all()).isTrue();
        assertThat(slicer.buttons()).hasSizeGreaterThan(2);
        double sum = 0;
        for (Slicer.Button button : slicer.buttons()) {
            sum += total(run(slicer.press(model, button.member(), Press.ALONE)));
        }
        assertThat(sum).isCloseTo(total(run(model)), within());
        assertThat(model.remove(brand).look().slicers()).isEmpty();
        assertThat(model.put(brand, brand + ".[Brand]", Place.COLUMNS).look().slicers())
                .isEmpty();
    }

    @Test
    void aBranchManagerHasNoButtonOfAnotherBranch() throws Exception {
        String own = member(run(branches), 0);
        String other = member(run(branches), 1);
        PivotModel model = branches.remove(AREA)
                .put(AREA, BRANCH, Place.FILTERS)
                .put(brand, brand + ".[Brand]", Place.ROWS)
                .pick(AREA, List.of(own))
                .withLook(PivotLook.DEFAULT.toggleSlicer(AREA));
        assertThat(slicer(model).buttons()).extracting(Slicer.Button::member).contains(own, other);
        try (PivotSession manager = session(new PortalUser(2, "manager", "Manager", Set.of(), List.of(own)))) {
            PivotFields fields = manager.open(Map.of("cube", List.of("Revenue")), LocalDate.of(2010, 3, 31))
                    .fields();
            assertThat(Slicer.read(manager, model, fields).getFirst().buttons())
                    .extracting(Slicer.Button::member)
                    .containsExactly(own);
        }
    }

    private Slicer slicer(PivotModel model) throws Exception {
        return Slicer.read(
                        session,
                        model,
                        session.open(PivotLink.write(model), null).fields())
                .getFirst();
    }
}
