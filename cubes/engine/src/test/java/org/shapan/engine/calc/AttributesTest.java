package org.shapan.engine.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shapan.engine.access.CatalogAccess;
import org.shapan.engine.star.Bakery;
import org.shapan.engine.star.Catalog;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Element;

/** Attributes of a dimension as hierarchies of their own. */
class AttributesTest {
    private static final String ITEM = """
            <Hierarchy hasAll='true' primaryKey='item_id'><Table name='item'/>
              <Level name='Item' column='item' uniqueMembers='true'/></Hierarchy>
            <sp:Attribute name='Kind' column='kind' caption='Kind of item' allMemberName='All kinds' visible='false' sp:folder='Goods'>
              <sp:Caption locale='zh'>种类</sp:Caption><sp:AllMemberCaption locale='zh'>所有</sp:AllMemberCaption>
              <sp:CaptionColumn locale='zh' column='kind_zh'/></sp:Attribute>
            """;
    private static final String DAY = """
            <Dimension name='Time' type='TimeDimension'>
              <Hierarchy hasAll='true' primaryKey='day_id'><Table name='day'/>
                <Level name='Year' column='y' uniqueMembers='true' levelType='TimeYears'/>
                <Level name='Day' column='day_id' uniqueMembers='true' levelType='TimeDays'/></Hierarchy>
              <sp:Attribute name='Leap' level='Year'>
                <KeyExpression><SQL>CASE WHEN day.y % 4 = 0 THEN 'leap' ELSE 'plain' END</SQL></KeyExpression></sp:Attribute>
              <sp:Attribute name='Month' column='m' nameColumn='m_name'/>
            </Dimension>""";

    private final Bakery bakery = new Bakery();

    @AfterEach
    void close() {
        bakery.close();
    }

    private List<String> table(Cube cube, String mdx) {
        return new CubeQueries(cube, bakery.executor()).table(mdx);
    }

    private Cube sales(String schemaAttributes) {
        return bakery.catalog(
                        Bakery.salesCube("<Dimension name='Item' foreignKey='item_id'>" + ITEM + "</Dimension>"),
                        schemaAttributes)
                .cubes()
                .get(0);
    }

    @Test
    void anAttributeIsAHierarchyWithAllAndOneLevel() {
        Cube cube = sales("");

        assertThat(cube.hierarchies())
                .extracting(Element::uniqueName)
                .containsExactly("[Measures]", "[Item]", "[Item.Kind]");
        assertThat(cube.hierarchies().get(2).levels()).extracting(Element::name).containsExactly("(All)", "Kind");
        assertThat(cube.hierarchies().get(2).caption(Locale.ENGLISH)).isEqualTo("Kind of item");
        assertThat(cube.hierarchies().get(2).caption(Locale.CHINESE)).isEqualTo("种类");
        assertThat(cube.hierarchies().get(2).visible()).isFalse();
        assertThat(cube.hierarchies().get(2).folder()).isEqualTo("Goods");
        assertThat(cube.hierarchies().get(2).allMember().name()).isEqualTo("All kinds");
        assertThat(cube.hierarchies().get(2).allMember().caption(Locale.CHINESE))
                .isEqualTo("所有");
        assertThat(sales("sp:naming='ssas'").hierarchies().get(2).uniqueName()).isEqualTo("[Item].[Kind]");
    }

    @Test
    void itStandsBesideTheMainHierarchyAndDoesNotRestrictIt() {
        assertThat(table(
                        sales(""),
                        "SELECT [Item.Kind].[Kind].Members ON COLUMNS, [Item].[Item].Members ON ROWS FROM [Sales]"))
                .containsExactly(
                        "| #null | bread | Cake",
                        "Pie | - | - | 6",
                        "Roll | - | 16 | -",
                        "Rye | - | 14 | -",
                        "Water | - | - | -");
        assertThat(bakery.query(
                        "SELECT kind, SUM(amount) FROM sales JOIN item USING (item_id) GROUP BY kind ORDER BY 1 DESC"))
                .containsExactly("bread|30.00", "Cake|6.00");
        assertThat(table(sales(""), "SELECT NON EMPTY [Item.Kind].Members ON COLUMNS FROM [Sales]"))
                .containsExactly("| All kinds | bread | Cake", "| 36 | 30 | 6");
    }

