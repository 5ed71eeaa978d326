package org.shapan.reports.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Which days are worked on: Monday to Friday, but for public holidays and the weekends that are worked in exchange. Years
 * for which no holidays are known have none.
 */
public final class WorkDays {
    /** Public holidays of China as far as they are announced; the file is {@code holidays-cn.properties}. */
    public static final WorkDays CHINA = china();

    private static final int MOST_DAYS = 366;

    private final Map<LocalDate, Boolean> exceptions;
    private final List<DayCalendar.Days> named;

    private WorkDays(Map<LocalDate, Boolean> exceptions) {
        this(exceptions, List.of());
    }

    private WorkDays(Map<LocalDate, Boolean> exceptions, List<DayCalendar.Days> named) {
        this.exceptions = Map.copyOf(exceptions);
        this.named = List.copyOf(named);
    }

    /** These days with those of calendars, which go before them: a day that one of them takes off is off. */
    WorkDays with(List<DayCalendar> calendars) {
        return new WorkDays(
                exceptions, calendars.stream().map(DayCalendar::days).toList());
    }

    private static WorkDays china() {
        try (InputStream in = WorkDays.class.getResourceAsStream("holidays-cn.properties")) {
            return new WorkDays(read(new InputStreamReader(in, StandardCharsets.UTF_8), "holidays-cn.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The public holidays of a file instead of those that came with the product, which stay where there is no such file.
     *
     * @param file lines as {@link #with} reads them
     * @throws IllegalArgumentException for a line that is no span of days
     */
    public static WorkDays ofHolidays(Path file) {
        return Files.exists(file) ? new WorkDays(Map.of()).with(file) : CHINA;
    }

    /**
     * These days with a company's own, which go before the public ones.
     *
     * @param file lines {@code 2027-02-05..2027-02-12=off} or {@code 2027-02-20=work}; a missing file adds nothing
     * @throws IllegalArgumentException for a line that is neither
     */
    public WorkDays with(Path file) {
        if (!Files.exists(file)) {
            return this;
        }
        Map<LocalDate, Boolean> all = new HashMap<>(exceptions);
        try (Reader in = Files.newBufferedReader(file)) {
            all.putAll(read(in, file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the company's days " + file, e);
        }
        return new WorkDays(all);
    }

    private static Map<LocalDate, Boolean> read(Reader in, String source) throws IOException {
        Properties lines = new Properties();
        lines.load(in);
        Map<LocalDate, Boolean> days = new HashMap<>();
        for (String span : lines.stringPropertyNames()) {
            String kind = lines.getProperty(span).strip();
            try {
                String[] ends = span.split("\\.\\.", 2);
                LocalDate first = LocalDate.parse(ends[0]);
                LocalDate last = LocalDate.parse(ends[ends.length - 1]);
                if (last.isBefore(first)
                        || last.isAfter(first.plusDays(MOST_DAYS))
                        || !(kind.equals("off") || kind.equals("work"))) {
                    throw new IllegalArgumentException(
                            source + ": \"" + span + "=" + kind + "\" is not DAY=off, DAY=work or FIRST..LAST=off");
                }
                first.datesUntil(last.plusDays(1)).forEach(day -> days.put(day, kind.equals("work")));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        source + ": \"" + span + "\" is not a day such as 2027-02-05 or a span of two", e);
            }
        }
        return days;
    }

    /** Whether the day is worked on. */
    public boolean isWorked(LocalDate day) {
        Optional<Boolean> said = named.stream()
                .flatMap(calendar -> calendar.isWorked(day).stream())
                .min(Boolean::compare);
        if (said.isPresent()) {
            return said.get();
        }
        Boolean exception = exceptions.get(day);
        return exception == null
                ? day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
                : exception;
    }

    /** The day itself when it is worked on, else the next such day, or the last before. */
    LocalDate nearest(LocalDate day, boolean forward) {
        LocalDate found = day;
        for (int i = 0; i < MOST_DAYS && !isWorked(found); i++) {
            found = found.plusDays(forward ? 1 : -1);
        }
        return found;
    }
}
