package org.shapan.reports.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Properties;

/** First day of the Spring Festival by year; months with it are shaded in trends. */
final class SpringFestival {
    private static final Properties DATES = load();

    private SpringFestival() {}

    /** Whether the festival's first day lies in the month; false for years that are not listed. */
    static boolean isIn(YearMonth month) {
        String date = DATES.getProperty(Integer.toString(month.getYear()));
        return date != null && YearMonth.from(LocalDate.parse(date)).equals(month);
    }

    private static Properties load() {
        Properties dates = new Properties();
        try (InputStream in = SpringFestival.class.getResourceAsStream("spring-festival.properties")) {
            dates.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return dates;
    }
}
