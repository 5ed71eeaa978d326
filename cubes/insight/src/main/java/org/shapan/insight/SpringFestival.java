package org.shapan.insight;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Map;
import java.util.stream.Collectors;

/** In which month the Spring Festival falls, and which month of the year before is comparable (domain §4.2, YoY-SF). */
public final class SpringFestival {
    private static final Map<Integer, YearMonth> MONTH_BY_YEAR = read();

    private SpringFestival() {}

    /** Whether the first day of the Spring Festival lies in this month; false for years that are not tabulated. */
    public static boolean fallsIn(YearMonth month) {
        return month.equals(MONTH_BY_YEAR.get(month.getYear()));
    }

    /**
     * The month of the year before to compare with: for January and February the one that is alike with regard to the festival, for
     * other months the same calendar month.
     */
    public static YearMonth referenceOf(YearMonth month) {
        YearMonth sameMonth = month.minusYears(1);
        boolean winter = month.getMonth() == Month.JANUARY || month.getMonth() == Month.FEBRUARY;
        if (!winter || fallsIn(month) == fallsIn(sameMonth)) {
            return sameMonth;
        }
        return YearMonth.of(sameMonth.getYear(), month.getMonth() == Month.JANUARY ? 2 : 1);
    }

    private static Map<Integer, YearMonth> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                SpringFestival.class.getResourceAsStream("spring-festival.csv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(LocalDate::parse)
                    .collect(Collectors.toUnmodifiableMap(LocalDate::getYear, YearMonth::from));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
