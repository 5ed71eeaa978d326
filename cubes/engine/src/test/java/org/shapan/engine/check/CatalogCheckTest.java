package org.shapan.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.engine.star.Bakery;

/** Each rule on a bakery: where it fires, with line and remedy, and where it must be silent. Line 1 is the Schema element. */
class CatalogCheckTest {
    private static final String SHOP = """
            <Dimension name='Shop' foreignKey='shop_id'>
            <Hierarchy hasAll='true' primaryKey='shop_id'>
            <Table name='shop'/>
            <Level name='Shop' column='shop_id' nameColumn='shop' uniqueMembers='true'/>
            </Hierarchy></Dimension>""";

    private final Bakery bakery = new Bakery();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        bakery.close();
    }

    private List<Finding> check(String body) {
        return check(body, CheckLimits.DEFAULTS);
    }

    private List<Finding> check(String body, CheckLimits limits) {
        Path file = folder.resolve("bakery.xml");
        try {
            Files.writeString(file, "<Schema name='Bakery'>\n" + body + "\n</Schema>");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return CatalogCheck.check(file, bakery.source(), limits).findings();
    }

    /** The sales with these lines inside; the cube stands in line 2, the lines begin in line 4. */
    private static String sales(String lines) {
        return "<Cube name='Sales'>\n<Table name='sales'/>\n" + lines
                + "\n<Measure name='Amount' column='amount' aggregator='sum'/>\n</Cube>";
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream().map(Finding::toString).toList();
    }

    @Test
    void aCatalogThatFitsHasNoFindings() {
        assertThat(check(sales(SHOP))).isEmpty();
    }

    @Test
    void allFaultsOfAFileAreToldBeforeTheDatabaseIsAsked() {
        List<String> found = texts(
                check(
                        "<Cube name='A'>\n<Table name='gone' allias='x'/>\n"
                                + "<Measure nam='M' column='m' aggregator='sum'/>\n</Cube>\n"
                                + "<Cube name='B' defaultMeasur='M'>\n<Table name='gone'/>\n<Measure name='M' column='m' aggregator='sum'/>\n</Cube>"));

        assertThat(found)
                .containsExactly(
                        "bakery.xml:3:28: error: unknown attribute 'allias' of <Table>. Did you mean 'alias'? [reading]",
                        "bakery.xml:4:1: error: <Measure> needs the attribute 'name'. Write name=\"…\" [reading]",
                        "bakery.xml:4:15: error: unknown attribute 'nam' of <Measure>. Did you mean 'name'? [reading]",
                        "bakery.xml:6:31: error: unknown attribute 'defaultMeasur' of <Cube>."
                                + " Did you mean 'defaultMeasure'? [reading]");
    }

    @Test
    void everyWrongTableAndColumnIsNamedWithWhatWasMeant() {
        String body =
                "<Cube name='Sales'>\n<Table name='sale'/>\n<Measure name='M' column='amount' aggregator='sum'/>\n</Cube>\n"
                        + "<Cube name='Others'>\n<Table name='sales'/>\n"
                        + SHOP.replace("nameColumn='shop'", "nameColumn='shpo'")
                                .replace("column='shop_id'", "column='shopid'")
                        + "\n<Measure name='Amount' column='amout' aggregator='sum'/>\n"
                        + "<Measure name='Channel' column='channel' aggregator='sum'/>\n</Cube>";

        assertThat(texts(check(body)))
                .containsExactly(
                        "bakery.xml:3:1: error: the database has no table 'sale'. Did you mean 'sales'? [binding]",
                        "bakery.xml:11:28: error: no column 'shopid' in 'shop'. Did you mean 'shop_id' or 'shop'? [binding]",
                        "bakery.xml:13:32: error: no column 'amout' in 'sales'. Did you mean 'amount'? [binding]",
                        "bakery.xml:14:33: error: measure 'Channel' cannot sum values of type STRING."
                                + " Take a column of numbers, convert it in a MeasureExpression, or count it [binding]");
    }

    @Test
    void aLevelThatIsBrokenDoesNotHideTheNext() {
        String body = sales(
                "<Dimension name='Place' foreignKey='shop_id'>\n<Hierarchy primaryKey='shop_id'>\n<Table name='shop'/>\n"
                        + "<Level name='Town' column='twon_id'/>\n<Level name='Shop' column='shpo'/>\n</Hierarchy></Dimension>");

        assertThat(texts(check(body)))
                .containsExactly(
                        "bakery.xml:7:28: error: no column 'twon_id' in 'shop'. Did you mean 'town_id'? [binding]",
                        "bakery.xml:8:28: error: no column 'shpo' in 'shop'. Did you mean 'shop'? [binding]");
    }

    @Test
    void aKeyThatIsNotUniqueCountsFactsTwice() {
        bakery.run("INSERT INTO shop VALUES (11, 'Nord again', 2, NULL)");

        assertThat(texts(check(sales(SHOP.replace(" nameColumn='shop'", "")))))
                .containsExactly(
                        "bakery.xml:4:1: error: shop.shop_id is not unique: 1 keys stand in 2 rows, such as 11 in 2;"
                                + " rows of sales are counted once for each. Refer to a key that is unique, remove the repeated rows,"
                                + " or take one of each in a View [unique-keys]");
        assertThat(texts(check(sales(SHOP))))
                .anyMatch(
                        text -> text.startsWith(
                                "bakery.xml:7:1: warning: 1 keys of level 'Shop' have several names, such as 11: 'Nord' and 'Nord again'"));
    }

    @Test
    void snowflakesAreJoinedByUniqueKeysToo() {
        bakery.run("INSERT INTO town VALUES (2, 'Bonn', 'North')", "DELETE FROM town WHERE town_id = 1");
        String snowflake = "<Dimension name='Place' foreignKey='shop_id'>\n"
                + "<Hierarchy hasAll='true' primaryKey='shop_id' primaryKeyTable='shop'>\n"
                + "<Join leftKey='town_id' rightKey='town_id'><Table name='shop'/>\n<Table name='town'/></Join>\n"
                + "<Level name='Town' table='town' column='town_id'/>\n</Hierarchy></Dimension>";

        assertThat(texts(check(sales(snowflake))))
                .anyMatch(text -> text.startsWith("bakery.xml:7:1: error: town.town_id is not unique"))
                .anyMatch(text -> text.startsWith(
                        "bakery.xml:7:1: warning: 1 rows of 'shop' have a town_id that town.town_id does not have"));
    }

    @Test
    void factsWithoutADimensionRowAreCounted() {
        bakery.run(
                "DELETE FROM shop WHERE shop_id = 12",
                "INSERT INTO sales(day_id, shop_id, amount) VALUES (1, NULL, 5), (1, NULL, 6), (1, NULL, 7)");

        assertThat(texts(check(sales(SHOP))))
                .containsExactly(
                        "bakery.xml:4:1: warning: 3 of 9 rows of 'sales' have no shop_id: they count in the total, but under no member."
                                + " Give them a key, such as that of a member 'unknown' [null-keys]",
                        "bakery.xml:4:1: warning: 2 rows of 'sales' have a shop_id that shop.shop_id does not have (1 keys, such as 12):"
                                + " they count in the total, but under no member."
                                + " Add the missing rows, such as one named 'unknown', or correct the keys [orphan-rows]");
    }

    @Test
    void keysOfDifferentTypesAreNotJoined() {
        assertThat(texts(check(sales(SHOP.replace("primaryKey='shop_id'", "primaryKey='shop'")))))
                .containsExactly(
                        "bakery.xml:4:1: error: sales.shop_id is INTEGER and refers to shop.shop, which is STRING."
                                + " Join columns of one type, or convert one of them in a View [key-types]");
    }

    @Test
    void aLevelThatIsNotUniqueSaysWhichMembers() {
        String time =
                "<Dimension name='Time' type='TimeDimension' foreignKey='day_id'>\n<Hierarchy hasAll='true' primaryKey='day_id'>\n"
                        + "<Table name='day'/>\n<Level name='Year' column='y' levelType='TimeYears' uniqueMembers='true'/>\n"
                        + "<Level name='Quarter' column='q' levelType='TimeQuarters' uniqueMembers='true'/>\n</Hierarchy></Dimension>";

        assertThat(texts(check(sales(time))))
                .containsExactly(
                        "bakery.xml:8:1: warning: level 'Quarter' says uniqueMembers=\"true\", but 1 keys stand under several"
                                + " parents, such as [Time].[2024].[Q1] and [Time].[2025].[Q1]. Write uniqueMembers=\"false\","
                                + " or take a column that tells members apart everywhere [unique-members]");
        assertThat(check(sales(
                        time.replace("levelType='TimeQuarters' uniqueMembers='true'", "levelType='TimeQuarters'"))))
                .isEmpty();
    }

    @Test
    void sameNamesUnderOneParentAreAmbiguous() {
        bakery.run("UPDATE shop SET shop = 'nord' WHERE shop_id = 12");

        assertThat(texts(check(sales(SHOP))))
                .singleElement()
                .asString()
                .startsWith(
                        "bakery.xml:7:1: warning: level 'Shop' has 1 members with the name of another under the same parent: the keys 11 and 12");
    }

    @Test
    void treesWithCyclesAndMissingParentsAreNoTrees() {
        String seller =
                "<Dimension name='Seller' foreignKey='seller_id'>\n<Hierarchy hasAll='true' primaryKey='id'>\n<Table name='seller'/>\n"
                        + "<Level name='Seller' column='id' nameColumn='name' parentColumn='boss' nullParentValue='0' uniqueMembers='true'/>\n"
                        + "</Hierarchy></Dimension>";
        assertThat(check(sales(seller))).isEmpty();

        bakery.run("UPDATE seller SET boss = 5 WHERE id = 3", "UPDATE seller SET boss = 9 WHERE id = 2");

        assertThat(texts(check(sales(seller))))
                .containsExactly(
                        "bakery.xml:7:1: warning: level 'Seller' has members that are their own ancestor: 3 → 5 → 3."
                                + " Correct the parent of one of them; the engine makes the first of them a root [parent-child]",
                        "bakery.xml:7:1: warning: 1 members of level 'Seller' have a parent that does not exist, such as 9;"
                                + " they become roots. Add the missing parents, or say which value means none with nullParentValue"
                                + " [parent-child]");
    }

    @Test
    void formulasFormatsAndDefaultsMustMeanSomething() {
        String body = "<Cube name='Sales' defaultMeasure='Amuont'>\n<Table name='sales'/>\n" + SHOP
                + "\n<Measure name='Amount' column='amount' aggregator='sum' formatString='Standrad'/>\n"
                + "<CalculatedMember name='X' dimension='Measures'><Formula>[Measures].[Amount] /\n [Measures].[Nothing]</Formula>"
                + "</CalculatedMember>\n<CalculatedMember name='Y' dimension='Measures'><Formula>1 +</Formula></CalculatedMember>\n"
                + "<NamedSet name='S'><Formula>{[Shop].[Nowhere]}</Formula></NamedSet>\n</Cube>";

        List<String> found = texts(check(body));

        assertThat(found)
                .anyMatch(text -> text.startsWith("bakery.xml:2:1: warning: cube 'Sales' has no measure 'Amuont'")
                        && text.contains("Did you mean 'Amount'?"))
                .anyMatch(text -> text.startsWith("bakery.xml:9:1: warning: measure 'Amount' has the format 'Standrad'")
                        && text.contains("Did you mean 'Standard'?"))
                .anyMatch(text ->
                        text.startsWith("bakery.xml:11:2: error: calculated member 'X'") && text.contains("Nothing"))
                .anyMatch(text -> text.startsWith("bakery.xml:12:") && text.contains("calculated member 'Y'"))
                .anyMatch(text -> text.startsWith("bakery.xml:13:") && text.contains("named set 'S'"))
                .hasSize(5);
    }

    @Test
    void everyGrantThatNamesNothingIsTold() {
        String body =
                sales(SHOP) + "\n<Role name='R'>\n<SchemaGrant access='none'>\n<CubeGrant cube='Sale' access='all'/>\n"
                        + "<CubeGrant cube='Sales' access='all'>\n<HierarchyGrant hierarchy='[Shop]' access='custom'>\n"
                        + "<MemberGrant member='[Shop].[Norde]' access='all'/>\n<MemberGrant member='[Shop].[Mitte]' access='all'/>\n"
                        + "<MemberGrant member='[Shop].[Weit weg]' access='all'/>\n</HierarchyGrant>\n</CubeGrant></SchemaGrant></Role>\n"
                        + "<Role name='U'><Union><RoleUsage roleName='Q'/></Union></Role>";

        assertThat(texts(check(body)))
                .anyMatch(text -> text.startsWith(
                        "bakery.xml:13:1: error: role 'R': there is no cube 'Sale'. Did you mean 'Sales'?"))
                .anyMatch(text -> text.startsWith(
                        "bakery.xml:16:1: error: hierarchy [Shop] has no member '[Shop].[Norde]' for a grant."
                                + " Did you mean 'Nord'?"))
                .anyMatch(text ->
                        text.startsWith("bakery.xml:18:1: error: hierarchy [Shop] has no member '[Shop].[Weit weg]'"))
                .anyMatch(text -> text.startsWith(
                        "bakery.xml:21:1: error: role 'U' is made of the role 'Q', which does not exist"))
                .hasSize(4);
    }

    @Test
    void anAggregateTableMustAddUpToTheFacts() {
        bakery.run(
                "CREATE TABLE agg AS SELECT shop_id, SUM(amount) AS amount, COUNT(*) AS n FROM sales GROUP BY shop_id");
        String body = "<Cube name='Sales'>\n<Table name='sales'>\n<AggName name='agg'>\n<AggFactCount column='n'/>\n"
                + "<AggForeignKey factColumn='shop_id' aggColumn='shop_id'/>\n"
                + "<AggMeasure name='[Measures].[Amount]' column='amount'/>\n</AggName></Table>\n" + SHOP
                + "\n<Measure name='Amount' column='amount' aggregator='sum'/>\n</Cube>";
        assertThat(check(body)).isEmpty();

        bakery.run("UPDATE agg SET amount = amount + 1 WHERE shop_id = 10");

        assertThat(texts(check(body)))
                .containsExactly(
                        "bakery.xml:4:1: error: measure 'Amount' is 37.00 in the aggregate table 'agg', but 36.00 in 'sales'."
                                + " Build the aggregate table anew, or take the measure out of its declaration [aggregates]");
    }

    @Test
    void emptyTablesTypesAndIgnoredAttributesAreTold() {
        bakery.run("DELETE FROM town");
        String body = sales("<Dimension name='Channel' highCardinality='false'>\n<Hierarchy hasAll='true'>\n"
                        + "<Level name='Channel' column='channel' type='Numeric'/>\n</Hierarchy></Dimension>\n"
                        + "<Dimension name='Town' foreignKey='town_id'>\n<Hierarchy hasAll='true' primaryKey='town_id'>\n<Table name='town'/>\n"
                        + "<Level name='Town' column='town_id' type='String'/>\n</Hierarchy></Dimension>")
                .replace(
                        "<Table name='sales'/>", "<View alias='f'><SQL>SELECT *, 1 AS town_id FROM sales</SQL></View>");

        List<String> found = texts(check(body));

        assertThat(found)
                .anyMatch(
                        text -> text.startsWith("bakery.xml:4:") && text.contains("hint: attribute 'highCardinality'"))
                .anyMatch(text -> text.startsWith(
                        "bakery.xml:6:1: warning: level 'Channel' says type=\"Numeric\", but its column holds text"))
                .anyMatch(text -> text.startsWith("bakery.xml:6:1: hint: 1 rows of level 'Channel' have no key"))
                .anyMatch(text -> text.startsWith("bakery.xml:11:1: warning: level 'Town' says type=\"String\""))
                .anyMatch(text -> text.startsWith("bakery.xml:11:1: warning: level 'Town' has no members"))
                .anyMatch(text -> text.contains("6 rows of 'f' have a town_id that town.town_id does not have"))
                .hasSize(6);
    }

    @Test
    void aRuleThatTakesTooLongSaysSoAndTheOthersGoOn() {
        List<Finding> found = check(
                sales(SHOP.replace("nameColumn='shop'", "nameColumn='shop' type='String'")),
                new CheckLimits(Duration.ofNanos(1), 1_000, 1_000));

        assertThat(found)
                .anyMatch(f -> f.rule().equals("orphan-rows") && f.what().contains("did not end within"))
                .anyMatch(f -> f.rule().equals("level-types"));
    }
}
