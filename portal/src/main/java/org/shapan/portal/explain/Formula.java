package org.shapan.portal.explain;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shapan.engine.api.MemberName;
import org.shapan.insight.SpringFestival;
import org.shapan.insight.cube.CalendarMonths;

/**
 * How a number is made of cells of a cube: an MDX expression over names that stand for the cells. A method adds the cells that it needs and
 * gives an expression, which may stand in another one.
 */
public final class Formula implements NumberSource {
    /** The name of the number in the statement, where it is made of several cells. */
    public static final String NUMBER = "[Measures].[Number]";

    private final Map<String, CubeCell> cells = new LinkedHashMap<>();
    private String expression;

    /** A number that is a cell. */
    public static Formula cell(CubeCell cell) {
        Formula formula = new Formula();
        return formula.is(formula.add("Value", cell));
    }

    /** Says which expression the number is. */
    public Formula is(String number) {
        expression = number;
        return this;
    }

    /** The cells by name, in the order in which they were added. */
    public Map<String, CubeCell> cells() {
        return Collections.unmodifiableMap(cells);
    }

    /** Unique names of the members of a hierarchy at which the cells lie, in the order of the names. */
    List<String> members(String hierarchy) {
        return cells.values().stream()
                .flatMap(cell -> cell.members().stream())
                .map(MemberName::uniqueName)
                .filter(name -> name.startsWith(hierarchy + "."))
                .distinct()
                .sorted()
                .toList();
    }

    /** The cell that the number stands for; the others are those that it is made of. */
    public CubeCell first() {
        return cells.values().iterator().next();
    }

    /** The number is nothing but a cell. */
    boolean isCell() {
        return cells.size() == 1
                && expression.equals(name(cells.keySet().iterator().next()));
    }

    @Override
    public String expression() {
        return expression;
    }

    @Override
    public List<MemberName> place() {
        return first().members();
    }

    @Override
    public String mdx(String cube) {
        CubeCell cell = first();
        if (isCell()) {
            String where = cell.members().isEmpty()
                    ? ""
                    : cell.members().stream().map(Object::toString).collect(Collectors.joining(", ", "\nWHERE (", ")"));
            return "SELECT { " + cell.measureName() + " } ON COLUMNS\nFROM [" + cube + "]" + where;
        }
        StringBuilder mdx = new StringBuilder("WITH\n");
        List<String> columns = new ArrayList<>(List.of(NUMBER));
        cells.forEach((name, each) -> {
            mdx.append("  MEMBER ")
                    .append(name(name))
                    .append(" AS ")
                    .append(each.tuple())
                    .append('\n');
            columns.add(name(name));
        });
        return mdx.append("  MEMBER ")
                .append(NUMBER)
                .append(" AS ")
                .append(expression)
                .append("\nSELECT { ")
                .append(String.join(", ", columns))
                .append(" } ON COLUMNS\nFROM [")
                .append(cube)
                .append("]")
                .toString();
    }

    /** Adds a cell, or takes it where it is there already; a name that another cell has gets a number. */
    public String add(String name, CubeCell cell) {
        String free = name;
        for (int i = 2; cells.containsKey(free) && !cells.get(free).equals(cell); i++) {
            free = name + " " + i;
        }
        cells.put(free, cell);
        return name(free);
    }

    /** The value of a month. */
    public String month(CubeCell cell, YearMonth month) {
        return add(CalendarMonths.name(month), at(cell, month));
    }

    /** The cell in another month. */
    public static CubeCell at(CubeCell cell, YearMonth month) {
        return cell.at(CalendarMonths.HIERARCHY, member(month));
    }

    /** The unique name of a month in the warehouse's cubes. */
    public static String member(YearMonth month) {
        return "%s.[%d].[Q%d].[%s]"
                .formatted(
                        CalendarMonths.HIERARCHY,
                        month.getYear(),
                        (month.getMonthValue() + 2) / 3,
                        CalendarMonths.name(month));
    }

    /** The expectation of a month as {@link org.shapan.insight.Expectation} makes it; {@code seasonal} as it says. */
    public String expectation(CubeCell cell, YearMonth month, boolean seasonal, boolean balance) {
        return expectation(each -> month(cell, each), month, seasonal, balance);
    }

    private static String expectation(
            Function<YearMonth, String> value, YearMonth month, boolean seasonal, boolean balance) {
        List<String> recent = new ArrayList<>();
        List<String> references = new ArrayList<>();
        for (int back = 1; back <= 3; back++) {
            recent.add(value.apply(month.minusMonths(back)));
        }
        if (!seasonal) {
            return sum(recent) + " / 3";
        }
        String season = value.apply(SpringFestival.referenceOf(month));
        for (int back = 1; back <= 3; back++) {
            references.add(value.apply(SpringFestival.referenceOf(month.minusMonths(back))));
        }
        return balance
                ? "(" + season + " + (" + sum(recent) + " - " + sum(references) + ") / 3)"
                : season + " * " + sum(recent) + " / " + sum(references);
    }

    /** How far a month is from its expectation. */
    public String difference(CubeCell cell, YearMonth month, boolean seasonal) {
        return "(" + month(cell, month) + " - " + expectation(cell, month, seasonal, false) + ")";
    }

    /** The sum over members of how far each is from its expectation. */
    public static String sumOfDifferences(CubeCell cell, YearMonth month, List<String> members, boolean seasonal) {
        Function<YearMonth, String> value = each -> at(cell, each).tuple();
        return "Sum({ " + String.join(", ", members) + " }, " + value.apply(month) + " - "
                + expectation(value, month, seasonal, false) + ")";
    }

    /** The sum of a cell over members of a hierarchy. */
    public String sum(CubeCell cell, String hierarchy, List<String> members) {
        CubeCell rest = cell.without(hierarchy);
        return "Sum({ " + String.join(", ", members) + " }, " + rest.tuple() + ")";
    }

    /** The median of a cell over months. */
    public String median(CubeCell cell, List<YearMonth> months) {
        List<String> members = months.stream().map(Formula::member).toList();
        return "Median({ " + String.join(", ", members) + " }, "
                + cell.without(CalendarMonths.HIERARCHY).tuple() + ")";
    }

    /** The median of a cell over a set of another hierarchy in the place of its own, over those members that have it. */
    public String medianOver(CubeCell cell, String hierarchy, String set) {
        String each = cell.without(hierarchy).tuple();
        return "Median(Filter(" + set + ", NOT IsEmpty(" + each + ")), " + each + ")";
    }

    /** The part of a cell that lies in the largest members of a set; without the member of its hierarchy. */
    public String largestShare(CubeCell cell, String set, int largest) {
        add("Whole", cell);
        String each =
                (set.startsWith(CalendarMonths.HIERARCHY) ? cell.without(CalendarMonths.HIERARCHY) : cell).tuple();
        return "Sum(TopCount(" + set + ", " + largest + ", " + each + "), " + each + ") / Sum(" + set + ", " + each
                + ")";
    }

    /** A sum in brackets. */
    public static String sum(List<String> numbers) {
        return "(" + String.join(" + ", numbers) + ")";
    }

    private static String name(String cell) {
        return "[Measures].[" + cell.replace("]", "]]") + "]";
    }
}
