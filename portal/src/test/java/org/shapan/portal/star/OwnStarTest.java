package org.shapan.portal.star;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shapan.portal.cli.ExitCode;
import org.shapan.portal.cli.Shapan;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A star of the user's own in a real PostgreSQL: checked, served in one command, reloaded. */
class OwnStarTest {
    private static FoodMartInPostgres postgres;
    private static String market;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = FoodMartInPostgres.get();
        try (var in = OwnStarTest.class.getResourceAsStream("market.xml")) {
            market = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private record Answer(int exit, String out, String err) {
        List<JsonNode> lines() {
            JsonMapper mapper = JsonMapper.builder().build();
            return out.lines().map(mapper::readTree).toList();
        }
    }

    private static Answer run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Shapan.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        int exit = command.execute(arguments);
        return new Answer(exit, out.toString(), err.toString());
    }

    private static Path catalog(String text) throws IOException {
        return Files.writeString(folder.resolve("market.xml"), text);
    }

    private static String[] star(Path catalog, String... more) {
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.addAll(List.of(
                "--catalog", catalog.toString(), "--jdbc", postgres.url(), "--jdbc-user", FoodMartInPostgres.USER));
        return arguments.toArray(String[]::new);
    }

    private static Answer check(String text) throws IOException {
        return run(star(catalog(text), "check", "--json"));
    }

    /** Line of the first occurrence of a text in the catalog, from 1. */
    private static int line(String text, String of) {
        return (int) text.substring(0, text.indexOf(of)).lines().count();
    }

    @Test
    void theCatalogWrittenByHandHasNoErrors() throws IOException {
        Answer answer = check(market);

        assertThat(answer.out()).doesNotContain("\"severity\":\"error\"");
        assertThat(answer.exit()).isEqualTo(ExitCode.OK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Table name=\"store\"/> | <Table name=\"stores\"/> | name=\"stores\" | no table 'stores' | Did you mean 'store'?",
                "column=\"store_sales\" | column=\"store_sale\" | \"store_sale\" | no column 'store_sale' in 'sales_fact_1997'"
                        + " | Did you mean 'store_sales'?",
                "primaryKey=\"time_id\" | primaryKey=\"month_of_year\" | name=\"Date\" source"
                        + " | time_by_day.month_of_year is not unique | Refer to a key that is unique",
                "nameColumn=\"the_month\" | nameColumn=\"the_month\" uniqueMembers=\"true\" | name=\"Month\""
                        + " | level 'Month' says uniqueMembers=\"true\" | Write uniqueMembers=\"false\"",
                "- [Measures].[Cost] | - [Measures].[Costs] | [Costs] | Costs | Correct the formula",
                "member=\"[Shop].[USA].[WA]\" | member=\"[Shop].[USA].[WAA]\" | [WAA]"
                        + " | has no member '[Shop].[USA].[WAA]' | Did you mean 'WA'?",
            })
    void aTypicalMistakeNamesItsLineAndRemedy(String right, String wrong, String mark, String what, String remedy)
            throws IOException {
        String text = market.replace(right, wrong);

        Answer answer = check(text);

        assertThat(answer.lines()).as(answer.out() + answer.err()).anySatisfy(finding -> {
            assertThat(finding.get("what").asString()).contains(what);
            assertThat(finding.get("remedy").asString()).contains(remedy);
            assertThat(finding.get("file").asString()).isEqualTo("market.xml");
            assertThat(finding.get("line").asInt()).isEqualTo(line(text, mark));
            assertThat(finding.get("column").asInt()).isPositive();
        });
        assertThat(answer.exit())
                .isEqualTo(answer.out().contains("\"severity\":\"error\"") ? ExitCode.INPUT_REFUSED : ExitCode.OK);
    }

    @Test
    void factsWithoutARowInTheirDimensionAreCounted() throws Exception {
        try (Connection connection = postgres.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE store_of_few AS SELECT * FROM store WHERE store_country <> 'USA'");
            ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM sales_fact_1997 f"
                    + " WHERE NOT EXISTS (SELECT 1 FROM store_of_few s WHERE s.store_id = f.store_id)");
            rows.next();
            long orphans = rows.getLong(1);
            assertThat(orphans).isPositive();

            Answer answer = check(market.replace("<Table name=\"store\"/>", "<Table name=\"store_of_few\"/>"));

            assertThat(answer.out()).contains(orphans + " rows of 'sales_fact_1997' have a store_id");
        } finally {
            postgres.run("DROP TABLE IF EXISTS store_of_few");
        }
    }

    @Test
    void aLargeTableWithoutAnIndexGetsAHint() throws Exception {
        System.setProperty("shapan.check.large-table-rows", "5000");
        try {
            assertThat(check(market).out()).contains("no index that begins with customer_id");
            postgres.run("CREATE INDEX ON customer (customer_id)");
            assertThat(check(market).out().lines().filter(l -> l.contains("'customer'")))
                    .noneMatch(l -> l.contains("no index"));
        } finally {
            System.clearProperty("shapan.check.large-table-rows");
            postgres.run("DROP INDEX IF EXISTS customer_customer_id_idx");
        }
    }

    @Test
    void aCatalogThatIsWrongIsNotServed() throws IOException {
        Answer answer = run(star(
                catalog(market.replace("column=\"store_sales\"", "column=\"store_sale\"")),
                "start",
                "--port",
                "0",
                "--data",
                folder.resolve("refused").toString()));

        assertThat(answer.exit()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(answer.err())
                .startsWith("shapan: ")
                .contains(
                        "market.xml: no column 'store_sale' in 'sales_fact_1997'. Did you mean 'store_sales'? (line 76, column 38)")
                .hasLineCount(1);
    }
}
