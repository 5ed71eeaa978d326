package org.shapan.engine.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shapan.engine.sql.Dialect;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.HierarchyTables;
import org.shapan.engine.star.HierarchyTables.LevelRows;

/** One key with several names: warnings. Only one of the names is shown, whatever the rows of the others mean. */
final class NamesOfKeys implements Rule {
    @Override
    public void check(Subject subject, Findings findings) {
        for (Map.Entry<Hierarchy, HierarchyTables> entry : subject.hierarchies().entrySet()) {
            for (LevelRows level : entry.getValue().levels()) {
                if (level.name() != null) {
                    check(level, subject.rows(), findings);
                }
            }
        }
    }

    private static void check(LevelRows level, Rows rows, Findings findings) {
        Dialect dialect = rows.dialect();
        List<String> identity = new ArrayList<>();
        if (!level.definition().unique() && level.parent() == null) {
            identity.addAll(level.above());
        }
        identity.add(level.key());
        String repeated = "SELECT " + level.key() + " AS " + dialect.quote("k") + ", MIN(" + level.name() + ") AS "
                + dialect.quote("a") + ", MAX(" + level.name() + ") AS " + dialect.quote("b") + " " + level.from()
                + " GROUP BY " + String.join(", ", identity) + " HAVING COUNT(DISTINCT " + level.name() + ") > 1";
        Object[] found = rows.one("SELECT COUNT(*), MIN(" + dialect.quote("k") + "), MIN(" + dialect.quote("a")
                + "), MIN(" + dialect.quote("b") + ") FROM (" + repeated + ") AS " + dialect.quote("d"));
        long count = Rows.whole(found[0]);
        if (count > 0) {
            findings.warning(
                    level.definition().place(),
                    count + " keys of level '" + level.definition().name() + "' have several names"
                            + (count == 1
                                    ? ": " + found[1] + " is '" + found[2] + "' and '" + found[3] + "'"
                                    : ", such as " + found[1]),
                    "Make the key tell members apart, or give each key one name");
        }
    }
}
