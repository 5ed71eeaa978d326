package org.shapan.engine.format;

import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What differs between locales. Date patterns are our own, so that a newer JDK does not change what readers see. */
record Symbols(
        Locale locale,
        char decimal,
        char grouping,
        String currency,
        DateTimeFormatter dateShort,
        DateTimeFormatter dateLong,
        DateTimeFormatter dateMedium,
        DateTimeFormatter dateFull,
        DateTimeFormatter general,
        DateTimeFormatter timeLong,
        DateTimeFormatter timeMedium) {

    static Symbols of(Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        DecimalFormatSymbols numbers = DecimalFormatSymbols.getInstance(locale);
        return new Symbols(
                locale,
                numbers.getDecimalSeparator(),
                numbers.getGroupingSeparator(),
                currency(locale, chinese, numbers),
                pattern(locale, chinese ? "yyyy/M/d" : "M/d/yy"),
                pattern(locale, chinese ? "yyyy年M月d日" : "MMMM dd, yyyy"),
                pattern(locale, chinese ? "yyyy年M月d日" : "dd-MMM-yy"),
                pattern(locale, chinese ? "yyyy年M月d日 EEEE" : "EEEE, MMMM dd, yyyy"),
                pattern(locale, chinese ? "yyyy/M/d HH:mm:ss" : "M/d/yy, h:mm:ss a"),
                pattern(locale, chinese ? "H:mm:ss" : "h:mm:ss a"),
                pattern(locale, chinese ? "ah:mm" : "hh:mm a"));
    }

    private static String currency(Locale locale, boolean chinese, DecimalFormatSymbols numbers) {
        if (chinese) {
            return "¥";
        }
        return locale.getCountry().isEmpty() ? "$" : numbers.getCurrencySymbol();
    }

    private static DateTimeFormatter pattern(Locale locale, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale);
    }
}
