package org.shapan.portal.sandtable;

import static java.util.Objects.requireNonNull;

import org.shapan.insight.UnitLevel;

/**
 * An area of the sand table.
 *
 * @param uniqueName of the member
 * @param name caption in the reader's language
 * @param parent the area above that may be seen; null for the top
 */
public record SandUnit(String uniqueName, String name, UnitLevel level, SandUnit parent) {
    public SandUnit {
        requireNonNull(uniqueName, "uniqueName is null");
        requireNonNull(name, "name is null");
        requireNonNull(level, "level is null");
    }

    /** Whether it can be opened: below a micro area there is no sand table. */
    public boolean hasParts() {
        return level != UnitLevel.MICRO_AREA;
    }
}
