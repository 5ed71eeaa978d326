package org.shapan.engine.cell.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

class ColumnBuilderTest {
    private final ColumnBuilder builder = new ColumnBuilder();

    @Test
    void decimalsAreKeptExactlyAtTheLargestScaleThatCame() {
        builder.addObject(new BigDecimal("1.5"));
        builder.addNull();
        builder.addLong(7);
        builder.addObject(new BigDecimal("-0.125"));

        ExactColumn column = (ExactColumn) builder.build();

        assertThat(column.scale()).isEqualTo(3);
        assertThat(column.value(0)).isEqualTo(1_500);
        assertThat(column.isNull(1)).isTrue();
        assertThat(column.value(2)).isEqualTo(7_000);
        assertThat(column.value(3)).isEqualTo(-125);
    }

    @Test
    void oneDoubleMakesTheColumnApproximate() {
        builder.addObject(new BigDecimal("0.5"));
        builder.addNull();
        builder.addDouble(Math.PI);

        DoubleColumn column = (DoubleColumn) builder.build();

        assertThat(column.value(0)).isEqualTo(0.5);
        assertThat(column.isNull(1)).isTrue();
        assertThat(column.value(2)).isEqualTo(Math.PI);
    }

    @Test
    void wholeNumbersBeyondLongAreATypedError() {
        assertThatThrownBy(() -> builder.addObject(BigInteger.TWO.pow(63)))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(OlapErrorCode.NUMERIC_OVERFLOW));
    }

    @Test
    void quotientsWithManyDigitsBecomeDoubles() {
        builder.addObject(new BigDecimal("12345.678901234567890123456789"));

        assertThat(((DoubleColumn) builder.build()).value(0)).isEqualTo(12345.678901234567);
    }

    @Test
    void sumsDoNotWrap() {
        builder.addLong(Long.MAX_VALUE);
        builder.addLong(1);
        ValueColumn column = builder.build();

        assertThatThrownBy(() -> column.combine(null, new int[] {0, 0}, 1, Combination.SUM))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(OlapErrorCode.NUMERIC_OVERFLOW));
    }

    @Test
    void nullsCountForNothing() {
        builder.addNull();
        builder.addLong(5);
        builder.addNull();
        builder.addLong(3);

        ValueColumn lowest = builder.build().combine(null, new int[] {0, 0, 1, 0}, 2, Combination.MIN);

        assertThat(((ExactColumn) lowest).value(0)).isEqualTo(3);
        assertThat(lowest.isNull(1)).isTrue();
    }
}
