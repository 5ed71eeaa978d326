package org.shapan.insight.watch;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * What an alert is about.
 *
 * @param key natural key: code of the city, branch, area, group, channel or SP business code; {@code company} for the company
 * @param member unique name in its cube
 * @param name caption in the language of the connection
 * @param parent the unit above, null for the top and outside the area tree
 */
public record Entity(Kind kind, String key, String member, String name, Entity parent) {
    /** Kind of thing; as in {@code entity_type} of domain §9.6. */
    public enum Kind {
        COMPANY,
        CITY,
        BRANCH,
        MICRO_AREA,
        GROUP,
        CHANNEL,
        /** Customers of a micro area without group or channel. */
        UNASSIGNED,
        SP_CODE
    }

    public Entity {
        requireNonNull(kind, "kind is null");
        requireNonNull(key, "key is null");
        requireNonNull(member, "member is null");
        requireNonNull(name, "name is null");
    }

    /** From the top down to this one. */
    public List<Entity> path() {
        List<Entity> path = new ArrayList<>();
        for (Entity step = this; step != null; step = step.parent()) {
            path.addFirst(step);
        }
        return path;
    }
}
