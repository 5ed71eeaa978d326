package org.shapan.engine.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shapan.engine.star.Reference;

/**
 * Keys that facts or other tables refer to and that occur in several rows: errors. A join finds each of these rows, so facts are counted
 * more than once. A null key joins nothing, however many rows have it.
 */
final class UniqueKeys implements Rule {
    @Override
    public void check(Subject subject, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (Reference reference : subject.references()) {
            Rows rows = subject.rows();
            String key = rows.column(reference.to().relation(), reference.to().column());
            String repeated = "SELECT " + key + " AS " + rows.dialect().quote("k") + ", COUNT(*) AS "
                    + rows.dialect().quote("n") + " " + rows.from(reference.to().relation()) + " GROUP BY " + key
                    + " HAVING COUNT(*) > 1 AND " + key + " IS NOT NULL";
            if (!seen.add(repeated + reference.to().label())) {
                continue;
            }
            List<Object[]> first = rows.read(repeated, 1);
            if (first.isEmpty()) {
                continue;
            }
            Object[] total = rows.one("SELECT COUNT(" + rows.dialect().quote("k") + "), SUM("
                    + rows.dialect().quote("n") + ") FROM (" + repeated + ") AS "
                    + rows.dialect().quote("d"));
            findings.error(
                    reference.place(),
                    reference.to().label() + " is not unique: " + Rows.whole(total[0]) + " keys stand in "
                            + Rows.whole(total[1]) + " rows, such as " + first.get(0)[0] + " in " + first.get(0)[1]
                            + "; rows of " + reference.from().relation().alias() + " are counted once for each",
                    "Refer to a key that is unique, remove the repeated rows, or take one of each in a View");
        }
    }
}
