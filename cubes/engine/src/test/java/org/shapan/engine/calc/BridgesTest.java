package org.shapan.engine.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shapan.engine.access.CatalogAccess;
import org.shapan.engine.star.Bakery;
import org.shapan.engine.star.Catalog;

/**
 * Accounts that several customers hold and that carry several labels: what every cell must be is asked of plain SQL, which takes the rows whose
 * account leads to the member.
 *
 * <pre>
 * account 100: Ann, Bob (both of Ulm; Ann is recorded twice), gold, risk
 *         101: Bob, Cyd (Ulm and Bonn), gold
 *         102: Cyd
 *         103: nobody, risk
 * </pre>
 */
class BridgesTest {
    private static final String SHARED = """
            <Dimension name='Customer'>
              <Hierarchy hasAll='true' primaryKey='customer_id'><Table name='customer'/>
                <Level name='City' column='city' uniqueMembers='true'/>
                <Level name='Customer' column='customer_id' nameColumn='name' uniqueMembers='true'/></Hierarchy>
              <sp:Attribute name='Gender' column='gender'/>
            </Dimension>
            <Dimension name='Label'>
              <Hierarchy hasAll='true' primaryKey='label_id'><Table name='label'/>
                <Level name='Label' column='label' uniqueMembers='true'/></Hierarchy>
            </Dimension>
            """;
    private static final String USAGES = """
              <DimensionUsage source='Customer' foreignKey='account_id'>
                <sp:Bridge factKey='acc' dimensionKey='cust'><Table name='account_customer'/></sp:Bridge></DimensionUsage>
              <DimensionUsage source='Label' foreignKey='account_id'>
                <sp:Bridge factKey='account_id' dimensionKey='label_id'><Table name='account_label'/></sp:Bridge></DimensionUsage>
              <Dimension name='Month'><Hierarchy hasAll='true'><Level name='Month' column='month' uniqueMembers='true'/></Hierarchy></Dimension>
            """;
    private static final String MEASURES = """
              <Measure name='Amount' column='amount' aggregator='sum'/>
              <Measure name='Rows' column='amount' aggregator='count'/>
              <Measure name='Mean' column='amount' aggregator='avg' formatString='0.000'/>
              <Measure name='Most' column='amount' aggregator='max'/>
              <Measure name='Accounts' column='account_id' aggregator='distinct-count'/>
            """;
    private static final String CUBE =
            SHARED + "<Cube name='Turnover'><Table name='turnover'/>" + USAGES + MEASURES + "</Cube>";
    private static final String ALL_MEASURES =
            "{[Measures].[Amount], [Measures].[Rows], [Measures].[Mean], [Measures].[Most], [Measures].[Accounts]}";

    private final Bakery database = new Bakery()
            .run(
                    "CREATE TABLE customer(customer_id INTEGER, name VARCHAR, city VARCHAR, gender VARCHAR)",
                    "INSERT INTO customer VALUES (1, 'Ann', 'Ulm', 'f'), (2, 'Bob', 'Ulm', 'm'), (3, 'Cyd', 'Bonn', 'f'), (4, 'Dan', 'Bonn', 'm')",
                    "CREATE TABLE account_customer(acc INTEGER, cust INTEGER)",
                    "INSERT INTO account_customer VALUES (100, 1), (100, 1), (100, 2), (101, 2), (101, 3), (102, 3)",
                    "CREATE TABLE label(label_id INTEGER, label VARCHAR)",
                    "INSERT INTO label VALUES (1, 'gold'), (2, 'risk')",
                    "CREATE TABLE account_label(account_id INTEGER, label_id INTEGER)",
                    "INSERT INTO account_label VALUES (100, 1), (100, 2), (101, 1), (103, 2)",
                    "CREATE TABLE turnover(account_id INTEGER, month INTEGER, amount DECIMAL(10, 2))",
                    "INSERT INTO turnover VALUES (100, 1, 10), (100, 2, 20), (101, 1, 5), (101, 1, 6), (102, 2, 3), (103, 2, 100)");

    @AfterEach
    void close() {
        database.close();
    }

    private CubeQueries queries() {
        return new CubeQueries(database.cube(CUBE), database.executor());
    }

