package org.shapan.engine.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shapan.engine.star.Reference;

/** Rows whose key the table they refer to does not have: warnings. They count in the total, but under no member. */
final class OrphanRows implements Rule {
    @Override
    public void check(Subject subject, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (Reference reference : subject.references()) {
            Rows rows = subject.rows();
            String orphans = orphans(reference, rows);
            if (!reference.comparable() || !seen.add(orphans)) {
                continue;
            }
            List<Object[]> first = rows.read(orphans, 1);
            if (!first.isEmpty()) {
                Object[] total =
                        rows.one("SELECT COUNT(*), SUM(" + rows.dialect().quote("n") + ") FROM (" + orphans + ") AS "
                                + rows.dialect().quote("d"));
                findings.warning(
                        reference.place(),
                        Rows.whole(total[1]) + " rows of '"
                                + reference.from().relation().alias() + "' have a "
                                + reference.from().column() + " that "
                                + reference.to().label() + " does not have ("
                                + Rows.whole(total[0]) + " keys, such as " + first.get(0)[0]
                                + "): they count in the total, but under no member",
                        "Add the missing rows, such as one named 'unknown', or correct the keys");
            }
        }
    }

    /** Each key once: the other table is asked for keys, not for rows. */
    private static String orphans(Reference reference, Rows rows) {
        String from = rows.column(reference.from().relation(), reference.from().column());
        String to = rows.column(reference.to().relation(), reference.to().column());
        String k = rows.dialect().quote("k");
        String n = rows.dialect().quote("n");
        String d = rows.dialect().quote("keys_");
        String filter = reference.to().relation().filter();
        return "SELECT " + d + "." + k + ", " + d + "." + n + " FROM (SELECT " + from + " AS " + k
                + ", COUNT(*) AS " + n + " " + rows.from(reference.from().relation()) + " GROUP BY " + from + ") AS "
                + d
                + " WHERE " + d + "." + k + " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
                + reference.to().relation().from() + " AS "
                + rows.dialect().quote(reference.to().relation().alias()) + " WHERE " + to + " = " + d + "." + k
                + (filter == null ? "" : " AND (" + filter + ")") + ")";
    }
}
