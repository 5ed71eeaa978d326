package org.shapan.engine.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.calc.eval.QueryLimits;

class QueryBudgetTest {
    private static final SalesCube CUBE = new SalesCube();
    private static final QueryLimits FEW = new QueryLimits(300, 10, 100, 100, true);
    private static final String PRODUCT =
            "CrossJoin(Item.Members, CrossJoin(Time.Members, CrossJoin(Shop.Members, {Measures.Amount, Measures.Pieces})))";

    @AfterAll
    static void close() {
        CUBE.close();
    }

    @Test
    void aSetBeyondTheLimitEndsWithTheNameOfTheLimit() {
        assertThatThrownBy(() -> CUBE.run("SELECT " + PRODUCT + " ON 0 FROM Sales", FEW))
                .isInstanceOfSatisfying(EngineException.class, e -> {
                    assertThat(e.code()).isEqualTo(OlapErrorCode.BUDGET_EXCEEDED);
                    assertThat(e).hasMessageContaining("300");
                });
    }

    @Test
    void aResultBeyondTheLimitEndsWithTheNameOfTheLimit() {
        assertThatThrownBy(() -> CUBE.run("SELECT Item.Members ON 0, Shop.Members ON 1 FROM Sales", FEW))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(OlapErrorCode.BUDGET_EXCEEDED));
    }

    /** The product has 5 x 11 x 4 x 2 tuples; those with rows are found without making it. */
    @Test
    void nonEmptyDoesNotMakeTheProduct() {
        QueryLimits limits = new QueryLimits(300, 1_000, 100, 100, true);

        QueryResult result = CUBE.run("SELECT NON EMPTY " + PRODUCT + " ON 0 FROM Sales", limits);

        QueryResult tested = CUBE.run(
                "SELECT Filter(" + PRODUCT + ", NOT IsEmpty(Measures.CurrentMember)) ON 0 FROM Sales",
                QueryLimits.DEFAULT);
        assertThat(result.positionCount(0)).isEqualTo(tested.positionCount(0)).isPositive();
        for (int position = 0; position < result.positionCount(0); position++) {
            assertThat(result.memberUniqueName(0, position, 0)).isEqualTo(tested.memberUniqueName(0, position, 0));
            assertThat(result.memberUniqueName(0, position, 3)).isEqualTo(tested.memberUniqueName(0, position, 3));
            assertThat(result.value(position)).isEqualTo(tested.value(position));
        }
    }
}
