package org.shapan.engine.check;

import java.util.HashSet;
import java.util.Set;
import org.shapan.engine.catalog.RelationDefinition;
import org.shapan.engine.star.Reference;

/** Key columns of large tables without an index: hints. Column stores, which do without, are not asked. */
final class Indexes implements Rule {
    @Override
    public void check(Subject subject, Findings findings) {
        if (!subject.rows().dialect().usesIndexes()) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (Reference reference : subject.references()) {
            check(reference.from(), reference, subject, findings, seen);
            check(reference.to(), reference, subject, findings, seen);
        }
    }

    private static void check(
            Reference.Side side, Reference reference, Subject subject, Findings findings, Set<String> seen) {
        if (!(side.table() instanceof RelationDefinition.Table table)
                || !seen.add(side.relation().from() + "." + side.column())) {
            return;
        }
        long rows = subject.rows().count(side.relation());
        if (rows < subject.limits().largeTable()) {
            return;
        }
        if (!subject.rows().indexedColumns(table.schema(), table.name()).contains(side.column())) {
            findings.hint(
                    reference.place(),
                    "the table '" + table.name() + "' has " + rows + " rows and no index that begins with "
                            + side.column(),
                    "An index on " + table.name() + "(" + side.column() + ") makes queries on a few members faster");
        }
    }
}
