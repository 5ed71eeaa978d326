package org.shapan.engine.calc.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.shapan.engine.cell.CellValue;

class ExactSumTest {
    private final ExactSum sum = new ExactSum();

    @Test
    void decimalsOfDifferentScaleAddExactly() {
        add("0.1");
        add("0.25");
        add("1000000000000");

        assertThat(result()).isEqualTo(new BigDecimal("1000000000000.35"));
    }

    @Test
    void theOrderDoesNotMatter() {
        add("10000000000000.01");
        add("0.02");
        add("-10000000000000.01");

        assertThat(result()).isEqualTo(new BigDecimal("0.02"));
    }

    @Test
    void whatDoesNotFitInALongGoesOnAsDouble() {
        add(Long.toString(Long.MAX_VALUE));
        add("1");

        assertThat((Double) result()).isEqualTo(0x1p63);
    }

    @Test
    void oneInexactValueMakesTheSumInexact() {
        add("0.5");
        CellValue approximate = new CellValue();
        approximate.setDouble(0.25);
        sum.add(approximate, -1);

        assertThat(result()).isEqualTo(0.25);
    }

    @Test
    void emptyValuesDoNotCount() {
        sum.add(new CellValue(), 1);

        assertThat(sum.isEmpty()).isTrue();
        assertThat(result()).isNull();
    }

    private void add(String number) {
        CellValue value = new CellValue();
        Scalars.set(new BigDecimal(number), value);
        if (number.indexOf('.') < 0) {
            value.setExact(Long.parseLong(number), 0);
        }
        sum.add(value, 1);
    }

    private Object result() {
        CellValue value = new CellValue();
        sum.get(value);
        return value.boxed();
    }
}
