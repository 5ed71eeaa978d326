package org.shapan.engine.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shapan.engine.access.CatalogAccess;
import org.shapan.engine.star.Bakery;
import org.shapan.engine.star.Catalog;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Element;

/**
 * Time calculations against plain SQL with window functions and joins: 27 months from January 2008 to March 2010 of a calendar that ends
 * with 2010, three branches of which the third opens in 2009.
 */
class TimeCalculationsTest {
    private static final String TIME = """
            <Dimension name='Time' type='TimeDimension'><Hierarchy name='Calendar' hasAll='true' primaryKey='month_key'><Table name='period'/>
              <Level name='Year' column='y' uniqueMembers='true' levelType='TimeYears'/>
              <Level name='Quarter' column='q' levelType='TimeQuarters'/>
              <Level name='Month' column='month_key' uniqueMembers='true' levelType='TimeMonths'/></Hierarchy></Dimension>
            """;
    private static final String CALCULATIONS = """
            <sp:TimeCalculations name='Calc' hierarchy='[Time].[Calendar]' semiAdditive='average'>
              <sp:Caption locale='zh'>时间计算</sp:Caption>
              <sp:Calculation name='Now' kind='current' caption='Current'><sp:Caption locale='zh'>本期</sp:Caption></sp:Calculation>
              <sp:Calculation name='Previous' kind='previous'/>
              <sp:Calculation name='MoM' kind='previousGrowth'><sp:Caption locale='zh'>环比</sp:Caption></sp:Calculation>
              <sp:Calculation name='Last year' kind='yearAgo'/>
              <sp:Calculation name='YoY' kind='yearAgoGrowth' formatString='0.0%'/>
              <sp:Calculation name='YTD' kind='yearToDate'/>
              <sp:Calculation name='YTD last year' kind='yearAgoToDate'/>
              <sp:Calculation name='YTD growth' kind='yearToDateGrowth'/>
              <sp:Calculation name='Mean 3' kind='movingAverage' periods='3'/>
              <sp:Calculation name='Sum 12' kind='movingSum' periods='12'/>
              <sp:Calculation name='SF' kind='mapped' mapping='Festival'/>
              <sp:Calculation name='YoY-SF' kind='mappedGrowth' mapping='Festival'/>
              <sp:PeriodMapping name='Festival' level='Month' otherwise='yearAgo'>
                <sp:Period from='200901' to='200802'/><sp:Period from='200902' to='200801'/>
                <sp:Period from='201001' to='200902'/><sp:Period from='201002' to='200901'/></sp:PeriodMapping>
            </sp:TimeCalculations>
            """;
    private static final String CUBE = """
            <Cube name='Revenue'><Table name='revenue'/>
              <DimensionUsage source='Time' foreignKey='month_key'/>
              <DimensionUsage source='Calc'/>
              <Dimension name='Branch'><Hierarchy hasAll='true'><Level name='Branch' column='branch' uniqueMembers='true'/></Hierarchy></Dimension>
              <Measure name='Fee' column='fee' aggregator='sum' formatString='0.00'/>
              <Measure name='Minutes' column='minutes' aggregator='sum' formatString='0'/>
              <Measure name='Users' column='users' aggregator='sum' sp:aggregation='last' formatString='0.0000'/>
              <Measure name='Days' column='day_count' aggregator='distinct-count'/>
              <CalculatedMember name='Price' dimension='Measures' formatString='0.0000'>
                <Formula>IIf([Measures].[Minutes] = 0, NULL, [Measures].[Fee] / [Measures].[Minutes])</Formula>
                <CalculatedMemberProperty name='SOLVE_ORDER' value='10'/></CalculatedMember>
            </Cube>
            """;

