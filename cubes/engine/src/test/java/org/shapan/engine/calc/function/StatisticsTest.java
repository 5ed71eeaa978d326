package org.shapan.engine.calc.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {
    private static final Calculator CALCULATOR = new Calculator();

    @AfterAll
    static void close() {
        CALCULATOR.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Median(Item.Item.Members, Measures.Amount)                             | 14
                    Percentile(Item.Item.Members, Measures.Amount, 0)                      | 6
                    Percentile(Item.Item.Members, Measures.Amount, 25)                     | 10
                    Percentile(Item.Item.Members, Measures.Amount, 100)                    | 16
                    VarP(Item.Item.Members, Measures.Amount)                               | 18.666666666667
                    Var(Item.Item.Members, Measures.Amount)                                | 28
                    StdevP(Item.Item.Members, Measures.Amount)                             | 4.320493798939
                    Stdev(Item.Item.Members, Measures.Amount)                              | 5.291502622129
                    Covariance(Item.Item.Members, Measures.Amount, Measures.Pieces)        | 5.333333333333
                    CovarianceN(Item.Item.Members, Measures.Amount, Measures.Pieces)       | 8
                    Correlation(Item.Item.Members, Measures.Amount, Measures.Pieces)       | 0.654653670708
                    LinRegSlope(Item.Item.Members, Measures.Amount, Measures.Pieces)       | 1.5
                    LinRegIntercept(Item.Item.Members, Measures.Amount, Measures.Pieces)   | 4
                    LinRegR2(Item.Item.Members, Measures.Amount, Measures.Pieces)          | 0.428571428571
                    LinRegVariance(Item.Item.Members, Measures.Amount, Measures.Pieces)    | 10.666666666667
                    LinRegPoint(10, Item.Item.Members, Measures.Amount, Measures.Pieces)   | 19
                    """)
    void itemsThatSoldNothingDoNotCount(String expression, double expected) {
        assertThat(CALCULATOR.number(expression)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void nothingOfNothing() {
        assertThat(CALCULATOR.value("Median({}, 1)")).isNull();
        assertThat(CALCULATOR.value("Stdev({Item.Water}, Measures.Amount)")).isNull();
        assertThat(CALCULATOR.value("Correlation({Item.Water}, Measures.Amount, Measures.Pieces)"))
                .isNull();
    }

    @Test
    void aSampleOfOneHasNoVariance() {
        assertThat(CALCULATOR.number("Var({Item.Pie}, Measures.Amount)")).isNaN();
        assertThat(CALCULATOR.number("VarP({Item.Pie}, Measures.Amount)")).isZero();
    }

    @Test
    void aPercentileIsAShare() {
        assertThat(CALCULATOR.error("Percentile(Item.Item.Members, Measures.Amount, 101)"))
                .contains("from 0 to 100");
    }
}
