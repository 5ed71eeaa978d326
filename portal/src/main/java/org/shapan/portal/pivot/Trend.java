package org.shapan.portal.pivot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shapan.portal.pivot.PivotFields.HierarchyField;

/**
 * A measure shown as its course over {@link #PERIODS} periods, {@link ShowAs#TREND}: in the statement a calculated measure for
 * each period, so that the cubes answer all rows at once; in the result one line whose cells hold the figures of all.
 */
final class Trend {
    /** Periods of a course: a year of months and the month a year before. */
    static final int PERIODS = 13;

    /** The last period with data of what is filtered, where time stands on no axis. */
    static final String END = "[Pivot trend]";

    private Trend() {}

    /** @param measure null for a content without measures */
    static boolean is(String measure) {
        return measure != null
                && ShowAs.read(measure).filter(ShowAs.TREND::equals).isPresent();
    }

    /** Unique names of the calculated measures, the earliest period first. */
    static List<String> steps(String measure) {
        String base = ShowAs.base(measure);
        String start = base.substring(0, base.length() - 1) + " " + ShowAs.TREND + " ";
        return IntStream.range(0, PERIODS).mapToObj(step -> start + step + "]").toList();
    }

    /** Of the last period. */
    static String last(String measure) {
        return steps(measure).getLast();
    }

    /** Whether a model needs {@link #END}. */
    static boolean fixed(PivotModel model, HierarchyField time) {
        return model.field(time.uniqueName()) == null;
    }

    /** The set {@link #END}: of months where the hierarchy has them. */
    static String end(PivotModel model, PivotFields fields, PivotSets sets, HierarchyField time) {
        String month = time.periods().uniqueName();
        List<String> picked = model.selection(time.uniqueName()).picked();
        String all = picked.isEmpty()
                ? month + ".Members"
                : "Descendants(" + sets.picks(time.uniqueName(), picked) + ", " + month + ")";
        return "Tail(NonEmpty(" + all + ", {" + fields.firstStored() + "}), 1)";
    }

    /**
     * Formulas of the steps.
     *
     * @param total of the time on its axis, which has no course; null where it stands on none
     */
    static void formulas(SequencedMap<String, String> formulas, String measure, HierarchyField time, String total) {
        String current = time.uniqueName() + ".CurrentMember";
        String end = total == null
                ? END + ".Item(0).Item(0)"
                : "Tail(Descendants(" + current + ", " + time.periods().uniqueName() + "), 1).Item(0).Item(0)";
        List<String> steps = steps(measure);
        for (int step = 0; step < PERIODS; step++) {
            int back = PERIODS - 1 - step;
            String value = "(" + ShowAs.base(measure) + ", " + end + (back == 0 ? "" : ".Lag(" + back + ")") + ")";
            formulas.put(
                    steps.get(step),
                    total == null
                            ? value
                            : "CASE WHEN " + current + " IS " + total + " THEN NULL ELSE " + value + " END");
        }
    }

    /**
     * Where the figures of courses lie on the axis that carries the measures.
     *
     * @param onRows whether that axis is the rows
     * @param positions ordinals on that axis by the first of them, {@link #PERIODS} each; −1 where a period is not there
     */
    record Places(boolean onRows, Map<Integer, int[]> positions) {
        static final Places NONE = new Places(false, Map.of());

        /** Reads an axis whose measures stand innermost. */
        static Places read(PivotModel model, List<List<String>> names, boolean onRows) {
            Map<String, Integer> steps = new HashMap<>();
            for (String measure : model.measures()) {
                if (is(measure)) {
                    List<String> each = steps(measure);
                    each.forEach(step -> steps.put(step, each.indexOf(step)));
                }
            }
            if (steps.isEmpty()) {
                return NONE;
            }
            Map<List<String>, int[]> found = new HashMap<>();
            Map<Integer, int[]> places = new HashMap<>();
            for (int position = 0; position < names.size(); position++) {
                List<String> members = names.get(position);
                Integer step = members.isEmpty() ? null : steps.get(members.getLast());
                if (step != null) {
                    int first = position;
                    List<String> place = new ArrayList<>(members);
                    String last = place.removeLast();
                    place.add(last.substring(0, last.lastIndexOf(' ')));
                    int[] ordinals = found.computeIfAbsent(place, p -> {
                        int[] none = IntStream.generate(() -> -1).limit(PERIODS).toArray();
                        places.put(first, none);
                        return none;
                    });
                    ordinals[step] = position;
                }
            }
            return new Places(onRows, places);
        }

        /** The ordinals of a line, by its position; null where it shows no course. */
        int[] of(int row, int column) {
            return positions.get(onRows ? row : column);
        }
    }

    /** A course for a file of text: its figures with spaces between, those that are missing as {@code -}. */
    static String text(double[] course) {
        return java.util.Arrays.stream(course)
                .mapToObj(figure -> Double.isNaN(figure) ? "-" : CellRange.plain(figure))
                .collect(Collectors.joining(" "));
    }

    /** Heights of a course's points between its least (0) and its largest (100) figure; −1 where there is none. */
    static int[] heights(double[] course) {
        double least = java.util.Arrays.stream(course)
                .filter(f -> !Double.isNaN(f))
                .min()
                .orElse(0);
        double most = java.util.Arrays.stream(course)
                .filter(f -> !Double.isNaN(f))
                .max()
                .orElse(0);
        return java.util.Arrays.stream(course)
                .mapToInt(figure -> Double.isNaN(figure)
                        ? -1
                        : most > least ? (int) Math.round((figure - least) / (most - least) * 100) : 50)
                .toArray();
    }
}
