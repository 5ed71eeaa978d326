package org.shapan.engine.check;

import java.math.BigDecimal;
import org.shapan.engine.sql.DataType;
import org.shapan.engine.star.AggregateTable;
import org.shapan.engine.star.Aggregation;
import org.shapan.engine.star.FactGroup;
import org.shapan.engine.star.StoredMeasure;

/** Aggregate tables whose totals are not those of the facts: errors, since a query gives one or the other. */
final class Aggregates implements Rule {
    /** Doubles are summed in another order. */
    private static final double TOLERANCE = 1e-6;

    @Override
    public void check(Subject subject, Findings findings) {
        for (FactGroup group : subject.facts()) {
            for (AggregateTable table : group.aggregates()) {
                long facts = subject.rows().count(group.fact());
                long counted = Rows.whole(total(subject.rows(), table, "SUM(" + table.countSql() + ")"));
                if (facts != counted) {
                    findings.error(
                            table.place(),
                            "the aggregate table '" + table.relation().alias() + "' stands for " + counted
                                    + " fact rows, but '" + group.fact().alias() + "' has " + facts,
                            "Build the aggregate table anew, or take its declaration out");
                }
                for (StoredMeasure measure : group.baseCube().storedMeasures()) {
                    if (measure.sql() != null && table.sql(measure) != null) {
                        compare(subject.rows(), group, table, measure, findings);
                    }
                }
            }
        }
    }

    private static void compare(
            Rows rows, FactGroup group, AggregateTable table, StoredMeasure measure, Findings findings) {
        String fact;
        String aggregate;
        switch (measure.aggregation()) {
            case SUM, MIN, MAX -> {
                String function = measure.aggregation().name();
                fact = function + "(" + measure.sql() + ")";
                aggregate = function + "(" + table.sql(measure) + ")";
            }
            case COUNT -> {
                fact = "COUNT(" + measure.sql() + ")";
                aggregate = "SUM(" + table.sql(measure) + ")";
            }
            case AVG, DISTINCT_COUNT, NONE -> {
                return;
            }
            default -> throw new IllegalStateException(measure.aggregation().name());
        }
        Object byFacts = rows.one("SELECT " + fact + " " + rows.from(group.fact()))[0];
        Object byTable = total(rows, table, aggregate);
        if (!same(byFacts, byTable, measure)) {
            findings.error(
                    table.place(),
                    "measure '" + measure.name() + "' is " + byTable + " in the aggregate table '"
                            + table.relation().alias() + "', but " + byFacts + " in '"
                            + group.fact().alias() + "'",
                    "Build the aggregate table anew, or take the measure out of its declaration");
        }
    }

    private static Object total(Rows rows, AggregateTable table, String aggregate) {
        return rows.one("SELECT " + aggregate + " " + rows.from(table.relation()))[0];
    }

    private static boolean same(Object one, Object other, StoredMeasure measure) {
        if (one == null || other == null) {
            return one == other;
        }
        if (one instanceof Number && other instanceof Number) {
            BigDecimal a = new BigDecimal(one.toString());
            BigDecimal b = new BigDecimal(other.toString());
            return measure.dataType() == DataType.DOUBLE && measure.aggregation() == Aggregation.SUM
                    ? Math.abs(a.doubleValue() - b.doubleValue()) <= TOLERANCE * Math.max(1, Math.abs(a.doubleValue()))
                    : a.compareTo(b) == 0;
        }
        return one.toString().equals(other.toString());
    }
}