    private final Bakery database = new Bakery()
            .run(
                    "CREATE TABLE period AS SELECT y, y * 100 + m AS month_key, 'Q' || (1 + (m - 1) // 3) AS q, y * 12 + m AS n"
                            + " FROM range(2008, 2011) a(y), range(1, 13) b(m)",
                    "CREATE TABLE revenue AS SELECT month_key, 'B' || b AS branch, (100 + 7 * b + n % 13 * (b + 1))::DECIMAL(10, 2) AS fee,"
                            + " (40 + n % 7 * b)::INTEGER AS minutes, (10 * b + n % 5)::INTEGER AS users, (n * b) % 4 AS day_count"
                            + " FROM period, range(1, 4) c(b) WHERE month_key <= 201003 AND (b < 3 OR month_key >= 200906)");

    @AfterEach
    void close() {
        database.close();
    }

    private Catalog catalog(String more) {
        return database.catalog(TIME + CALCULATIONS + CUBE + more, "sp:naming='ssas'");
    }

    private CubeQueries queries() {
        return new CubeQueries(catalog("").cube("Revenue").orElseThrow(), database.executor());
    }

    /** Month = text of the value for all months of a branch, as SQL has it over the monthly values {@code v} of {@code measure}. */
    private List<String> sql(String measure, String branch, String format, String value) {
        List<String> lines = new ArrayList<>();
        String monthly = "WITH m AS (SELECT p.month_key, p.y, p.n, " + measure
                + " AS v, SUM(fee) AS fee, SUM(minutes) AS minutes FROM period p"
                + " LEFT JOIN revenue r ON r.month_key = p.month_key AND branch = '" + branch + "' GROUP BY ALL) ";
        for (String row : database.query(monthly + "SELECT a.month_key, printf('" + format + "', (" + value
                + ")::DOUBLE) FROM m a ORDER BY 1")) {
            lines.add(row.replace("|null", "|-").replace("|", " | "));
        }
        return lines;
    }

    private List<String> mdx(String measure, String branch, String calculation) {
        List<String> table = queries()
                .table("SELECT {[Calc].[" + calculation
                        + "]} ON COLUMNS, [Time].[Calendar].[Month].Members ON ROWS FROM [Revenue]"
                        + " WHERE ([Measures].[" + measure + "], [Branch].[" + branch + "])");
        return table.subList(1, table.size());
    }

    private static String at(String condition) {
        return "(SELECT v FROM m b WHERE " + condition + ")";
    }

    private static String growth(String compared) {
        return "a.v / NULLIF(" + compared + ", 0) - 1";
    }

    @Test
    void periodsBeforeAndAYearAgo() {
        for (String branch : List.of("B1", "B3")) {
            assertThat(mdx("Fee", branch, "Now")).isEqualTo(sql("SUM(fee)", branch, "%.2f", "a.v"));
            assertThat(mdx("Fee", branch, "Previous")).isEqualTo(sql("SUM(fee)", branch, "%.2f", at("b.n = a.n - 1")));
            assertThat(mdx("Fee", branch, "Last year"))
                    .isEqualTo(sql("SUM(fee)", branch, "%.2f", at("b.n = a.n - 12")));
        }
    }

    @Test
    void growthIsInPercentAndEmptyWhereEitherPeriodIs() {
        for (String branch : List.of("B1", "B3")) {
            assertThat(mdx("Fee", branch, "MoM"))
                    .isEqualTo(sql("SUM(fee)", branch, "%.2f%%", "100 * (" + growth(at("b.n = a.n - 1")) + ")"));
            assertThat(mdx("Fee", branch, "YoY"))
                    .isEqualTo(sql("SUM(fee)", branch, "%.1f%%", "100 * (" + growth(at("b.n = a.n - 12")) + ")"));
        }
        assertThat(mdx("Fee", "B3", "YoY"))
                .filteredOn(line -> !line.endsWith("-"))
                .isEmpty();
        assertThat(mdx("Fee", "B1", "YoY"))
                .filteredOn(line -> !line.endsWith("-"))
                .hasSize(15);
    }