    @Test
    void oneJoinServesBoth() {
        Cube cube = sales("");
        bakery.statements();

        table(cube, "SELECT [Item.Kind].[Kind].Members ON COLUMNS, [Item].[Item].Members ON ROWS FROM [Sales]");

        assertThat(bakery.statements().stream().filter(s -> s.contains("SUM(")))
                .singleElement()
                .asString()
                .containsOnlyOnce("JOIN");
    }

    @Test
    void factsCoarserThanTheDimensionReachTheAttributesOfTheirLevelAndAbove() {
        bakery.run("CREATE TABLE plan AS SELECT * FROM (VALUES (2024, 100), (2025, 70)) t(y, goal)");
        Cube plan = bakery.cube(DAY
                + "<Cube name='Plan'><Table name='plan'/><DimensionUsage source='Time' foreignKey='y' level='Year'/>"
                + "<Measure name='Goal' column='goal' aggregator='sum'/></Cube>");

        assertThat(table(plan, "SELECT [Time.Leap].Members ON COLUMNS FROM [Plan]"))
                .containsExactly("| All Time.Leaps | leap | plain", "| 170 | 100 | 70");
        assertThat(table(
                        plan,
                        "SELECT [Time.Leap].[Leap].Members ON COLUMNS, [Time].[Year].Members ON ROWS FROM [Plan]"))
                .containsExactly("| leap | plain", "2024 | 100 | -", "2025 | - | 70");
        assertThat(table(plan, "SELECT [Time.Month].Members ON COLUMNS FROM [Plan]"))
                .containsExactly("| All Time.Months | Jan | Feb | Dec", "| 170 | - | - | -");
    }

    @Test
    void aRoleHidesItLikeAnyHierarchy() {
        Catalog catalog =
                bakery.catalog(Bakery.salesCube("<Dimension name='Item' foreignKey='item_id'>" + ITEM + "</Dimension>")
                        + "<Role name='R'><SchemaGrant access='none'><CubeGrant cube='Sales' access='all'>"
                        + "<HierarchyGrant hierarchy='[Item.Kind]' access='custom' rollupPolicy='partial'><MemberGrant member='[Item.Kind].[Cake]' access='all'/>"
                        + "</HierarchyGrant></CubeGrant></SchemaGrant></Role>");

        assertThat(
                        new CubeQueries(
                                        CatalogAccess.named(catalog, List.of("R"))
                                                .cube("Sales")
                                                .orElseThrow(),
                                        bakery.executor())
                                .table(
                                        "SELECT [Item.Kind].Members ON COLUMNS, {[Item].[All Items], [Item].[Roll]} ON ROWS FROM [Sales]"))
                .containsExactly("| All kinds | Cake", "All Items | 6 | 6", "Roll | - | -");
    }

    @Test
    void whatDoesNotFitIsToldAtItsPlace() {
        assertThatThrownBy(
                        () -> bakery.sales(
                                "<Dimension name='Item' foreignKey='item_id'><Hierarchy primaryKey='item_id'><Table name='item'/>"
                                        + "<Level name='Item' column='item'/></Hierarchy>\n<sp:Attribute name='Kind' column='sort'/></Dimension>"))
                .hasMessageContaining("no column 'sort' in 'item'")
                .hasMessageContaining("line 2, column 35");
        assertThatThrownBy(
                        () -> bakery.sales(
                                "<Dimension name='Item' foreignKey='item_id'><Hierarchy primaryKey='item_id'><Table name='item'/>"
                                        + "<Level name='Item' column='item'/></Hierarchy>\n<sp:Attribute name='Kind' column='kind' level='Kind'/></Dimension>"))
                .hasMessageContaining("the first hierarchy has no level 'Kind'; it has Item")
                .hasMessageContaining("line 2, column 48");
    }
}