    /** The cells of all measures over the rows of a condition, as a line of a table shows them. */
    private String sql(String condition) {
        return database.query("SELECT CASE WHEN COUNT(*) = 0 THEN '-' ELSE printf('%g', SUM(amount)) END,"
                        + " CASE WHEN COUNT(*) = 0 THEN '-' ELSE COUNT(amount)::VARCHAR END,"
                        + " CASE WHEN COUNT(*) = 0 THEN '-' ELSE printf('%.3f', round(AVG(amount), 3)) END,"
                        + " CASE WHEN COUNT(*) = 0 THEN '-' ELSE printf('%g', MAX(amount)) END,"
                        + " CASE WHEN COUNT(*) = 0 THEN '-' ELSE COUNT(DISTINCT account_id)::VARCHAR END FROM turnover WHERE "
                        + condition)
                .getFirst()
                .replace("|", " | ");
    }

    private static String held(String condition) {
        return "account_id IN (SELECT acc FROM account_customer JOIN customer ON cust = customer_id WHERE " + condition
                + ")";
    }

    private static String labelled(String label) {
        return "account_id IN (SELECT account_id FROM account_label JOIN label USING (label_id) WHERE label = '" + label
                + "')";
    }

    @Test
    void aRowCountsOncePerMemberAndOnceInAll() {
        assertThat(queries()
                        .table("SELECT " + ALL_MEASURES + " ON COLUMNS, [Customer].Members ON ROWS FROM [Turnover]"))
                .containsExactly(
                        "| Amount | Rows | Mean | Most | Accounts",
                        "All Customers | " + sql("true"),
                        "Bonn | " + sql(held("city = 'Bonn'")),
                        "Cyd | " + sql(held("name = 'Cyd'")),
                        "Dan | - | - | - | - | -",
                        "Ulm | " + sql(held("city = 'Ulm'")),
                        "Ann | " + sql(held("name = 'Ann'")),
                        "Bob | " + sql(held("name = 'Bob'")));
        assertThat(sql("true")).startsWith("144 | 6");
        assertThat(sql(held("city = 'Ulm'"))).startsWith("41 | 4");
    }

    @Test
    void noLevelIsRolledUpFromAnotherWhateverWasLoadedBefore() {
        List<String> levels = List.of(
                "[Customer].[Customer].Members",
                "[Customer].[City].Members",
                "{[Customer].[All Customers]}",
                "CrossJoin([Customer].[City].Members, [Month].Members)",
                "CrossJoin([Customer].[Customer].Members, [Month].[Month].Members)",
                "[Month].Members");
        List<List<String>> alone =
                levels.stream().map(l -> queries().table(rows(l))).toList();
        for (int seed = 0; seed < 6; seed++) {
            List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
            Collections.shuffle(order, new Random(seed));
            CubeQueries warm = queries();
            for (int level : order) {
                assertThat(warm.table(rows(levels.get(level))))
                        .as("order %s", order)
                        .isEqualTo(alone.get(level));
            }
        }
    }

    private static String rows(String set) {
        return "SELECT " + ALL_MEASURES + " ON COLUMNS, " + set + " ON ROWS FROM [Turnover]";
    }

    @Test
    void otherHierarchiesAreStillRolledUpInMemory() {
        CubeQueries queries = queries();
        queries.table("SELECT [Customer].[City].Members ON COLUMNS, [Month].[Month].Members ON ROWS FROM [Turnover]");
        database.statements();

        assertThat(queries.table("SELECT [Customer].[City].Members ON COLUMNS FROM [Turnover]"))
                .containsExactly("| Bonn | Ulm", "| 14 | 41");
        assertThat(database.statements()).noneMatch(s -> s.contains("SUM("));
    }

