package org.shapan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/** What subselects leave, held against plain SQL over the same rows: random shapes, every kind of measure. */
class SubselectsAgainstSqlTest {
    private static final long SEED = System.nanoTime();

    private static Market market;
    private static Random random;

    /** A hierarchy with its level columns and, per member, the path of keys that leads to it. */
    private record Axis(String name, List<String> columns, List<List<String>> members) {}

    private static final List<Axis> AXES = List.of(
            new Axis("Time", List.of("y", "m"), time()),
            new Axis("Place", List.of("country", "state", "city"), place()),
            new Axis("Goods", List.of("kind", "item"), goods()));

    private static List<List<String>> time() {
        List<List<String>> members = new ArrayList<>();
        for (String year : List.of("2008", "2009")) {
            members.add(List.of(year));
            for (int month = 1; month <= 4; month++) {
                members.add(List.of(year, "" + month));
            }
        }
        return members;
    }

    private static List<List<String>> place() {
        List<List<String>> members = new ArrayList<>();
        for (String country : List.of("A", "B")) {
            members.add(List.of(country));
            for (String state : List.of(country + "1", country + "2")) {
                members.add(List.of(country, state));
                members.add(List.of(country, state, "x"));
                members.add(List.of(country, state, "y"));
            }
        }
        return members;
    }

    private static List<List<String>> goods() {
        List<List<String>> members = new ArrayList<>();
        for (int kind = 0; kind < 3; kind++) {
            members.add(List.of("k" + kind));
            members.add(List.of("k" + kind, "g" + 2 * kind));
            members.add(List.of("k" + kind, "g" + (2 * kind + 1)));
        }
        return members;
    }

    @BeforeAll
    static void open() {
        market = new Market(7, 400);
        random = new Random(SEED);
        System.out.println("SubselectsAgainstSqlTest seed " + SEED);
    }

    @AfterAll
    static void close() {
        market.close();
    }

    private static String unique(Axis axis, List<String> path) {
        return "[" + axis.name + "]."
                + path.stream().map(key -> "[" + key + "]").collect(Collectors.joining("."));
    }

    private static String condition(Axis axis, List<String> path) {
        List<String> all = new ArrayList<>(List.of("1 = 1"));
        for (int i = 0; i < path.size(); i++) {
            all.add(axis.columns.get(i) + " = '" + path.get(i) + "'");
        }
        return String.join(" AND ", all);
    }

    private static boolean overlaps(List<String> a, List<String> b) {
        int shorter = Math.min(a.size(), b.size());
        return a.subList(0, shorter).equals(b.subList(0, shorter));
    }

    /** One subselect: tuples over some hierarchies. */
    private record Shape(List<Axis> axes, List<List<List<String>>> tuples) {
        static Shape random() {
            List<Axis> axes = new ArrayList<>(AXES);
            Collections.shuffle(axes, random);
            axes = axes.subList(0, 1 + random.nextInt(2));
            List<List<List<String>>> tuples = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                tuples.add(axes.stream()
                        .map(axis -> axis.members.get(random.nextInt(axis.members.size())))
                        .toList());
            }
            return new Shape(axes, tuples);
        }

        String mdx() {
            return tuples.stream().map(this::tuple).collect(Collectors.joining(", ", "{", "}"));
        }

