package org.shapan.insight.cube;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Level;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.MemberName;

/** The months of a cube's calendar and their members. */
public final class CalendarMonths {
    public static final String HIERARCHY = "[Time].[Calendar]";

    private final NavigableMap<YearMonth, MemberName> members = new TreeMap<>();

    private CalendarMonths() {}

    /**
     * The months of a cube up to one.
     *
     * @param last months after it are left out: they have no data yet
     */
    public static CalendarMonths of(Cube cube, YearMonth last) throws OlapException {
        CalendarMonths months = new CalendarMonths();
        for (Hierarchy hierarchy : cube.getHierarchies()) {
            if (hierarchy.getUniqueName().equals(HIERARCHY)) {
                Level level = hierarchy.getLevels().get("Month");
                for (Member member : level.getMembers()) {
                    parse(member.getName())
                            .filter(month -> !month.isAfter(last))
                            .ifPresent(month -> months.members.put(month, new MemberName(member.getUniqueName())));
                }
            }
        }
        return months;
    }

    /** A month written 201003; empty for any other text. */
    public static Optional<YearMonth> parse(String name) {
        if (name == null || name.length() != 6 || !name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    YearMonth.of(Integer.parseInt(name.substring(0, 4)), Integer.parseInt(name.substring(4))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@code 201003}. */
    public static String name(YearMonth month) {
        return "%04d%02d".formatted(month.getYear(), month.getMonthValue());
    }

    /** The text of the last segment of a unique name. */
    public static String lastName(String uniqueName) {
        int open = uniqueName.lastIndexOf('[');
        return uniqueName.substring(open + 1, uniqueName.length() - 1).replace("]]", "]");
    }

    /** Latest first. */
    public List<YearMonth> latestFirst() {
        return new ArrayList<>(members.descendingKeySet());
    }

    public boolean contains(YearMonth month) {
        return members.containsKey(month);
    }

    /** @throws IllegalArgumentException for a month outside the calendar */
    public MemberName member(YearMonth month) {
        MemberName name = members.get(month);
        if (name == null) {
            throw new IllegalArgumentException("no month " + month);
        }
        return name;
    }

    /** First and last member of all months. */
    public Map<String, List<MemberName>> all() {
        return Map.of(
                "first",
                List.of(members.firstEntry().getValue()),
                "last",
                List.of(members.lastEntry().getValue()));
    }

    /** First and last member of the months from one to another. */
    public Map<String, List<MemberName>> between(YearMonth from, YearMonth to) {
        return Map.of("first", List.of(member(from)), "last", List.of(member(to)));
    }

    /** First and last member of the {@code length} months that end with {@code month}, or of as many as there are. */
    public Map<String, List<MemberName>> span(YearMonth month, int length) {
        YearMonth first = members.ceilingKey(month.minusMonths(length - 1L));
        return Map.of("first", List.of(member(first)), "last", List.of(member(month)));
    }
}
