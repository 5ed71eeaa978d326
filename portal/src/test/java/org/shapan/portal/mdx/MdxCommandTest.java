package org.shapan.portal.mdx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.cli.ExitCode;
import org.shapan.portal.cli.Shapan;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code shapan mdx} over a star of the user's own: three rows in DuckDB. */
class MdxCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CATALOG = """
            <Schema name="Shop">
              <Cube name="Sales">
                <Table name="sales"/>
                <Dimension name="Region">
                  <Hierarchy hasAll="true" allMemberName="All regions">
                    <Level name="Region" column="region" uniqueMembers="true"/>
                  </Hierarchy>
                </Dimension>
                <Measure name="Amount" column="amount" aggregator="sum" formatString="#,##0.00"/>
                <CalculatedMember name="Twice" dimension="Measures" formula="[Measures].[Amount] * 2"/>
              </Cube>
              <Role name="North only">
                <SchemaGrant access="all">
                  <CubeGrant cube="Sales" access="all">
                    <HierarchyGrant hierarchy="[Region]" access="custom" rollupPolicy="partial">
                      <MemberGrant member="[Region].[North]" access="all"/>
                    </HierarchyGrant>
                  </CubeGrant>
                </SchemaGrant>
              </Role>
            </Schema>
            """;

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeStar() throws Exception {
        Files.writeString(folder.resolve("shop.xml"), CATALOG);
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE sales (region VARCHAR, amount DECIMAL(12,2))");
            statement.execute("INSERT INTO sales VALUES ('North', 1000.10), ('South', 20.20), ('North', 0.05)");
        }
    }

    @Test
    void everyLineIsAnsweredInOrder() {
        List<JsonNode> answers = ask("""
                {"id":"a","mdx":"SELECT [Measures].[Amount] ON 0, [Region].[Region].Members ON 1 FROM [Sales]"}

                {"id":2,"mdx":"SELECT {[Measures].[Twice]} ON 0 FROM [Sales] WHERE [Region].[South]"}
                """);

        assertThat(answers).hasSize(2);
        assertThat(answers.get(0).get("id").stringValue()).isEqualTo("a");
        assertThat(answers.get(0).get("ok").booleanValue()).isTrue();
        assertThat(answers.get(0).get("axes").toString())
                .isEqualTo("[[[\"[Measures].[Amount]\"]],[[\"[Region].[North]\"],[\"[Region].[South]\"]]]");
        assertThat(answers.get(0).get("slicer").toString()).isEqualTo("[[]]");
        assertThat(answers.get(0).get("cells").toString()).isEqualTo("[\"1,000.15\",\"20.20\"]");
        assertThat(answers.get(1).get("id").intValue()).isEqualTo(2);
        assertThat(answers.get(1).get("values").get(0).doubleValue()).isEqualTo(40.40);
    }

    @Test
    void aBadLineGetsAnErrorLineAndTheNextIsAnswered() {
        List<JsonNode> answers = ask("""
                this is no JSON
                {"id":1}
                {"id":2,"mdx":"SELECT"}
                {"id":3,"mdx":"SELECT FROM [Nowhere]"}
                {"id":4,"mdx":"SELECT [Region].[East] ON 0 FROM [Sales]"}
                {"id":5,"mdx":"SELECT FROM [Sales]","catalog":"/does/not/exist.xml"}
                {"id":6,"mdx":"SELECT FROM [Sales]","role":"Nobody"}
                {"id":7,"mdx":"SELECT FROM [Sales]"}
                """);

        assertThat(answers.stream().map(a -> a.get("ok").booleanValue()))
                .containsExactly(false, false, false, false, false, false, false, true);
        assertThat(error(answers.get(1))).contains("mdx");
        assertThat(error(answers.get(2))).contains("line 1, column");
        assertThat(error(answers.get(3))).contains("Nowhere").contains("Sales");
        assertThat(error(answers.get(4))).contains("East");
        assertThat(error(answers.get(5))).contains("/does/not/exist.xml");
        assertThat(error(answers.get(6))).contains("Nobody").contains("North only");
        assertThat(answers.get(7).get("values").get(0).doubleValue()).isEqualTo(1020.35);
    }

    @Test
    void aRoleSeesItsMembersAndATotalOfThemAlone() {
        List<JsonNode> answers = ask("""
                {"id":1,"role":"North only","mdx":"SELECT {[Region].[All regions],[Region].[Region].Members} ON 0 FROM [Sales]"}
                {"id":2,"role":"North only","mdx":"SELECT [Region].[South] ON 0 FROM [Sales]"}
                """);

        assertThat(answers.get(0).get("values").toString()).isEqualTo("[1000.15,1000.15]");
        assertThat(answers.get(1).get("ok").booleanValue()).isFalse();
    }

    @Test
    void rowsAndPlansAreAnsweredAsRows() {
        List<JsonNode> answers = ask("""
                {"id":1,"mdx":"DRILLTHROUGH MAXROWS 1 SELECT FROM [Sales] WHERE [Region].[North]"}
                {"id":2,"role":"North only","mdx":"DRILLTHROUGH SELECT FROM [Sales] RETURN [Measures].[Amount]"}
                {"id":3,"mdx":"EXPLAIN PLAN FOR SELECT [Region].Members ON 0 FROM [Sales]"}
                {"id":4,"mdx":"REFRESH CUBE [Sales]"}
                """);

        assertThat(answers.get(0).get("columns").toString()).isEqualTo("[\"Region\",\"Amount\"]");
        assertThat(answers.get(0).get("rows").toString()).isEqualTo("[[\"North\",0.05]]");
        assertThat(answers.get(0).get("more").booleanValue()).isTrue();
        assertThat(answers.get(1).get("rows").toString()).isEqualTo("[[0.05],[1000.1]]");
        assertThat(answers.get(2).get("rows").get(0).get(0).stringValue())
                .contains("FACT_TABLE")
                .contains("SELECT");
        assertThat(error(answers.get(3))).contains("REFRESH CUBE is not supported yet");
    }

    @Test
    void aCatalogThatNamesAMissingColumnIsRefusedAtOnce() throws Exception {
        Path broken = folder.resolve("broken.xml");
        Files.writeString(broken, CATALOG.replace("column=\"amount\"", "column=\"amuont\""));
        StringWriter err = new StringWriter();

        int exit = run("", new StringWriter(), err, broken);

        assertThat(exit).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("amuont").contains("broken.xml").contains("line 9");
    }

    private static String error(JsonNode answer) {
        return answer.get("error").toString();
    }

    private static List<JsonNode> ask(String lines) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = run(lines, out, err, folder.resolve("shop.xml"));
        assertThat(exit).as(err.toString()).isEqualTo(ExitCode.OK);
        List<JsonNode> answers = new ArrayList<>();
        out.toString().lines().forEach(line -> answers.add(JSON.readTree(line)));
        return answers;
    }

    private static int run(String lines, StringWriter out, StringWriter err, Path catalog) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        try {
            CommandLine commandLine = Shapan.commandLine();
            commandLine.setOut(new PrintWriter(out, true));
            commandLine.setErr(new PrintWriter(err, true));
            return commandLine.execute("mdx", "--catalog", catalog.toString(), "--jdbc", url());
        } finally {
            System.setIn(before);
        }
    }

    private static String url() {
        return "jdbc:duckdb:" + folder.resolve("shop.duckdb");
    }
}