    @Test
    void ratiosAreComparedAsRatios() {
        String ratio = "SUM(fee) / SUM(minutes)";
        assertThat(mdx("Price", "B1", "Previous")).isEqualTo(sql(ratio, "B1", "%.4f", at("b.n = a.n - 1")));
        assertThat(mdx("Price", "B1", "MoM"))
                .isEqualTo(sql(ratio, "B1", "%.2f%%", "100 * (" + growth(at("b.n = a.n - 1")) + ")"));
        assertThat(mdx("Price", "B1", "YTD"))
                .as("ratio of sums")
                .isEqualTo(
                        sql(
                                ratio,
                                "B1",
                                "%.4f",
                                "CASE WHEN a.v IS NOT NULL THEN (SELECT SUM(fee) / SUM(minutes) FROM m b WHERE b.y = a.y AND b.n <= a.n) END"));
    }

    @Test
    void yearToDate() {
        String toDate = "(SELECT SUM(v) FROM m b WHERE b.y = a.y AND b.n <= a.n)";
        String lastYear = "CASE WHEN " + at("b.n = a.n - 12")
                + " IS NOT NULL THEN (SELECT SUM(v) FROM m b WHERE b.y = a.y - 1 AND b.n <= a.n - 12) END";
        for (String branch : List.of("B2", "B3")) {
            assertThat(mdx("Fee", branch, "YTD"))
                    .isEqualTo(sql("SUM(fee)", branch, "%.2f", "CASE WHEN a.v IS NOT NULL THEN " + toDate + " END"));
            assertThat(mdx("Fee", branch, "YTD last year")).isEqualTo(sql("SUM(fee)", branch, "%.2f", lastYear));
            assertThat(mdx("Fee", branch, "YTD growth"))
                    .isEqualTo(sql(
                            "SUM(fee)",
                            branch,
                            "%.2f%%",
                            "CASE WHEN a.v IS NOT NULL THEN 100 * (" + toDate + " / (" + lastYear + ") - 1) END"));
        }
    }

    @Test
    void distinctCountsAreThoseOfTheUnion() {
        assertThat(mdx("Days", "B1", "YTD"))
                .isEqualTo(sql(
                        "COUNT(DISTINCT day_count)",
                        "B1",
                        "%.0f",
                        "CASE WHEN a.v > 0 THEN (SELECT COUNT(DISTINCT day_count) FROM revenue r WHERE branch = 'B1'"
                                + " AND r.month_key // 100 = a.y AND r.month_key <= a.month_key) END"));
    }

    @Test
    void snapshotsTakeTheMeanOfTheMonthsWhereTheCatalogSaysSo() {
        assertThat(mdx("Users", "B2", "YTD"))
                .isEqualTo(sql(
                        "SUM(users)",
                        "B2",
                        "%.4f",
                        "CASE WHEN a.v IS NOT NULL THEN (SELECT AVG(v) FROM m b WHERE b.y = a.y AND b.n <= a.n) END"));
        List<String> own = new CubeQueries(
                        database.catalog(
                                        TIME + CALCULATIONS.replace(" semiAdditive='average'", "") + CUBE,
                                        "sp:naming='ssas'")
                                .cube("Revenue")
                                .orElseThrow(),
                        database.executor())
                .table(
                        "SELECT {[Calc].[YTD], [Calc].[Now]} ON COLUMNS, {[Time].[Calendar].[Month].[200905]} ON ROWS FROM [Revenue]"
                                + " WHERE ([Measures].[Users], [Branch].[B2])");
        assertThat(own.get(1).split(" \\| ")[1]).isEqualTo(own.get(1).split(" \\| ")[2]);
    }

    @Test
    void movingWindowsBeginWhenTheyAreFull() {
        assertThat(mdx("Fee", "B3", "Mean 3"))
                .isEqualTo(sql(
                        "SUM(fee)",
                        "B3",
                        "%.2f",
                        "CASE WHEN a.v IS NOT NULL AND " + at("b.n = a.n - 2")
                                + " IS NOT NULL THEN (SELECT AVG(v) FROM m b WHERE b.n BETWEEN a.n - 2 AND a.n) END"));
        assertThat(mdx("Fee", "B1", "Sum 12"))
                .isEqualTo(sql(
                        "SUM(fee)",
                        "B1",
                        "%.2f",
                        "CASE WHEN a.v IS NOT NULL AND " + at("b.n = a.n - 11")
                                + " IS NOT NULL THEN (SELECT SUM(v) FROM m b WHERE b.n BETWEEN a.n - 11 AND a.n) END"));
    }