    @Test
    void severalBridgesMeet() {
        List<String> expected = new ArrayList<>();
        expected.add("| Amount | Rows | Mean | Most | Accounts");
        for (String city : List.of("Bonn", "Ulm")) {
            for (String label : List.of("gold", "risk")) {
                String line = sql(held("city = '" + city + "'") + " AND " + labelled(label));
                if (!line.startsWith("-")) {
                    expected.add(city + ", " + label + " | " + line);
                }
            }
        }
        assertThat(expected).hasSize(4);

        assertThat(
                        queries()
                                .table(
                                        "SELECT " + ALL_MEASURES
                                                + " ON COLUMNS, NON EMPTY CrossJoin([Customer].[City].Members, [Label].[Label].Members) ON ROWS FROM [Turnover]"))
                .isEqualTo(expected);
        assertThat(
                        queries()
                                .table(
                                        "SELECT " + ALL_MEASURES
                                                + " ON COLUMNS, NonEmptyCrossJoin([Customer].[City].Members, [Label].[Label].Members) ON ROWS FROM [Turnover]"))
                .isEqualTo(expected);
    }

    @Test
    void hierarchiesOfTheDimensionSpeakOfTheSameMember() {
        assertThat(queries()
                        .table(rows("CrossJoin([Customer].[Customer].Members, [Customer.Gender].[Gender].Members)")))
                .containsExactly(
                        "| Amount | Rows | Mean | Most | Accounts",
                        "Cyd, f | " + sql(held("name = 'Cyd'")),
                        "Cyd, m | - | - | - | - | -",
                        "Dan, f | - | - | - | - | -",
                        "Dan, m | - | - | - | - | -",
                        "Ann, f | " + sql(held("name = 'Ann'")),
                        "Ann, m | - | - | - | - | -",
                        "Bob, f | - | - | - | - | -",
                        "Bob, m | " + sql(held("name = 'Bob'")));
        assertThat(
                        queries()
                                .table(
                                        "SELECT " + ALL_MEASURES
                                                + " ON COLUMNS, [Customer].[City].Members ON ROWS FROM [Turnover] WHERE [Customer.Gender].[f]"))
                .containsExactly(
                        "| Amount | Rows | Mean | Most | Accounts",
                        "Bonn | " + sql(held("city = 'Bonn' AND gender = 'f'")),
                        "Ulm | " + sql(held("city = 'Ulm' AND gender = 'f'")));
        assertThat(
                        queries()
                                .table(
                                        "SELECT " + ALL_MEASURES
                                                + " ON COLUMNS, [Customer].[City].Members ON ROWS FROM [Turnover] WHERE {[Customer.Gender].[f], [Customer.Gender].[m]}"))
                .containsExactly(
                        "| Amount | Rows | Mean | Most | Accounts",
                        "Bonn | " + sql(held("city = 'Bonn'")),
                        "Ulm | " + sql(held("city = 'Ulm'")));
    }

    @Test
    void slicersAndAggregatesCountSharedRowsOnce() {
        assertThat(queries()
                        .table("SELECT " + ALL_MEASURES + " ON COLUMNS FROM [Turnover] WHERE [Customer].[Ulm].[Bob]"))
                .last()
                .isEqualTo("| " + sql(held("name = 'Bob'")));
        assertThat(queries()
                        .table("SELECT " + ALL_MEASURES + " ON COLUMNS, [Month].[Month].Members ON ROWS FROM [Turnover]"
                                + " WHERE {[Customer].[Ulm].[Ann], [Customer].[Ulm].[Bob]}"))
                .containsExactly(
                        "| Amount | Rows | Mean | Most | Accounts",
                        "1 | " + sql("month = 1 AND " + held("name IN ('Ann', 'Bob')")),
                        "2 | " + sql("month = 2 AND " + held("name IN ('Ann', 'Bob')")));
        assertThat(queries()
                        .table(
                                "WITH MEMBER [Customer].[Pair] AS Aggregate({[Customer].[Ulm].[Ann], [Customer].[Ulm].[Bob], [Customer].[Bonn]})"
                                        + " SELECT " + ALL_MEASURES
                                        + " ON COLUMNS, {[Customer].[Pair]} ON ROWS FROM [Turnover]"))
                .last()
                .isEqualTo("Pair | " + sql(held("name IN ('Ann', 'Bob') OR city = 'Bonn'")));
        assertThat(queries()
                        .table("WITH MEMBER [Customer].[Sum] AS Sum({[Customer].[Ulm].[Ann], [Customer].[Ulm].[Bob]})"
                                + " SELECT {[Customer].[Sum]} ON COLUMNS FROM [Turnover]"))
                .as("a sum is a sum")
                .containsExactly("| Sum", "| 71");
    }

