package org.shapan.warehouse.generator;

import java.util.Optional;
import org.shapan.warehouse.feed.Profile;

/** One type of anomaly or decoy (domain §9.5): what happens, to whom, and when. */
interface Story {

    /** Number within the domain's table, for example {@code P01}; that of a decoy begins with D. */
    String type();

    /** How many of it a province of this size gets. */
    int count(Profile profile);

    /**
     * Plants one into the plan. Draws the entity from those that are eligible and {@link AnomalyPlan#free}, and changes
     * nothing but it and its customers.
     *
     * @param nth from 1
     * @param stream the planting's own stream, for position, month and extent
     * @return what was planted; empty, with nothing changed, when no entity is eligible
     */
    Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream);
}
