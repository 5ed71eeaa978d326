package org.shapan.portal.area;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import org.shapan.insight.MonthlySeries;
import org.shapan.insight.UnitLevel;

/**
 * An area of the board with its past.
 *
 * @param uniqueName of the member
 * @param name caption in the reader's language
 * @param type code of the kind of micro area or owner, empty where there is none
 * @param hasParts whether one can drill into it
 * @param figures series by name of a measure; never gives null
 */
public record Unit(
        String uniqueName,
        String name,
        String type,
        UnitLevel level,
        boolean hasParts,
        Function<String, MonthlySeries> figures) {
    public Unit {
        requireNonNull(uniqueName, "uniqueName is null");
        requireNonNull(name, "name is null");
        requireNonNull(level, "level is null");
    }

    public MonthlySeries series(AreaKpi kpi) {
        return figures.apply(kpi.measure());
    }
}