    @Test
    void tuplesOverSeveralBridgesRestrictTogether() {
        assertThat(
                        queries()
                                .table(
                                        "SELECT " + ALL_MEASURES + " ON COLUMNS FROM [Turnover] WHERE"
                                                + " {([Customer].[Ulm].[Ann], [Label].[risk], [Month].[2]), ([Customer].[Bonn].[Cyd], [Label].[gold], [Month].[1])}"))
                .last()
                .isEqualTo("| "
                        + sql("(" + held("name = 'Ann'") + " AND " + labelled("risk") + " AND month = 2) OR ("
                                + held("name = 'Cyd'") + " AND " + labelled("gold") + " AND month = 1)"));
        assertThat(
                        queries()
                                .table(
                                        "SELECT " + ALL_MEASURES + " ON COLUMNS FROM [Turnover] WHERE"
                                                + " {([Customer].[Ulm], [Customer.Gender].[m]), ([Customer].[Bonn], [Customer.Gender].[f])}"))
                .last()
                .isEqualTo("| " + sql(held("(city = 'Ulm' AND gender = 'm') OR (city = 'Bonn' AND gender = 'f')")));
        assertThat(queries()
                        .table("SELECT [Customer].[Customer].Members ON COLUMNS FROM [Turnover] WHERE"
                                + " {([Customer.Gender].[m], [Month].[1]), ([Customer.Gender].[f], [Month].[2])}"))
                .containsExactly("NOT_SUPPORTED");
    }

    @Test
    void aRoleCountsTheRowsOfWhatItSeesOnce() {
        Catalog catalog = database.catalog(CUBE + """
                <Role name='Ulm'><SchemaGrant access='none'><CubeGrant cube='Turnover' access='all'>
                  <HierarchyGrant hierarchy='[Customer]' access='custom' rollupPolicy='partial'>
                    <MemberGrant member='[Customer].[Ulm]' access='all'/></HierarchyGrant></CubeGrant></SchemaGrant></Role>""");
        CubeQueries restricted = new CubeQueries(
                CatalogAccess.named(catalog, List.of("Ulm")).cube("Turnover").orElseThrow(), database.executor());

        assertThat(restricted.table(rows("[Customer].Members")))
                .containsExactly(
                        "| Amount | Rows | Mean | Most | Accounts",
                        "All Customers | " + sql(held("city = 'Ulm'")),
                        "Ulm | " + sql(held("city = 'Ulm'")),
                        "Ann | " + sql(held("name = 'Ann'")),
                        "Bob | " + sql(held("name = 'Bob'")));
    }

    @Test
    void anAggregateTableReachesTheDimensionByItsForeignKey() {
        database.run(
                "CREATE TABLE agg_turnover AS SELECT account_id, SUM(amount) amount, COUNT(*) n FROM turnover GROUP BY account_id");
        String facts = "<Table name='turnover'><AggName name='agg_turnover'><AggFactCount column='n'/>%s"
                + "<AggMeasure name='[Measures].[Amount]' column='amount'/></AggName></Table>";
        CubeQueries queries = new CubeQueries(
                database.cube(CUBE.replace(
                        "<Table name='turnover'/>",
                        facts.formatted("<AggForeignKey factColumn='account_id' aggColumn='account_id'/>"))),
                database.executor());
        database.statements();

        assertThat(queries.table("SELECT [Customer].Members ON COLUMNS FROM [Turnover]"))
                .containsExactly(
                        "| All Customers | Bonn | Cyd | Dan | Ulm | Ann | Bob", "| 144 | 14 | 14 | - | 41 | 30 | 41");
        assertThat(database.statements().stream().filter(s -> s.contains("SUM(")))
                .allMatch(s -> s.contains("agg_turnover"));

        assertThatThrownBy(() -> database.cube(CUBE.replace(
                        "<Table name='turnover'/>",
                        facts.formatted("<AggLevel name='[Customer].[City]' column='account_id'/>"))))
                .hasMessageContaining("lies behind a bridge");
    }