    @Test
    void theSpringFestivalIsComparedWithItself() {
        String reference = at(
                "b.month_key = CASE a.month_key WHEN 200901 THEN 200802 WHEN 200902 THEN 200801 WHEN 201001 THEN 200902"
                        + " WHEN 201002 THEN 200901 ELSE a.month_key - 100 END");
        assertThat(mdx("Fee", "B2", "SF")).isEqualTo(sql("SUM(fee)", "B2", "%.2f", reference));
        assertThat(mdx("Fee", "B2", "YoY-SF"))
                .isEqualTo(sql("SUM(fee)", "B2", "%.2f%%", "100 * (" + growth(reference) + ")"));
        assertThat(queries()
                        .table(
                                "SELECT {[Calc].[YoY-SF], [Calc].[YoY]} ON COLUMNS, {[Time].[Calendar].[2009], [Time].[Calendar].[2009].[Q1]}"
                                        + " ON ROWS FROM [Revenue] WHERE [Branch].[B1]"))
                .as("empty above the month")
                .allSatisfy(
                        line -> assertThat(line.contains("200") || line.contains("Q1") ? line.split(" \\| ")[1] : "-")
                                .isEqualTo("-"))
                .last()
                .asString()
                .endsWith("%");
    }

    @Test
    void aTableMapsPeriodsToo() {
        database.run(
                "CREATE TABLE festival AS SELECT * FROM (VALUES (200901, 200802), (200902, 200801)) t(month_key, ref)");
        String mapped = CALCULATIONS.replaceAll(
                "(?s)<sp:PeriodMapping.*</sp:PeriodMapping>",
                "<sp:PeriodMapping name='Festival' level='Month' from='month_key' to='ref'><Table name='festival'/></sp:PeriodMapping>");
        List<String> table = new CubeQueries(
                        database.catalog(TIME + mapped + CUBE, "sp:naming='ssas'")
                                .cube("Revenue")
                                .orElseThrow(),
                        database.executor())
                .table(
                        "SELECT {[Calc].[SF]} ON COLUMNS, {[Time].[Calendar].[Month].[200901] : [Time].[Calendar].[Month].[200903]} ON ROWS"
                                + " FROM [Revenue] WHERE [Branch].[B1]");

        List<String> fees = mdx("Fee", "B1", "Now");
        assertThat(table)
                .containsExactly(
                        "| SF",
                        "200901 | " + fees.get(1).split(" \\| ")[1],
                        "200902 | " + fees.get(0).split(" \\| ")[1],
                        "200903 | -");
    }

    @Test
    void quartersAndYearsAreComparedWithTheirLikes() {
        assertThat(
                        queries()
                                .table(
                                        "SELECT {[Calc].[Now], [Calc].[Previous], [Calc].[Last year]} ON COLUMNS,"
                                                + " {[Time].[Calendar].[2009], [Time].[Calendar].[2009].[Q1]} ON ROWS FROM [Revenue] WHERE [Branch].[B1]"))
                .isEqualTo(List.of(
                        "| Current | Previous | Last year",
                        "2009 | " + year(2009) + " | " + year(2008) + " | " + year(2008),
                        "Q1 | " + quarter(200901) + " | " + quarter(200810) + " | " + quarter(200801)));
    }

    private String year(int y) {
        return database.query(
                        "SELECT printf('%.2f', SUM(fee)) FROM revenue WHERE branch = 'B1' AND month_key // 100 = " + y)
                .getFirst();
    }

    private String quarter(int first) {
        return database.query("SELECT printf('%.2f', SUM(fee)) FROM revenue WHERE branch = 'B1' AND month_key BETWEEN "
                        + first + " AND " + (first + 2))
                .getFirst();
    }

