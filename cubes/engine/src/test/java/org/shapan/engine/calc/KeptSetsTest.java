package org.shapan.engine.calc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shapan.engine.calc.eval.KeptSets;

/** Sets that one run of a compiled query computed serve the next. */
class KeptSetsTest {
    private static final SalesCube CUBE = new SalesCube();

    @AfterAll
    static void close() {
        CUBE.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT TopCount(Item.Item.Members, 2, Measures.Amount) ON 0 FROM Sales",
                "WITH SET s AS Filter(Shop.Shop.Members, Measures.Pieces > 1) MEMBER Measures.r AS Rank(Shop.CurrentMember, s)"
                        + " SELECT {Measures.r, Measures.Amount} ON 0, s ON 1 FROM Sales",
                "WITH MEMBER Measures.n AS Generate(Filter(Item.Item.Members, Measures.Amount > 3), Item.CurrentMember.Name, '+')"
                        + " SELECT {Measures.n} ON 0, Time.Year.Members ON 1 FROM Sales",
                "SELECT Filter(Item.Item.Members, Measures.Amount > ParamRef(\"Least\")) ON 0 FROM Sales"
            })
    void theNextRunComputesThemNotAgainAndGivesTheSame(String mdx) {
        Recorder sets = new Recorder();
        CompiledQuery query = CUBE.compiled(mdx);

        var first = CubeQueries.table(CUBE.run(query, sets));
        var second = CubeQueries.table(CUBE.run(query, sets));

        assertThat(sets.kept).isEqualTo(1);
        assertThat(sets.known().bytes()).isPositive();
        assertThat(second).isEqualTo(first).isEqualTo(CUBE.table(mdx));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rnd() < 2", "Year(Now()) > 0", "Len(UserName()) > 0", "Len(CustomData()) >= 0"})
    void whatTheNextRunMayFindOtherwiseIsNotKept(String condition) {
        Recorder sets = new Recorder();
        CompiledQuery query = CUBE.compiled("SELECT Filter(Item.Item.Members, " + condition + ") ON 0 FROM Sales");

        CUBE.run(query, sets);

        assertThat(sets.kept).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Year(Now()) > 0", "Rnd() < 2"})
    void aNamedSetThatReadsTheClockOrChanceIsNotKept(String condition) {
        Recorder sets = new Recorder();
        CompiledQuery query = CUBE.compiled("WITH SET s AS Filter(Item.Item.Members, " + condition
                + ") SET t AS TopCount(Item.Item.Members, 1, Measures.Amount) SELECT {s, t} ON 0 FROM Sales");

        CUBE.run(query, sets);

        assertThat(sets.kept).isZero();
    }

    @Test
    void setsWithinASubselectAreNotKept() {
        Recorder sets = new Recorder();

        CUBE.run(
                CUBE.compiled("SELECT TopCount(Item.Item.Members, 2, Measures.Amount) ON 0"
                        + " FROM (SELECT {Item.Rye} ON 0 FROM Sales)"),
                sets);

        assertThat(sets.kept).isZero();
    }

    /** Counts what is kept. */
    private static final class Recorder implements KeptSets.Store {
        private KeptSets last;
        private int kept;

        @Override
        public KeptSets known() {
            return last;
        }

        @Override
        public void keep(KeptSets sets) {
            last = sets;
            kept++;
        }
    }
}
