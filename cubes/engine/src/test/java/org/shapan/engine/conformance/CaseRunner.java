package org.shapan.engine.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.shapan.engine.access.CatalogAccess;
import org.shapan.engine.access.CubeAccess;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.calc.QueryCompiler;
import org.shapan.engine.calc.QueryResult;
import org.shapan.engine.calc.eval.KeptSets;
import org.shapan.engine.calc.eval.QueryLimits;
import org.shapan.engine.cell.CellLimits;
import org.shapan.engine.cell.CellStore;
import org.shapan.engine.mdx.MdxParser;
import org.shapan.engine.mdx.SelectStatement;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.sql.SqlExecutor;
import org.shapan.engine.star.Catalog;
import org.shapan.engine.star.Cube;

/** Runs cases in this process on one database; keeps the catalogs it has loaded. */
final class CaseRunner {
    private static final int CATALOGS = 8;

    private final SqlExecutor sql;
    private final CellStore cells;
    private final Map<String, Catalog> catalogs = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Catalog> eldest) {
            return size() > CATALOGS;
        }
    };

    CaseRunner(SqlExecutor sql) {
        this.sql = sql;
        this.cells = new CellStore(sql, CellLimits.DEFAULT);
    }

    /** Null when the outcome is as expected, else what differs. An expected error may be the query's or a cell's. */
    String difference(ConformanceCase test) {
        QueryResult result;
        try {
            result = run(test);
        } catch (EngineException e) {
            boolean internal = e.code() == OlapErrorCode.INTERNAL || e.code() == OlapErrorCode.SQL_FAILED;
            return test.succeeds() || internal ? e.code() + ": " + e.getMessage() : null;
        } catch (RuntimeException | StackOverflowError e) {
            StackTraceElement at = e.getStackTrace().length == 0 ? null : e.getStackTrace()[0];
            return "fault of the engine: " + e + " at " + at;
        }
        if (test.succeeds()) {
            return Comparison.difference(result, test.expect());
        }
        boolean anyError = IntStream.range(0, result.cellCount()).anyMatch(result::isError);
        return anyError ? null : "an error was expected";
    }

    QueryResult run(ConformanceCase test) {
        SelectStatement select = (SelectStatement) MdxParser.parseStatement(test.mdx());
        Catalog catalog =
                catalogs.computeIfAbsent(String.valueOf(test.schema()), any -> FoodMart.catalog(test.schema(), sql));
        String name = QueryCompiler.cubeName(select);
        Cube cube = catalog.cube(name)
                .orElseThrow(() -> new EngineException(OlapErrorCode.MDX_UNKNOWN_NAME, "no cube " + name));
        QueryExecution execution = new Patience();
        return QueryCompiler.compile(select, access(catalog, cube, test.role()), QueryLimits.DEFAULT, Locale.US)
                .execute(execution, cells.open(cube, 0, execution), Map.of(), KeptSets.Store.NONE);
    }

    private static CubeAccess access(Catalog catalog, Cube cube, String role) {
        if (role == null) {
            return CatalogAccess.full(cube);
        }
        return CatalogAccess.named(catalog, List.of(role.split(",")))
                .cube(cube.name())
                .orElseThrow(() -> new EngineException(OlapErrorCode.MDX_UNKNOWN_NAME, "no cube " + cube.name()));
    }
}
