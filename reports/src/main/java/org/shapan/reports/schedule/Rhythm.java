package org.shapan.reports.schedule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.scheduling.support.CronExpression;

/** The local times of a calendar before its rule for days off. */
sealed interface Rhythm {
    /** Text of the rhythm that has no times: it fires when the load of a period is published. */
    String PUBLISHED = "published";

    /** First local time after another, null when there is none. */
    LocalDateTime next(LocalDateTime after, WorkDays days);

    /** @throws IllegalArgumentException when the text is no rhythm */
    static Rhythm parse(String text) {
        if (text.equals(PUBLISHED)) {
            return new Published();
        }
        Matcher nth = NthWorkDay.FORM.matcher(text);
        if (nth.matches()) {
            try {
                return new NthWorkDay(Integer.parseInt(nth.group(1)), LocalTime.parse(nth.group(2)));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("\"" + nth.group(2) + "\" is no time of day such as 07:30", e);
            }
        }
        return new Cron(CronExpression.parse(text));
    }

    /** Six fields, seconds first. */
    record Cron(CronExpression expression) implements Rhythm {
        @Override
        public LocalDateTime next(LocalDateTime after, WorkDays days) {
            return expression.next(after);
        }
    }

    /** The n-th working day of each month, counted from its end when negative. */
    record NthWorkDay(int n, LocalTime time) implements Rhythm {
        static final Pattern FORM = Pattern.compile("workday (-?\\d{1,2}) (\\d\\d:\\d\\d)");
        private static final int MOST = 15;
        private static final int MONTHS = 24;

        public NthWorkDay {
            if (n == 0 || Math.abs(n) > MOST) {
                throw new IllegalArgumentException("a working day of the month is 1 to " + MOST + " or −1 to −" + MOST);
            }
        }

        @Override
        public LocalDateTime next(LocalDateTime after, WorkDays days) {
            YearMonth month = YearMonth.from(after);
            for (int i = 0; i < MONTHS; i++) {
                Optional<LocalDateTime> found = day(month.plusMonths(i), days)
                        .map(day -> day.atTime(time))
                        .filter(at -> at.isAfter(after));
                if (found.isPresent()) {
                    return found.get();
                }
            }
            return null;
        }

        private Optional<LocalDate> day(YearMonth month, WorkDays days) {
            LocalDate day = n > 0 ? month.atDay(1) : month.atEndOfMonth();
            int left = Math.abs(n);
            while (YearMonth.from(day).equals(month)) {
                if (days.isWorked(day) && --left == 0) {
                    return Optional.of(day);
                }
                day = day.plusDays(n > 0 ? 1 : -1);
            }
            return Optional.empty();
        }
    }

    /** No times of its own. */
    record Published() implements Rhythm {
        @Override
        public LocalDateTime next(LocalDateTime after, WorkDays days) {
            return null;
        }
    }
}
