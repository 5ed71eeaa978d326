package org.shapan.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.shapan.reports.template.Texts;

class FiguresTest {
    private final Figures zh = new Figures(Texts.of("R03", Locale.SIMPLIFIED_CHINESE));
    private final Figures en = new Figures(Texts.of("R03", Locale.ENGLISH));

    @Test
    void moneyInTextIsScaledToItsSize() {
        assertThat(zh.moneyText(n("9999.4"))).isEqualTo("9,999 元");
        assertThat(zh.moneyText(n("3336800"))).isEqualTo("333.68 万元");
        assertThat(zh.moneyText(n("1234567890"))).isEqualTo("12.35 亿元");
        assertThat(en.moneyText(n("527000"))).isEqualTo("527.0 K CNY");
        assertThat(en.moneyText(n("3336800"))).isEqualTo("3.34 M CNY");
    }

    @Test
    void minusIsTheTrueMinusAndChangesCarryASign() {
        assertThat(zh.signed(n("-186"), 0)).isEqualTo("−186");
        assertThat(zh.signed(n("8"), 0)).isEqualTo("+8");
        assertThat(zh.change(n("-0.15"))).isEqualTo("−15.0%");
        assertThat(zh.change(n("0.0004"))).isEqualTo("0.0%");
        assertThat(zh.points(n("0.003"))).isEqualTo("+0.3pp");
    }

    @Test
    void veryLargeChangesAreMultiples() {
        assertThat(zh.change(n("10.2"))).isEqualTo("×11.2");
    }

    @Test
    void noDataIsEmptyAndZeroIsZero() {
        assertThat(zh.number(null, 2)).isEmpty();
        assertThat(zh.number(n("0"), 2)).isEqualTo("0.00");
        assertThat(zh.changeFrom(n("0"), n("5"))).isEmpty();
    }

    @Test
    void aTileComparesWithTheExpectationFirst() {
        String note = zh.tileNote("Gross revenue", "#,##0.00", n("527000"), n("620000"), n("500000"));

        assertThat(note).isEqualTo("预期 −15.0%");
    }

    @Test
    void aTileOfARatioComparesInPoints() {
        assertThat(zh.tileNote("Data share", "0.00%", n("0.271"), n("0.269"), null))
                .isEqualTo("预期 +0.2pp");
    }

    @Test
    void aQuantityThatCanBeNegativeShowsExpectationAndDifference() {
        assertThat(zh.tileNote("Net adds", "#,##0", n("204"), n("392"), null)).isEqualTo("预期 392　差 −188");
        assertThat(en.tileNote("Net adds", "#,##0", n("204"), n("392"), null)).isEqualTo("E 392  diff −188");
    }

    private static BigDecimal n(String text) {
        return new BigDecimal(text);
    }
}
