package org.shapan.portal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The table of guide 5. */
class FiguresTest {
    private final Figures zh = Figures.in(Locale.SIMPLIFIED_CHINESE);
    private final Figures en = Figures.in(Locale.ENGLISH);

    @Test
    void moneyInTilesIsScaledByLanguage() {
        assertThat(zh.money(9_999)).hasToString("9,999 元");
        assertThat(zh.money(3_336_800)).hasToString("333.68 万元");
        assertThat(zh.money(123_456_789)).hasToString("1.23 亿元");
        assertThat(en.money(527_000)).hasToString("527.0 K CNY");
        assertThat(en.money(3_336_800)).hasToString("3.34 M CNY");
    }

    @Test
    void oneScaleServesAWholeColumn() {
        Figures.Scale scale = zh.moneyScale(151_000);

        assertThat(zh.money(400, scale)).hasToString("0.04 万元");
    }

    @Test
    void countsChangeTheirUnitAtAMillion() {
        assertThat(zh.count(49_412, "户")).hasToString("49,412 户");
        assertThat(zh.count(16_482_000, "户")).hasToString("1,648.20 万户");
        assertThat(en.count(16_482_000, "")).hasToString("16.48 M");
    }

    @Test
    void changesCarryTheirSignAndZeroHasNone() {
        assertThat(zh.change(0.053)).isEqualTo("+5.3%");
        assertThat(zh.change(-0.15)).isEqualTo("\u221215.0%");
        assertThat(zh.change(0.0001)).isEqualTo("0.0%");
        assertThat(zh.change(10.2)).isEqualTo("×11.2");
        assertThat(zh.points(0.003, 1)).isEqualTo("+0.3pp");
        Figures.Scale thousands = Figures.in(Locale.ENGLISH).moneyScale(8_500);
        assertThat(zh.difference(-8_497, thousands)).isEqualTo("\u22128.5");
        assertThat(zh.difference(-32, thousands)).as("small but not 0").isEqualTo("\u22120.03");
        assertThat(zh.difference(0, thousands)).isEqualTo("0.0");
        assertThat(zh.difference(-186, 0)).isEqualTo("\u2212186");
    }

    @Test
    void ratesWithABandHaveTwoDecimals() {
        assertThat(zh.ratio(0.0307, 2)).isEqualTo("3.07%");
        assertThat(zh.ratio(0.271, 1)).isEqualTo("27.1%");
    }

    @Test
    void monthsFollowTheLanguage() {
        assertThat(zh.month(YearMonth.of(2010, 3))).isEqualTo("2010年3月");
        assertThat(en.month(YearMonth.of(2010, 3))).isEqualTo("Mar 2010");
        assertThat(zh.axisMonth(YearMonth.of(2009, 3), true)).isEqualTo("09-03");
        assertThat(zh.axisMonth(YearMonth.of(2010, 1), false)).isEqualTo("10-01");
        assertThat(en.axisMonth(YearMonth.of(2009, 4), false)).isEqualTo("Apr");
    }

    @Test
    void whatIsNoFigureIsRefused() {
        assertThatThrownBy(() -> zh.number(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
