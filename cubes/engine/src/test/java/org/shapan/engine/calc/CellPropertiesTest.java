package org.shapan.engine.calc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.shapan.engine.calc.eval.QueryLimits;

class CellPropertiesTest {
    private static final SalesCube CUBE = new SalesCube();

    @AfterAll
    static void close() {
        CUBE.close();
    }

    @Test
    void aPropertyOfACalculatedMemberIsComputedAtEachCell() {
        QueryResult result = CUBE.run(
                "WITH MEMBER Measures.judged AS Measures.Amount, BACK_COLOR = IIf(Measures.Amount > 10, 1, 2)"
                        + " SELECT {Measures.judged} ON 0, {Item.Pie, Item.Rye} ON 1 FROM Sales"
                        + " CELL PROPERTIES VALUE, BACK_COLOR, FORMAT_STRING",
                QueryLimits.DEFAULT);

        assertThat(result.property(0, "back_color")).isEqualTo(2L);
        assertThat(result.property(1, "BACK_COLOR")).isEqualTo(1L);
        assertThat(result.property(1, "FORMAT_STRING")).isEqualTo("#,##0.00");
        assertThat(result.property(1, "FORE_COLOR")).isNull();
    }

    @Test
    void membersHavePropertiesOfTheCatalogAndTheirOwn() {
        QueryResult result = CUBE.run("SELECT {Time.[2024].Q1} ON 0 FROM Sales", QueryLimits.DEFAULT);

        assertThat(result.memberProperty(0, 0, 0, "PARENT_UNIQUE_NAME")).isEqualTo("[Time].[2024]");
        assertThat(result.memberProperty(0, 0, 0, "[Time].[Quarter].[LEVEL_NUMBER]"))
                .isEqualTo(2);
        assertThat(result.memberProperty(0, 0, 0, "colour")).isNull();
    }
}
