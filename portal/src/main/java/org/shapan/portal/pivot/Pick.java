package org.shapan.portal.pivot;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * One thing picked of a hierarchy. Written as in links: a member by its unique name, or a word with what it is of:
 * {@code children [member]}, {@code descendants [member] [level]}, {@code level [level]}, {@code set [hierarchy] [named set]};
 * and of periods with data
 * {@code latest 3 [level]}, {@code previous [level]} (before the latest), {@code lastYear [level]} (the latest one's of
 * the year before), {@code toDate [level]} (from the start of the year to the latest).
 *
 * @param number of {@link Kind#LATEST}, else 0
 * @param names unique names, as the kind needs them
 */
public record Pick(Kind kind, int number, List<String> names) {
    /** What is picked. */
    public enum Kind {
        MEMBER(""),
        CHILDREN("children"),
        DESCENDANTS("descendants"),
        LEVEL("level"),
        /** A named set of the catalog. */
        SET("set"),
        LATEST("latest"),
        PREVIOUS("previous"),
        LAST_YEAR("lastYear"),
        TO_DATE("toDate");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Whether it follows the data as time goes on. */
        public boolean relative() {
            return compareTo(LATEST) >= 0;
        }
    }

    /** Most periods that {@code latest} takes. */
    public static final int MOST_PERIODS = 1_000;

    public Pick {
        names = List.copyOf(names);
    }

    public static Pick of(Kind kind, String... names) {
        return new Pick(kind, 0, List.of(names));
    }

    public static Pick latest(int number, String level) {
        return new Pick(Kind.LATEST, number, List.of(level));
    }

    /** @throws UnknownNameException for what is no pick; names are bracketed names and nothing else */
    public static Pick parse(String text) {
        int bracket = text.startsWith("&") ? 0 : text.indexOf('[');
        String head = bracket < 0 ? text : text.substring(0, bracket).strip();
        String[] words = head.split(" ", 2);
        List<String> names = names(bracket < 0 ? "" : text.substring(bracket));
        for (Kind kind : Kind.values()) {
            boolean numbered = kind == Kind.LATEST && words.length == 2 && words[1].matches("[1-9]\\d{0,3}");
            boolean named = names.size() == (kind == Kind.DESCENDANTS || kind == Kind.SET ? 2 : 1);
            if (kind.word.equals(words[0]) && named && (kind == Kind.LATEST ? numbered : words.length == 1)) {
                int number = numbered ? Math.min(MOST_PERIODS, Integer.parseInt(words[1])) : 0;
                return new Pick(kind, number, names);
            }
        }
        throw new UnknownNameException("member", text);
    }

    private static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        Matcher name = PivotLink.MEMBER.matcher(text);
        int from = 0;
        while (from < text.length() && name.find(from) && name.start() == from) {
            names.add(name.group());
            from = name.end() < text.length() && text.charAt(name.end()) == ' ' ? name.end() + 1 : name.end();
        }
        return from == text.length() ? names : List.of();
    }

    public String write() {
        String words = number > 0 ? kind.word + " " + number : kind.word;
        return (words + " " + String.join(" ", names)).strip();
    }

    /** The member it is of; null where it is of a level. */
    public String member() {
        return kind.compareTo(Kind.DESCENDANTS) <= 0 ? names.getFirst() : null;
    }

    /** The level it is of; null where it is of a member alone, or a set. */
    public String level() {
        return kind == Kind.MEMBER || kind == Kind.CHILDREN || kind == Kind.SET ? null : names.getLast();
    }

    /**
     * The set.
     *
     * @param hierarchy it is of
     * @param measure that is empty where there is no data
     */
    String mdx(PivotFields.HierarchyField hierarchy, String measure) {
        String name = names.getFirst();
        String year = hierarchy.levels().getFirst().uniqueName();
        String current = hierarchy.uniqueName() + ".CurrentMember";
        return switch (kind) {
            case MEMBER -> name;
            case CHILDREN -> name + ".Children";
            case DESCENDANTS -> "Descendants(" + name + ", " + names.getLast() + ")";
            case LEVEL -> name + ".Members";
            case SET -> names.getLast();
            case LATEST -> lastOnes(number, measure);
            case PREVIOUS -> "Generate(" + lastOnes(1, measure) + ", {" + current + ".PrevMember})";
            case LAST_YEAR ->
                "Generate(" + lastOnes(1, measure) + ", {ParallelPeriod(" + year + ", 1, " + current + ")})";
            case TO_DATE -> "Generate(" + lastOnes(1, measure) + ", PeriodsToDate(" + year + ", " + current + "))";
        };
    }

    private String lastOnes(int count, String measure) {
        return "Tail(NonEmpty(" + names.getLast() + ".Members, {" + measure + "}), " + count + ")";
    }
}
