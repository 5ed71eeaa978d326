package org.shapan.portal.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/**
 * Figures as the portal writes them (guide 5): minus is U+2212, plus is written on every change, zero change has no
 * sign, thousands are separated by a comma in both languages. All methods take plain numbers; "no data" is the caller's
 * business (an empty cell), so no method accepts null or NaN.
 */
public final class Figures {
    /** A value and the unit that stands small behind it; in running text a space is between them, except before %. */
    public record Quantity(String value, String unit) {
        @Override
        public String toString() {
            return unit.isEmpty() || unit.equals("%") ? value + unit : value + " " + unit;
        }
    }

    /** A scale of money chosen once per column or chart by its largest value: divide by {@code divisor}. */
    public record Scale(double divisor, String unit, int decimals) {}

    private static final String MINUS = "\u2212";
    private static final double TEN_THOUSAND = 1e4;
    private static final double MILLION = 1e6;
    private static final double HUNDRED_MILLION = 1e8;
    private static final double HUGE_CHANGE = 9.99;
    private static final int MORE_DIGITS = 3;

    private final Language language;

    private Figures(Language language) {
        this.language = language;
    }

    public static Figures in(Locale locale) {
        return new Figures(Language.of(locale));
    }

    /** The scale for money in yuan whose largest value is {@code largest}: 元, 万元 and 亿元, or CNY, K CNY and M CNY. */
    public Scale moneyScale(double largest) {
        double size = Math.abs(largest);
        if (language == Language.ZH) {
            if (size >= HUNDRED_MILLION) {
                return new Scale(HUNDRED_MILLION, "亿元", 2);
            }
            return size >= TEN_THOUSAND ? new Scale(TEN_THOUSAND, "万元", 2) : new Scale(1, "元", 0);
        }
        if (size >= MILLION) {
            return new Scale(MILLION, "M CNY", 2);
        }
        return size >= 1_000 ? new Scale(1_000, "K CNY", 1) : new Scale(1, "CNY", 0);
    }

    /** The scale for amounts in a currency that is not known: 万 and 亿, or K and M. */
    public Scale amountScale(double largest) {
        Scale yuan = moneyScale(largest);
        return new Scale(
                yuan.divisor(), yuan.unit().replace("元", "").replace("CNY", "").strip(), yuan.decimals());
    }

    /** Money in yuan for a tile: {@code 333.68 万元}, {@code 3.34 M CNY}. */
    public Quantity money(double yuan) {
        return money(yuan, moneyScale(yuan));
    }

    public Quantity money(double yuan, Scale scale) {
        return new Quantity(number(yuan / scale.divisor(), scale.decimals()), scale.unit());
    }

    /** A count with its unit (户, 条 …; give "" for none): {@code 49,412 户}; from a million {@code 1,648.20 万户}, {@code 16.48 M}. */
    public Quantity count(double count, String unit) {
        if (Math.abs(count) < MILLION) {
            return new Quantity(number(count, 0), unit);
        }
        return language == Language.ZH
                ? new Quantity(number(count / TEN_THOUSAND, 2), "万" + unit)
                : new Quantity(number(count / MILLION, 2), ("M " + unit).strip());
    }

    /** A plain number with thousands and a fixed number of decimals. */
    public String number(double value, int decimals) {
        return format(value, decimals, false);
    }

    /** A ratio (0.271 is 27.1 %): {@code 27.1%}. Rates with a band are written with two decimals. */
    public String ratio(double ratio, int decimals) {
        return format(ratio * 100, decimals, false) + "%";
    }

    /** The relative change of a quantity (0.053 is +5.3 %): {@code +5.3%}, {@code −15.0%}, above 999 % {@code ×11.2}. */
    public String change(double relative) {
        if (relative > HUGE_CHANGE) {
            return "×" + number(1 + relative, 1);
        }
        return format(relative * 100, 1, true) + "%";
    }

    /** The change of a ratio in percentage points (0.003 is 0.3 pp): {@code +0.3pp}. */
    public String points(double difference, int decimals) {
        return format(difference * 100, decimals, true) + "pp";
    }

    /** A difference with sign: {@code +8}, {@code −186}, {@code 0}. */
    public String difference(double value, int decimals) {
        return format(value, decimals, true);
    }

    /** A difference in yuan in the unit of a scale; a small one that is not 0 has as many more digits as show that, three at most. */
    public String difference(double yuan, Scale scale) {
        double scaled = yuan / scale.divisor();
        int decimals = scale.decimals();
        while (decimals < scale.decimals() + MORE_DIGITS && Math.abs(scaled) < 0.5 * Math.pow(10, -decimals)) {
            decimals++;
        }
        return difference(scaled, scaled == 0 ? scale.decimals() : decimals);
    }

    /** {@code 2010年3月}, {@code Mar 2010}. */
    public String month(YearMonth month) {
        Objects.requireNonNull(month, "month is null");
        return language == Language.ZH
                ? month.getYear() + "年" + month.getMonthValue() + "月"
                : month.format(DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH));
    }

    /** A month on a chart axis: {@code 09-03} or {@code Mar 09} for the first month and each January, else {@code 04} or {@code Apr}. */
    public String axisMonth(YearMonth month, boolean first) {
        boolean year = first || month.getMonthValue() == 1;
        String pattern = language == Language.ZH ? (year ? "yy-MM" : "MM") : (year ? "MMM yy" : "MMM");
        return month.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }

    /** {@code 2010-03-31} in both languages: a date beside figures is a key, not prose. */
    public String date(LocalDate date) {
        return date.toString();
    }

    private static String format(double value, int decimals, boolean signed) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not a figure: " + value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        String text = format.format(rounded.abs());
        return switch (rounded.signum()) {
            case -1 -> MINUS + text;
            case 1 -> signed ? "+" + text : text;
            default -> text;
        };
    }
}
