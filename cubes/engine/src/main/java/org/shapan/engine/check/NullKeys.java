package org.shapan.engine.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shapan.engine.sql.Dialect;
import org.shapan.engine.star.FactGroup;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.HierarchyTables;
import org.shapan.engine.star.HierarchyTables.LevelRows;
import org.shapan.engine.star.Reference;
import org.shapan.engine.star.Relation;

/**
 * Fact rows that refer to nothing: warnings, since they count in the total and under no member. Rows of a dimension without a key:
 * hints, they are the member {@code #null}.
 */
final class NullKeys implements Rule {
    @Override
    public void check(Subject subject, Findings findings) {
        subject.facts().forEach(group -> facts(group, subject, findings));
        subject.eachLevel((hierarchy, level) -> members(level, subject, findings));
    }

    /** One statement for all keys of a fact table. */
    private static void facts(FactGroup group, Subject subject, Findings findings) {
        Map<String, Reference> byColumn = new LinkedHashMap<>();
        for (Hierarchy hierarchy : group.baseCube().hierarchies()) {
            HierarchyTables.reference(group, hierarchy)
                    .ifPresent(r -> byColumn.putIfAbsent(r.from().column(), r));
        }
        if (byColumn.isEmpty()) {
            return;
        }
        Relation fact = group.fact();
        List<Reference> references = new ArrayList<>(byColumn.values());
        Object[] counts = subject.rows()
                .one("SELECT COUNT(*), "
                        + references.stream()
                                .map(r -> "COUNT("
                                        + subject.rows().column(fact, r.from().column()) + ")")
                                .collect(Collectors.joining(", "))
                        + " " + subject.rows().from(fact));
        for (int i = 0; i < references.size(); i++) {
            long without = Rows.whole(counts[0]) - Rows.whole(counts[i + 1]);
            if (without > 0) {
                findings.warning(
                        references.get(i).place(),
                        without + " of " + Rows.whole(counts[0]) + " rows of '" + fact.alias() + "' have no "
                                + references.get(i).from().column() + ": they count in the total, but under no member",
                        "Give them a key, such as that of a member 'unknown'");
            }
        }
    }

    private static void members(LevelRows level, Subject subject, Findings findings) {
        Dialect dialect = subject.rows().dialect();
        long without = Rows.whole(subject.rows()
                .one("SELECT COUNT(*) FROM (SELECT " + level.key() + " AS " + dialect.quote("k") + " " + level.from()
                        + ") AS " + dialect.quote("d") + " WHERE " + dialect.quote("k") + " IS NULL")[0]);
        if (without > 0) {
            findings.hint(
                    level.definition().place(),
                    without + " rows of level '" + level.definition().name()
                            + "' have no key and become the member #null",
                    "Give them a key, or leave them out by a filter of the table");
        }
    }
}
