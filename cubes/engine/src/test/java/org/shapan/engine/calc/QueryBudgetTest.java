package org.shapan.engine.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    /** As above: the functions need only tuples at which the measure has a value, and those are fewer than 300. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Filter(%s, Measures.Amount > 2)",
                "Filter(%s, Measures.Pieces > 1 AND Measures.Amount / Measures.Pieces < 3)",
                "Filter(%s, Measures.Amount > 2 OR NOT IsEmpty(Measures.Pieces))",
                "TopCount(%s, 7, Measures.Amount)",
                "TopCount(%s, 3, Measures.Amount - Measures.Pieces)"
            })
    void whatNeedsAValueDoesNotMakeTheProduct(String set) {
        QueryLimits few = new QueryLimits(300, 1_000, 100, 100, true);
        QueryLimits all = new QueryLimits(10_000, 10_000, 100, 100, false);
        String mdx = "SELECT " + set.formatted(PRODUCT) + " ON 0 FROM Sales";

        assertThat(names(CUBE.run(mdx, few)))
                .isEqualTo(names(CUBE.run(mdx, all)))
                .isNotEmpty();
        assertThatThrownBy(() -> CUBE.run(mdx, new QueryLimits(300, 1_000, 100, 100, false)))
                .hasMessageContaining("300");
    }

    /** Where there are fewer values than wanted, tuples without one follow: the whole set counts. */
    @Test
    void topCountOfMoreThanHaveAValueTakesEmptyOnesToo() {
        QueryLimits all = new QueryLimits(10_000, 10_000, 100, 100, false);
        String mdx = "SELECT TopCount(" + PRODUCT + ", 435, Measures.Amount) ON 0 FROM Sales";

        List<List<String>> names = names(CUBE.run(mdx, QueryLimits.DEFAULT));

        assertThat(names).hasSize(435).isEqualTo(names(CUBE.run(mdx, all)));
    }

    private static List<List<String>> names(QueryResult result) {
        List<List<String>> names = new ArrayList<>();
        for (int position = 0; position < result.positionCount(0); position++) {
            List<String> tuple = new ArrayList<>();
            for (int column = 0; column < result.width(0); column++) {
                tuple.add(result.memberUniqueName(0, position, column));
            }
            names.add(tuple);
        }
        return names;
    }
}
