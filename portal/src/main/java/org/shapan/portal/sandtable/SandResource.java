package org.shapan.portal.sandtable;

import java.util.OptionalDouble;
import java.util.function.Function;

/** What campaigns use and bring, each against its plan. */
enum SandResource {
    COST(
            "sand.resources.budget",
            SandResources::spent,
            SandResourcePresenter.SPENT,
            "CAM-07",
            SandResources::budget,
            SandResourcePresenter.BUDGET,
            "CAM-54"),
    CONTACTS(
            "sand.resources.contacts",
            SandResources::contacts,
            SandResourcePresenter.CONTACTS,
            "CAM-02",
            SandResources::contactsPlanned,
            SandResourcePresenter.CONTACTS_PLANNED,
            "CAM-55"),
    ORDERS(
            "sand.resources.orders",
            SandResources::orders,
            SandResourcePresenter.ORDERS,
            "CAM-04",
            SandResources::ordersPlanned,
            SandResourcePresenter.ORDERS_PLANNED,
            "CAM-56");

    private final String key;
    private final Function<SandResources, OptionalDouble> done;
    private final String doneMeasure;
    private final String doneId;
    private final Function<SandResources, OptionalDouble> plan;
    private final String planMeasure;
    private final String planId;

    SandResource(
            String key,
            Function<SandResources, OptionalDouble> done,
            String doneMeasure,
            String doneId,
            Function<SandResources, OptionalDouble> plan,
            String planMeasure,
            String planId) {
        this.key = key;
        this.done = done;
        this.doneMeasure = doneMeasure;
        this.doneId = doneId;
        this.plan = plan;
        this.planMeasure = planMeasure;
        this.planId = planId;
    }

    /** Key of its name in the texts. */
    String key() {
        return key;
    }

    OptionalDouble done(SandResources resources) {
        return done.apply(resources);
    }

    String doneMeasure() {
        return doneMeasure;
    }

    String doneId() {
        return doneId;
    }

    OptionalDouble plan(SandResources resources) {
        return plan.apply(resources);
    }

    String planMeasure() {
        return planMeasure;
    }

    String planId() {
        return planId;
    }
}
