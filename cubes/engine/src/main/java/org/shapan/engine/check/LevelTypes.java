package org.shapan.engine.check;

import java.util.Locale;
import org.shapan.engine.catalog.LevelDefinition;
import org.shapan.engine.sql.DataType;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.HierarchyTables;
import org.shapan.engine.star.HierarchyTables.LevelRows;
import org.shapan.engine.star.LevelType;

/**
 * A level that declares another type than its column has: a warning. A time dimension whose levels do not say which periods they are:
 * a hint, since {@code YTD}, {@code ParallelPeriod} and the like do not find their level.
 */
final class LevelTypes implements Rule {
    @Override
    public void check(Subject subject, Findings findings) {
        subject.eachLevel((hierarchy, level) -> declared(level, findings));
        subject.hierarchies().forEach((hierarchy, tables) -> time(hierarchy, tables, findings));
    }

    private static void declared(LevelRows level, Findings findings) {
        LevelDefinition definition = level.definition();
        String type = definition.type() == null ? "" : definition.type().toLowerCase(Locale.ROOT);
        boolean number = type.equals("numeric") || type.equals("integer") || type.equals("long");
        if (number && level.keyType() == DataType.STRING) {
            findings.warning(
                    definition.place(),
                    "level '" + definition.name() + "' says type=\"" + definition.type()
                            + "\", but its column holds text",
                    "Write type=\"String\", or take a column of numbers");
        } else if (type.equals("string") && level.keyType().isNumeric()) {
            findings.warning(
                    definition.place(),
                    "level '" + definition.name() + "' says type=\"" + definition.type()
                            + "\", but its column holds numbers",
                    "Write type=\"Numeric\", or take a column of text");
        }
    }

    private static void time(Hierarchy hierarchy, HierarchyTables tables, Findings findings) {
        boolean typed = hierarchy.levels().stream().anyMatch(l -> l.type() != LevelType.REGULAR);
        if (hierarchy.dimension().isTime() && !typed) {
            findings.hint(
                    tables.definition().place(),
                    "no level of the time hierarchy " + hierarchy.uniqueName() + " has a levelType",
                    "Write levelType=\"TimeYears\", TimeQuarters, TimeMonths, TimeWeeks or TimeDays, so that YTD and the like work");
        } else if (!hierarchy.dimension().isTime() && typed) {
            findings.hint(
                    tables.definition().place(),
                    "levels of " + hierarchy.uniqueName() + " have a levelType, but its dimension is no time dimension",
                    "Write type=\"TimeDimension\" at the dimension");
        }
    }
}