        private String tuple(List<List<String>> paths) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < axes.size(); i++) {
                names.add(unique(axes.get(i), paths.get(i)));
            }
            return "(" + String.join(", ", names) + ")";
        }

        String sql() {
            return tuples.stream().map(this::sql).collect(Collectors.joining(" OR ", "(", ")"));
        }

        private String sql(List<List<String>> paths) {
            List<String> all = new ArrayList<>();
            for (int i = 0; i < axes.size(); i++) {
                all.add("(" + condition(axes.get(i), paths.get(i)) + ")");
            }
            return "(" + String.join(" AND ", all) + ")";
        }
    }

    @RepeatedTest(60)
    void cellsCountTheRowsOfTheSubcube() {
        List<Shape> shapes = new ArrayList<>();
        String from = "Sales";
        for (int i = random.nextInt(3); i >= 0; i--) {
            Shape shape = Shape.random();
            shapes.add(shape);
            from = "(SELECT " + shape.mdx() + " ON 0 FROM " + from + ")";
        }
        Axis axis = AXES.get(random.nextInt(AXES.size()));
        String mdx = "SELECT {Measures.Amount, Measures.Lines, Measures.Customers, Measures.Least, Measures.Mean,"
                + " Measures.[Per line]} ON 0, NON EMPTY [" + axis.name + "].Members ON 1 FROM " + from;

        List<String> expected = new ArrayList<>();
        List<List<String>> members = new ArrayList<>(List.of(List.of()));
        members.addAll(axis.members);
        String within = shapes.stream().map(Shape::sql).collect(Collectors.joining(" AND "));
        for (List<String> member : members) {
            String row = market.sql(
                            "SELECT SUM(amount), COUNT(amount), COUNT(DISTINCT customer), MIN(amount), AVG(amount),"
                                    + " SUM(amount) / COUNT(amount) FROM " + Market.JOINED + " WHERE ("
                                    + condition(axis, member)
                                    + ") AND " + within)
                    .getFirst();
            if (!row.startsWith("null|0|")) {
                String name = member.isEmpty() ? all(axis) : unique(axis, member);
                expected.add(name + "|" + rounded(row));
            }
        }
        List<String> got = market.cells(mdx).stream()
                .map(SubselectsAgainstSqlTest::roundedLine)
                .toList();
        assertThat(got).as(mdx + "\nseed " + SEED).containsExactlyElementsOf(expected);
    }

    private static String all(Axis axis) {
        return "[" + axis.name + "].[All " + axis.name + "s]";
    }

    private static String roundedLine(String line) {
        int bar = line.indexOf('|');
        return line.substring(0, bar + 1) + rounded(line.substring(bar + 1));
    }

    private static String rounded(String values) {
        return Arrays.stream(values.split("\\|"))
                .map(v -> new BigDecimal(v).setScale(3, RoundingMode.HALF_EVEN).toString())
                .collect(Collectors.joining("|"));
    }

    @Test
    void aRoleSeesNoMoreThroughASubselect() {
        String mdx =
                "SELECT {Measures.Amount, Measures.Customers} ON 0, [Place].Members ON 1 FROM (SELECT {[Place].[A],"
                        + " [Place].[B].[B1]} ON 0, {[Goods].[k0].[g1], [Goods].[k2]} ON 1 FROM Sales)";

        String rows =
                Market.JOINED + " WHERE (state = 'A1' OR state = 'B1' AND city = 'x') AND (item = 'g1' OR kind = 'k2')";
        assertThat(market.cells(mdx, "North of A"))
                .startsWith("[Place].[All Places]|"
                        + market.sql("SELECT SUM(amount), COUNT(DISTINCT customer) FROM " + rows)
                                .getFirst())
                .extracting(line -> line.substring(0, line.indexOf('|')))
                .containsExactly(
                        "[Place].[All Places]",
                        "[Place].[A]",
                        "[Place].[A].[A1]",
                        "[Place].[A].[A1].[x]",
                        "[Place].[A].[A1].[y]",
                        "[Place].[B]",
                        "[Place].[B].[B1]",
                        "[Place].[B].[B1].[x]");
    }

    @Test
    void aMemberThatTheRoleHidesIsUnknownInASubselectToo() {
        assertThat(market.refusal("SELECT FROM (SELECT {[Place].[B].[B2]} ON 0 FROM Sales)", "North of A"))
                .hasMessageContaining("B2");
    }

    @Test
    void theLastPeriodIsTheLastLoadedOfTheKeptOnes() {
        String mdx = "SELECT {Measures.Closing, Measures.[Mean stock]} ON 0, {[Time].[All Times], [Time].[2009],"
                + " [Time].[2008].[2]} ON 1 FROM (SELECT {[Time].[2008].[2], [Time].[2009].[2], [Time].[2009].[4]} ON 0,"
                + " {[Place].[A].[A1], [Place].[B]} ON 1 FROM Stocks)";

        String stock = "SELECT SUM(units) FROM stock JOIN month USING (month_id) JOIN place USING (place_id)"
                + " WHERE (state = 'A1' OR country = 'B') AND y = %d AND m = 2";
        String early = market.sql(String.format(stock, 2008)).getFirst();
        String late = market.sql(String.format(stock, 2009)).getFirst();
        double mean = (Double.parseDouble(early) + Double.parseDouble(late)) / 2;
        assertThat(market.cells(mdx))
                .containsExactly(
                        "[Time].[All Times]|" + late + "|" + mean,
                        "[Time].[2009]|" + late + "|" + Double.parseDouble(late),
                        "[Time].[2008].[2]|" + early + "|" + Double.parseDouble(early));
    }

    @Test
    void aMeasureIsNotRestrictedByWhatItsFactsDoNotKnow() {
        String mdx = "SELECT {Measures.Amount, Measures.Closing} ON 0 FROM (SELECT {[Goods].[k1]} ON 0 FROM [All])";

        String amount = market.sql("SELECT SUM(amount) FROM " + Market.JOINED + " WHERE kind = 'k1'")
                .getFirst();
        String closing =
                market.sql("SELECT SUM(units) FROM stock WHERE month_id = 6").getFirst();
        assertThat(market.cells(mdx)).containsExactly(amount + "|" + closing);
    }

    @Test
    void aCalculatedMemberOfADimensionCannotBeKept() {
        EngineException refusal = market.refusal("SELECT FROM (SELECT {[Place].[Ones]} ON 0 FROM Sales)");

        assertThat(refusal.code()).isEqualTo(OlapErrorCode.NOT_SUPPORTED);
        assertThat(refusal).hasMessageContaining("[Place].[Ones]");
    }

    @Test
    void aCalculatedMemberOutsideIsMadeOfRestrictedCells() {
        String mdx = "SELECT {Measures.Amount, Measures.Customers} ON 0, {[Place].[Ones]} ON 1"
                + " FROM (SELECT {[Place].[A].[A1].[y], [Place].[A].[A2], [Place].[B].[B1]} ON 0 FROM Sales)";

        String sql = "SELECT SUM(amount), COUNT(DISTINCT customer) FROM " + Market.JOINED
                + " WHERE (state = 'A1' AND city = 'y') OR state = 'B1'";
        assertThat(market.cells(mdx))
                .containsExactly("[Place].[Ones]|" + market.sql(sql).getFirst());
    }
}
