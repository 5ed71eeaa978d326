package org.shapan.reports.render;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Months and days as a reader writes them, as names of members: 201003, 20100331. */
final class PeriodNames {
    static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuuMM").withResolverStyle(ResolverStyle.STRICT);
    static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private PeriodNames() {}

    /** The month of {@code 2010-03}, {@code 2010年3月}, {@code 201003}, or of a day; empty when there is none in the text. */
    static Optional<String> month(String text) {
        List<String> parts = parts(text);
        if (parts.size() == 2) {
            return month(parts.get(0), parts.get(1));
        }
        if (parts.size() == 1 && parts.getFirst().length() < "20100331".length()) {
            String digits = parts.getFirst();
            return digits.length() < 5 ? Optional.empty() : month(digits.substring(0, 4), digits.substring(4));
        }
        return day(text).map(day -> day.substring(0, "201003".length()));
    }

    private static Optional<String> month(String year, String month) {
        try {
            return Optional.of(MONTH.format(YearMonth.parse(year + two(month), MONTH)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The day of {@code 2010-03-31}, {@code 2010年3月31日} or {@code 20100331}; empty when there is none in the text. */
    static Optional<String> day(String text) {
        List<String> parts = parts(text);
        String digits =
                switch (parts.size()) {
                    case 1 -> parts.getFirst();
                    case 3 -> parts.get(0) + two(parts.get(1)) + two(parts.get(2));
                    default -> "";
                };
        try {
            return Optional.of(DAY.format(LocalDate.parse(digits, DAY)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<String> parts(String text) {
        return Stream.of(text.split("[-/年月日.\\s]+"))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String two(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