    @Test
    void calculationsStandOnAxesWithOtherCalculatedMembersAndSlicers() {
        assertThat(queries()
                        .table("WITH MEMBER [Branch].[Both] AS Aggregate({[Branch].[B1], [Branch].[B2]})"
                                + " SELECT {[Calc].[MoM]} ON COLUMNS, {[Branch].[Both]} ON ROWS FROM [Revenue]"
                                + " WHERE ([Measures].[Fee], [Time].[Calendar].[Month].[200903])"))
                .last()
                .isEqualTo("Both | " + bothGrowth());
        assertThat(
                        queries()
                                .table(
                                        "SELECT {[Calc].[MoM]} ON COLUMNS FROM [Revenue]"
                                                + " WHERE CrossJoin(CrossJoin({[Measures].[Fee]}, {[Time].[Calendar].[Month].[200903]}), {[Branch].[B1], [Branch].[B2]})"))
                .last()
                .isEqualTo("| " + bothGrowth());
        assertThat(queries()
                        .table(
                                "SELECT NON EMPTY [Calc].AllMembers ON COLUMNS, NON EMPTY [Branch].[Branch].Members ON ROWS FROM [Revenue]"
                                        + " WHERE [Time].[Calendar].[Month].[200801]"))
                .containsExactly(
                        "| Current | YTD", "B1 | " + fee(1) + " | " + fee(1), "B2 | " + fee(2) + " | " + fee(2));
    }

    private String bothGrowth() {
        return database.query(
                        "SELECT printf('%.2f%%', 100.0 * (SUM(fee) FILTER (month_key = 200903) / SUM(fee) FILTER (month_key = 200902) - 1))"
                                + " FROM revenue WHERE branch <> 'B3'")
                .getFirst();
    }

    private String fee(int branch) {
        return database.query("SELECT printf('%.2f', fee) FROM revenue WHERE month_key = 200801 AND branch = 'B"
                        + branch + "'")
                .getFirst();
    }

    @Test
    void theDimensionHasOneStoredMemberAndCalculatedOnes() {
        Cube cube = catalog("").cube("Revenue").orElseThrow();
        var calculation = cube.dimensions().stream()
                .filter(d -> d.name().equals("Calc"))
                .findFirst()
                .orElseThrow();

        assertThat(calculation.caption(Locale.CHINESE)).isEqualTo("时间计算");
        assertThat(calculation.hierarchies()).hasSize(1);
        assertThat(calculation.hierarchies().get(0).defaultMember().uniqueName())
                .isEqualTo("[Calc].[Now]");
        assertThat(calculation.hierarchies().get(0).defaultMember().caption(Locale.CHINESE))
                .isEqualTo("本期");
        assertThat(calculation.hierarchies().get(0).defaultMember().caption(Locale.ENGLISH))
                .isEqualTo("Current");
        assertThat(cube.calculatedMembers())
                .extracting(Element::uniqueName)
                .contains("[Calc].[MoM]", "[Calc].[YoY-SF]", "[Measures].[Price]");
        assertThat(cube.calculatedMembers().stream()
                        .filter(m -> m.name().equals("MoM"))
                        .findFirst()
                        .orElseThrow()
                        .caption(Locale.CHINESE))
                .isEqualTo("环比");
    }

    @Test
    void aVirtualCubeTakesThemOver() {
        Catalog catalog = catalog("""
                <Cube name='Plan'><Table name='revenue'/><DimensionUsage source='Time' foreignKey='month_key'/>
                  <Measure name='Goal' column='fee' aggregator='sum' formatString='0.00'/></Cube>
                <VirtualCube name='Both'><VirtualCubeDimension name='Time'/><VirtualCubeDimension name='Calc'/>
                  <VirtualCubeMeasure cubeName='Plan' name='[Measures].[Goal]'/><VirtualCubeMeasure cubeName='Revenue' name='[Measures].[Price]'/>
                </VirtualCube>""");
        String query =
                "SELECT {[Calc].[MoM], [Calc].[YTD], [Calc].[YoY-SF]} ON COLUMNS, {[Time].[Calendar].[Month].[200902]} ON ROWS FROM ";

        for (String[] pair : new String[][] {{"Goal", "Fee"}, {"Price", "Price"}}) {
            List<String> both = new CubeQueries(catalog.cube("Both").orElseThrow(), database.executor())
                    .table(query + "[Both] WHERE [Measures].[" + pair[0] + "]");
            assertThat(both)
                    .isEqualTo(new CubeQueries(catalog.cube("Revenue").orElseThrow(), database.executor())
                            .table(query + "[Revenue] WHERE [Measures].[" + pair[1] + "]"));
            assertThat(both.get(1).split(" \\| ")).hasSize(4).doesNotContain("-", "#ERR");
        }
    }

