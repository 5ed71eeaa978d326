package org.shapan.engine.check;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.catalog.CatalogDefinition;
import org.shapan.engine.catalog.CatalogReader;
import org.shapan.engine.catalog.Faults;
import org.shapan.engine.sql.JdbcExecutor;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.sql.SqlExecutor;
import org.shapan.engine.star.Catalog;
import org.shapan.engine.star.Gaps;
import org.shapan.engine.star.StarBuilder;

/**
 * Checks a catalog against the database it is meant for, and tells everything that is wrong. A file that cannot be read as a catalog is
 * not held against the database: its faults come first.
 */
public final class CatalogCheck {
    private static final List<Rule> RULES = List.of(
            new EmptyTables(),
            new KeyTypes(),
            new UniqueKeys(),
            new NullKeys(),
            new OrphanRows(),
            new LevelTypes(),
            new UniqueMembers(),
            new SameNames(),
            new NamesOfKeys(),
            new ParentChild(),
            new DefaultMembers(),
            new Formulas(),
            new Formats(),
            new Roles(),
            new Aggregates(),
            new Indexes(),
            new Ignored());

    private final SqlExecutor sql;
    private final CheckLimits limits;
    private final Findings findings = new Findings();

    private CatalogCheck(SqlExecutor sql, CheckLimits limits) {
        this.sql = requireNonNull(sql, "sql is null");
        this.limits = requireNonNull(limits, "limits is null");
    }

    /**
     * Checks a file.
     *
     * @throws EngineException CONNECTION when the file or the database cannot be reached
     */
    public static CheckReport check(Path catalog, DataSource source, CheckLimits limits) {
        CatalogCheck check = new CatalogCheck(JdbcExecutor.of(source), limits);
        check.findings.by("reading");
        CatalogDefinition definition = null;
        try {
            definition = CatalogReader.read(catalog);
        } catch (EngineException e) {
            check.note(e);
        }
        if (definition != null) {
            check.run(definition);
        }
        return new CheckReport(check.findings.inOrder());
    }

    private void run(CatalogDefinition definition) {
        findings.by("binding");
        Catalog catalog = StarBuilder.build(definition, sql, Gaps.LEAVE_OUT);
        catalog.faults().forEach(findings::faults);
        Subject subject = new Subject(catalog, new Rows(sql), limits);
        for (Rule rule : RULES) {
            findings.by(rule.name());
            // Members that load on the way obey the time limit of the rule as well.
            ScopedValue.where(QueryExecution.CURRENT, QueryExecution.limited("check", limits.ruleTime()))
                    .run(() -> run(rule, subject));
        }
    }

    private void run(Rule rule, Subject subject) {
        try {
            rule.check(subject, findings);
        } catch (EngineException e) {
            if (e.code() == OlapErrorCode.TIMEOUT) {
                findings.warning(
                        null,
                        "the rule did not end within " + limits.ruleTime().toSeconds()
                                + " s, so it may have missed something",
                        "Give it more time with shapan.check.rule-seconds");
            } else if (e.code() == OlapErrorCode.SQL_FAILED) {
                findings.warning(
                        null, "the rule could not be finished: " + e.what(), "Mend the other findings and check again");
            } else {
                note(e);
            }
        }
    }

    private void note(EngineException e) {
        if (!Faults.isFault(e)) {
            throw e;
        }
        findings.faults(e);
    }
}
