package org.shapan.engine.check;

import java.util.ArrayList;
import java.util.List;
import org.shapan.engine.sql.Dialect;
import org.shapan.engine.star.HierarchyTables.LevelRows;

/** One key with several names: warnings. Only one of the names is shown, whatever the rows of the others mean. */
final class NamesOfKeys implements Rule {
    @Override
    public void check(Subject subject, Findings findings) {
        subject.eachLevel((hierarchy, level) -> {
            if (level.name() != null) {
                check(level, subject.rows(), findings);
            }
        });
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
        List<Object[]> first = rows.read(repeated, 1);
        if (first.isEmpty()) {
            return;
        }
        long count = Rows.whole(rows.one("SELECT COUNT(*) FROM (" + repeated + ") AS " + dialect.quote("d"))[0]);
        Object[] example = first.get(0);
        findings.warning(
                level.definition().place(),
                count + " keys of level '" + level.definition().name() + "' have several names, such as " + example[0]
                        + ": '" + example[1] + "' and '" + example[2] + "'",
                "Make the key tell members apart, or give each key one name");
    }
}