    @Test
    void aRoleThatDoesNotSeeAPeriodDoesNotCompareWithIt() {
        Catalog catalog = catalog("""
                <Role name='R'><SchemaGrant access='none'><CubeGrant cube='Revenue' access='all'>
                  <HierarchyGrant hierarchy='[Time].[Calendar]' access='custom' rollupPolicy='partial'>
                    <MemberGrant member='[Time].[Calendar].[2009]' access='all'/></HierarchyGrant></CubeGrant></SchemaGrant></Role>
                <Role name='N'><SchemaGrant access='none'><CubeGrant cube='Revenue' access='all'>
                  <DimensionGrant dimension='[Calc]' access='none'/></CubeGrant></SchemaGrant></Role>""");
        CubeQueries restricted = new CubeQueries(
                CatalogAccess.named(catalog, List.of("R")).cube("Revenue").orElseThrow(), database.executor());

        assertThat(restricted.table(
                        "SELECT {[Calc].[MoM], [Calc].[Last year], [Calc].[SF], [Calc].[Sum 12]} ON COLUMNS,"
                                + " {[Time].[Calendar].[Month].[200901]} ON ROWS FROM [Revenue]"))
                .last()
                .isEqualTo("200901 | - | - | - | -");
        assertThat(new CubeQueries(
                                CatalogAccess.named(catalog, List.of("N"))
                                        .cube("Revenue")
                                        .orElseThrow(),
                                database.executor())
                        .table("SELECT {[Calc].[MoM]} ON COLUMNS FROM [Revenue]"))
                .containsExactly("MDX_UNKNOWN_NAME");
    }

    @Test
    void faultsAreToldAtTheirPlace() {
        assertThatThrownBy(() -> database.catalog(TIME + CALCULATIONS.replace("[Time].[Calendar]", "[Zeit]") + CUBE))
                .hasMessageContaining("cube 'Revenue' has no time hierarchy '[Zeit]'")
                .hasMessageContaining("line 5");
        for (String[] fault : new String[][] {
            {"mapping='Festival'/>", "mapping='Easter'/>", "no <sp:PeriodMapping name=\"Easter\">"},
            {" periods='3'", "", "needs 'periods' of at least 1"},
            {"level='Month'", "level='Week'", "there is no level 'Week'"},
            {"level='Month'", "level='Quarter'", "only when its uniqueMembers is true"},
            {"kind='previous'/>", "kind='before'/>", "'kind' must be one of"},
            {"kind='mappedGrowth' mapping='Festival'", "kind='mappedGrowth'", "needs a 'mapping'"},
            {
                "<sp:Period from='200901' to='200802'/>",
                "<Table name='period'/><sp:Period from='200901' to='200802'/>",
                "needs either <sp:Period>s or one <Table>"
            }
        }) {
            assertThatThrownBy(() -> database.catalog(
                            TIME + CALCULATIONS.replace(fault[0], fault[1]) + CUBE, "sp:naming='ssas'"))
                    .as(fault[1])
                    .hasMessageContaining(fault[2])
                    .hasMessageContaining("line ");
        }
        assertThatThrownBy(() -> database.catalog(
                        TIME.replace(" levelType='TimeYears'", "") + CALCULATIONS + CUBE, "sp:naming='ssas'"))
                .hasMessageContaining("needs a level of levelType TimeYears in [Time].[Calendar]");
    }
}