    @Test
    void aVirtualCubeBringsItsBridgesAlong() {
        Catalog catalog = database.catalog(CUBE + """
                <Cube name='People'><Table name='customer'/><DimensionUsage source='Customer' foreignKey='customer_id'/>
                  <Measure name='Heads' column='customer_id' aggregator='count'/></Cube>
                <VirtualCube name='Both'><VirtualCubeDimension name='Customer'/>
                  <VirtualCubeMeasure cubeName='Turnover' name='[Measures].[Amount]'/><VirtualCubeMeasure cubeName='People' name='[Measures].[Heads]'/>
                </VirtualCube>""");

        assertThat(
                        new CubeQueries(catalog.cube("Both").orElseThrow(), database.executor())
                                .table(
                                        "SELECT {[Measures].[Amount], [Measures].[Heads]} ON COLUMNS,"
                                                + " Hierarchize({[Customer].[All Customers], [Customer].[City].Members}) ON ROWS FROM [Both]"))
                .containsExactly("| Amount | Heads", "All Customers | 144 | 4", "Bonn | 14 | 2", "Ulm | 41 | 2");
    }

    @Test
    void randomBridgesGiveWhatSqlGives() {
        long seed = System.nanoTime();
        database.run(
                "SELECT setseed(" + (seed % 1000) / 1000.0 + ")",
                "DELETE FROM customer; INSERT INTO customer SELECT i, 'C' || i, 'T' || (i % 7), CASE WHEN i % 3 = 0 THEN 'm' ELSE 'f' END FROM range(60) t(i)",
                "DELETE FROM account_customer; INSERT INTO account_customer SELECT (random() * 120)::INT, (random() * 65)::INT FROM range(300)",
                "DELETE FROM account_label; INSERT INTO account_label SELECT (random() * 120)::INT, 1 + (random() * 1.5)::INT FROM range(150)",
                "DELETE FROM turnover; INSERT INTO turnover SELECT (random() * 130)::INT, 1 + (random() * 3)::INT, (random() * 1000)::INT FROM range(2000)");
        CubeQueries queries = queries();

        List<String> table = queries.table(rows(
                "CrossJoin(CrossJoin([Customer].[City].Members, [Label].[Label].Members), [Month].[Month].Members)"));

        assertThat(table).hasSizeGreaterThan(40);
        for (String line : table.subList(1, table.size())) {
            String[] parts = line.split(" \\| ", 2);
            String[] members = parts[0].split(", ");
            assertThat(parts[1].replace(",", ""))
                    .as("seed %d: %s", seed, parts[0])
                    .isEqualTo(sql(held("city = '" + members[0] + "'") + " AND " + labelled(members[1])
                            + " AND month = " + members[2]));
        }
    }

    @Test
    void whatCannotHaveABridgeIsTold() {
        assertThatThrownBy(() -> database.cube(CUBE.replace("factKey='acc'", "factKey='account'")))
                .hasMessageContaining("no column 'account' in 'account_customer'. It has the columns acc, cust");
        assertThatThrownBy(() -> database.cube(CUBE.replace(
                        "source='Customer' foreignKey='account_id'",
                        "source='Customer' foreignKey='account_id' level='City'")))
                .hasMessageContaining("cannot have a bridge: facts join it at a level");
        assertThatThrownBy(
                        () -> database.sales(
                                "<Dimension name='Seller' foreignKey='seller_id'><sp:Bridge factKey='acc' dimensionKey='cust'><Table name='account_customer'/></sp:Bridge>"
                                        + "<Hierarchy primaryKey='id'><Table name='seller'/><Level name='Seller' column='id' parentColumn='boss' nullParentValue='0'/></Hierarchy></Dimension>"))
                .hasMessageContaining("cannot have a bridge: it is a tree of parents");
        assertThatThrownBy(
                        () -> database.sales(
                                "<Dimension name='Item'><sp:Bridge factKey='acc' dimensionKey='cust'><Table name='account_customer'/></sp:Bridge>"
                                        + "<Hierarchy primaryKey='item_id'><Table name='item'/><Level name='Item' column='item'/></Hierarchy></Dimension>"))
                .hasMessageContaining("needs a foreignKey: facts join its bridge by it");
    }
}
