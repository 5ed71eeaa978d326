package org.shapan.engine.check;

import org.shapan.engine.catalog.CubeDefinition;
import org.shapan.engine.star.FactGroup;

/** Fact tables and levels without rows: warnings. The catalog declares them, the database has nothing for them. */
final class EmptyTables implements Rule {
    @Override
    public void check(Subject subject, Findings findings) {
        for (FactGroup group : subject.facts()) {
            if (subject.rows().count(group.fact()) == 0) {
                CubeDefinition cube = subject.definition().cubes().stream()
                        .filter(c -> c.name().equals(group.name()))
                        .findFirst()
                        .orElseThrow();
                findings.warning(
                        cube.fact().place(),
                        "the fact table '" + group.fact().alias() + "' of cube '" + cube.name() + "' has no rows",
                        "Load rows, or correct the table or its filter");
            }
        }
        subject.eachLevel((hierarchy, level) -> {
            if (subject.rows()
                    .read("SELECT " + level.key() + " " + level.from(), 1)
                    .isEmpty()) {
                findings.warning(
                        level.definition().place(),
                        "level '" + level.definition().name() + "' has no members: no rows lie behind it",
                        "Load rows, or correct the table, its joins or its filter");
            }
        });
    }
}
