package org.shapan.reports.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.shapan.reports.template.Texts;

/**
 * Numbers as the style guide §5 writes them: minus U+2212, plus on changes, 万元 in Chinese and K / M CNY in English,
 * empty text for no data. Templates use it as parameter {@code F}.
 */
public final class Figures {
    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal LARGE_CHANGE = new BigDecimal("9.995");
    private static final BigDecimal SMALL_EXPECTATION = HUNDRED;

    private final Texts texts;

    Figures(Texts texts) {
        this.texts = texts;
    }

    /** A plain number with thousands separators and a fixed number of decimals. */
    public String number(Object value, int decimals) {
        return value instanceof BigDecimal number ? format(number, decimals, false) : "";
    }

    /** A difference: always with a sign, zero without. */
    public String signed(Object value, int decimals) {
        return value instanceof BigDecimal number ? format(number, decimals, true) : "";
    }

    /** Money of a table in 万元 with two decimals, in English in thousands with one. */
    public String money(Object yuan) {
        return number(tableUnit(yuan), texts.isEnglish() ? 1 : 2);
    }

    public String signedMoney(Object yuan) {
        return signed(tableUnit(yuan), texts.isEnglish() ? 1 : 2);
    }

    /** A ratio in percent. */
    public String percent(Object ratio, int decimals) {
        return ratio instanceof BigDecimal number ? format(number.multiply(HUNDRED), decimals, false) + "%" : "";
    }

    /** A relative change: {@code +5.3%}, {@code −15.0%}, {@code ×11.2} above 999 %. */
    public String change(Object ratio) {
        if (!(ratio instanceof BigDecimal number)) {
            return "";
        }
        return number.compareTo(LARGE_CHANGE) > 0
                ? "×" + format(number.add(BigDecimal.ONE), 1, false)
                : format(number.multiply(HUNDRED), 1, true) + "%";
    }

    /** The change from an earlier figure to a later one; empty when the earlier is missing or not positive. */
    public String changeFrom(Object earlier, Object later) {
        return change(relative(earlier, later));
    }

    /** A difference of ratios in percentage points. */
    public String points(Object difference) {
        return difference instanceof BigDecimal number ? format(number.multiply(HUNDRED), 1, true) + "pp" : "";
    }

    /** Money in running text with its unit, scaled to its size. */
    public String moneyText(Object yuan) {
        return yuan instanceof BigDecimal money ? moneyValue(money) + " " + moneyUnit(money) : "";
    }

    /** Label of a tile: the text {@code measure.NAME.label} where the measure's caption is too long, else the caption. */
    public String tileLabel(String measure, String caption) {
        return textOr("measure." + measure + ".label", caption);
    }

    /** Value part of a tile; {@code measure} is the measure's name, {@code format} its format string. */
    public String tileValue(String measure, String format, Object value) {
        if (!(value instanceof BigDecimal number)) {
            return "";
        }
        return switch (kind(measure, format)) {
            case "money" -> moneyValue(number);
            case "money2" -> format(number, 2, false);
            case "percent1" -> format(number.multiply(HUNDRED), 1, false);
            case "percent2" -> format(number.multiply(HUNDRED), 2, false);
            case "number1" -> format(number, 1, false);
            case "difference" -> format(number, 0, true);
            default -> countValue(number);
        };
    }

    /** Unit part of a tile. */
    public String tileUnit(String measure, String format, Object value) {
        if (!(value instanceof BigDecimal number)) {
            return "";
        }
        String kind = kind(measure, format);
        return switch (kind) {
            case "money" -> moneyUnit(number);
            case "percent1", "percent2" -> "%";
            default -> countScale(number, kind) + unit(measure);
        };
    }

    /** Comparison line of a tile: against the expectation where there is one, else against last month. */
    public String tileNote(String measure, String format, Object value, Object expected, Object previous) {
        Object base = expected == null ? previous : expected;
        if (!(value instanceof BigDecimal now) || !(base instanceof BigDecimal then)) {
            return "";
        }
        String label = texts.text(expected == null ? "tile.previous" : "tile.expected");
        String kind = kind(measure, format);
        if (kind.startsWith("percent")) {
            return label + " " + points(now.subtract(then));
        }
        if (kind.equals("difference") || (then.compareTo(SMALL_EXPECTATION) < 0 && !kind.startsWith("money"))) {
            int decimals = kind.equals("number1") ? 1 : 0;
            return texts.text(
                    "tile.difference",
                    expected == null ? texts.text("tile.last") : label,
                    format(then, decimals, false),
                    format(now.subtract(then), decimals, true));
        }
        return label + " " + changeFrom(then, now);
    }

    static BigDecimal relative(Object earlier, Object later) {
        return earlier instanceof BigDecimal e && later instanceof BigDecimal l && e.signum() > 0
                ? l.subtract(e).divide(e, MathContext.DECIMAL64)
                : null;
    }

    private Object tableUnit(Object yuan) {
        return yuan instanceof BigDecimal money
                ? money.divide(BigDecimal.valueOf(texts.isEnglish() ? 1_000 : 10_000), MathContext.DECIMAL64)
                : yuan;
    }

    private String moneyValue(BigDecimal yuan) {
        double size = yuan.abs().doubleValue();
        if (texts.isEnglish()) {
            return size >= 1e6 ? scaled(yuan, 6, 2) : size >= 1e3 ? scaled(yuan, 3, 1) : format(yuan, 0, false);
        }
        return size >= 1e8 ? scaled(yuan, 8, 2) : size >= 1e4 ? scaled(yuan, 4, 2) : format(yuan, 0, false);
    }

    private String moneyUnit(BigDecimal yuan) {
        double size = yuan.abs().doubleValue();
        if (texts.isEnglish()) {
            return size >= 1e6 ? "M CNY" : size >= 1e3 ? "K CNY" : "CNY";
        }
        return size >= 1e8 ? "亿元" : size >= 1e4 ? "万元" : "元";
    }

    private String countValue(BigDecimal count) {
        return count.abs().doubleValue() < 1e6 ? format(count, 0, false) : scaled(count, texts.isEnglish() ? 6 : 4, 2);
    }

    private String countScale(BigDecimal count, String kind) {
        if (!kind.equals("count") || count.abs().doubleValue() < 1e6) {
            return "";
        }
        return texts.isEnglish() ? "M " : "万";
    }

    private String kind(String measure, String format) {
        String given = textOr("measure." + measure, "");
        if (!given.isEmpty()) {
            return given.split("\\|", 2)[0];
        }
        String form = format == null ? "" : format;
        return form.contains("%") ? "percent1" : form.contains(".00") ? "money" : "count";
    }

    private String unit(String measure) {
        String[] parts = textOr("measure." + measure, "").split("\\|", 2);
        return parts.length == 2 ? parts[1] : "";
    }

    private String textOr(String key, String otherwise) {
        return texts.containsKey(key) ? texts.getString(key) : otherwise;
    }

    private static String scaled(BigDecimal value, int power, int decimals) {
        return format(value.movePointLeft(power), decimals, false);
    }

    private static String format(BigDecimal value, int decimals, boolean sign) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        DecimalFormat format = new DecimalFormat(decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals), SYMBOLS);
        String digits = format.format(rounded.abs());
        return rounded.signum() < 0 ? "−" + digits : sign && rounded.signum() > 0 ? "+" + digits : digits;
    }
}
