package org.shapan.engine.calc.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the worked examples in the documentation of the spreadsheet functions of the same names. */
class CashFlowsTest {
    private static final Calculator CALCULATOR = new Calculator();

    @AfterAll
    static void close() {
        CALCULATOR.close();
    }

    /** Payments over the five months of the bakery. */
    private static String over(String months, String payments) {
        return months + ", Choose(Rank(Time.CurrentMember, Time.Month.Members), " + payments + ")";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    NPV(0.1, -10000, 3000, 4200, 6800)                    | 1188.44 | 0.005
                    NPV(0.08, 8000, 9200, 10000, 12000, 14500) - 40000    | 1922.06 | 0.005
                    IRR(-70000, 12000, 15000, 18000, 21000)               | -0.021  | 0.0005
                    IRR(-70000, 12000, 15000, 18000, 21000, 26000)        | 0.087   | 0.0005
                    """)
    void paymentsOneByOne(String expression, double expected, double precision) {
        assertThat(CALCULATOR.number(expression)).isCloseTo(expected, within(precision));
    }

    @Test
    void paymentsOverASet() {
        String months = "Time.Month.Members";
        String first = "Head(Time.Month.Members, 4)";

        assertThat(CALCULATOR.number("IRR(" + over(months, "-70000, 12000, 15000, 18000, 21000") + ")"))
                .isCloseTo(-0.021, within(0.0005));
        assertThat(CALCULATOR.number("IRR(" + over("Head(Time.Month.Members, 3)", "-70000, 12000, 15000") + ", -0.1)"))
                .isCloseTo(-0.444, within(0.0005));
        assertThat(CALCULATOR.number("NPV(0.1, " + over(first, "-10000, 3000, 4200, 6800") + ")"))
                .isCloseTo(1188.44, within(0.005));
        assertThat(CALCULATOR.number("MIRR(" + over(first, "-120000, 39000, 30000, 21000") + ", 0.1, 0.12)"))
                .isCloseTo(-0.048, within(0.0005));
    }

    @Test
    void anEmptyPeriodPaysNothing() {
        assertThat(CALCULATOR.number(
                        "NPV(0.1, Time.Month.Members, IIf(Time.CurrentMember IS Time.[2024].Q1.[2], 121, NULL))"))
                .isCloseTo(100, within(1e-9));
    }

    @Test
    void whatNeverPaysBackHasNoRate() {
        assertThat(CALCULATOR.value("IRR(-100, -50)")).isNull();
        assertThat(CALCULATOR.value("IRR(100, 50)")).isNull();
    }
}
