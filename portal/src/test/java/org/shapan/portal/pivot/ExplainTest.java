package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shapan.engine.api.QueryLoads;
import org.shapan.portal.pivot.PivotModel.Place;

/** What a result tells of where it comes from: its statement; loads with their source, SQL, rows, time and reason. */
class ExplainTest extends OperatedPivot {
    @Test
    void aResultTellsItsStatementAndTheSqlThatWasReadForIt() throws Exception {
        PivotModel model = branches.put(brand, brand + ".[Brand]", Place.COLUMNS);

        PivotResult result = run(model);

        assertThat(result.mdx())
                .isEqualTo(PivotMdx.write(model, result.fields()).text());
        List<QueryLoads.Load> read = result.loads().loads().stream()
                .filter(load -> load.sql() != null)
                .toList();
        assertThat(read).as("by cubes that nobody asked before").isNotEmpty();
        for (QueryLoads.Load load : read) {
            assertThat(load.source()).isIn("AGGREGATE_TABLE", "FACT_TABLE");
            assertThat(load.why()).isNotBlank();
            assertThat(sql("select count(*) from (" + load.sql() + ") as load")).isEqualTo(load.rows());
            assertThat(result.loads().plan().replaceAll("\\s+", " "))
                    .contains(load.sql().replaceAll("\\s+", " "))
                    .contains("from " + load.source() + ", " + load.rows() + " rows, " + load.millis() + " ms: "
                            + load.why().replaceAll("\\s+", " "));
        }
    }

    @Test
    void whatWasReadBeforeComesFromTheCache() throws Exception {
        run(branches);

        PivotResult again = run(branches);

        assertThat(again.loads().loads()).isNotEmpty().allSatisfy(load -> {
            assertThat(load.source()).isEqualTo("CACHE");
            assertThat(load.sql()).isNull();
        });
    }
}
