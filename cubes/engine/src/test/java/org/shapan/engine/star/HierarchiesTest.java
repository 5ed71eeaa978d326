package org.shapan.engine.star;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shapan.engine.star.Bakery.captions;
import static org.shapan.engine.star.Bakery.names;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Regular, snowflake, degenerate and time hierarchies: members, order, names, and how facts reach them. */
class HierarchiesTest {
    private static final String ITEM = """
            <Dimension name='Item' foreignKey='item_id'><Hierarchy hasAll='true' primaryKey='item_id'><Table name='item'/>
              <Level name='Kind' column='kind' uniqueMembers='true' captionColumn='kind'>
                <sp:CaptionColumn locale='zh' column='kind_zh'/></Level>
              <Level name='Item' column='item_id' nameColumn='item' ordinalColumn='rank_no' uniqueMembers='true'>
                <Property name='Rank' column='rank_no' type='Numeric'/></Level>
            </Hierarchy></Dimension>""";
    private static final String PLACE = """
            <Dimension name='Place' foreignKey='shop_id'><Hierarchy hasAll='true' primaryKey='shop_id' primaryKeyTable='shop'>
              <Join leftKey='town_id' rightKey='town_id'><Table name='shop'/><Table name='town'/></Join>
              <Level name='Region' table='town' column='region' uniqueMembers='true'/>
              <Level name='Town' table='town' column='town' uniqueMembers='false'/>
              <Level name='Shop' table='shop' column='shop' uniqueMembers='true'>
                <Property name='Opened' column='opened' type='Date'/></Level>
            </Hierarchy></Dimension>""";
    private static final String TIME = """
            <Dimension name='Time' type='TimeDimension' foreignKey='day_id'>
              <Hierarchy hasAll='false' primaryKey='day_id'><Table name='day'/>
                <Level name='Year' column='y' type='Numeric' uniqueMembers='true' levelType='TimeYears'/>
                <Level name='Quarter' column='q' uniqueMembers='false' levelType='TimeQuarters'/>
                <Level name='Month' column='m' nameColumn='m_name' type='Numeric' uniqueMembers='false' levelType='TimeMonths'/>
              </Hierarchy>
              <Hierarchy hasAll='true' name='Flat' primaryKey='day_id'><Table name='day'/>
                <Level name='Year' column='y' type='Numeric' uniqueMembers='true' levelType='TimeYears'/>
              </Hierarchy>
            </Dimension>""";

    private final Bakery bakery = new Bakery();

    @AfterEach
    void close() {
        bakery.close();
    }

    private static Hierarchy hierarchy(Cube cube, int ordinal) {
        return cube.hierarchies().get(ordinal);
    }

    @Test
    void membersAreOrderedByOrdinalElseByKeyWithNullFirst() {
        Hierarchy item = hierarchy(bakery.sales(ITEM), 1);

        assertThat(names(item.members(item.levels().get(1))))
                .containsExactly("[Item].[#null]", "[Item].[bread]", "[Item].[Cake]");
        assertThat(names(item.members(item.levels().get(2))))
                .containsExactly(
                        "[Item].[#null].[Water]",
                        "[Item].[bread].[Rye]",
                        "[Item].[bread].[Roll]",
                        "[Item].[Cake].[Pie]");
    }

    @Test
    void rankIsThePreorderOfAllLevels() {
        Hierarchy item = hierarchy(bakery.sales(ITEM), 1);
        Member bread = item.childByName(item.allMember(), "BREAD");

        assertThat(item.allMember().rank()).isZero();
        assertThat(bread.rank()).isEqualTo(3);
        assertThat(item.children(bread)).extracting(Member::rank).containsExactly(4, 5);
    }

    @Test
    void captionsAndPropertiesComeWithTheMember() {
        Hierarchy item = hierarchy(bakery.sales(ITEM), 1);
        Level kind = item.levels().get(1);
        Member rye = item.childByName(item.childByName(item.allMember(), "bread"), "rye");

        assertThat(captions(item.members(kind), Locale.CHINESE)).containsExactly("#null", "面包", "蛋糕");
        assertThat(captions(item.members(kind), Locale.ENGLISH)).containsExactly("#null", "bread", "Cake");
        assertThat(rye.property("RANK")).isEqualTo(1L);
        assertThat(rye.property("other")).isNull();
    }

    @Test
    void levelsOfTheSameTablesTakeOneStatementWhenFirstAskedFor() {
        Hierarchy place = hierarchy(bakery.sales(PLACE), 1);
        bakery.statements();

        place.members(place.levels().get(2));
        place.members(place.levels().get(2));

        assertThat(bakery.statements()).hasSize(1).allMatch(s -> s.startsWith("SELECT DISTINCT"));
    }

    @Test
    void aSnowflakeHasOnlyMembersWithRowsAtItsRoot() {
        Hierarchy place = hierarchy(bakery.sales(PLACE), 1);

        // no shop stands in Köln
        assertThat(names(place.members(place.levels().get(2))))
                .containsExactly("[Place].[South].[Ulm]", "[Place].[West].[Bonn]");
    }

    @Test
    void factsReachEveryLevelOfASnowflake() {
        Cube cube = bakery.sales(PLACE);
        List<Level> levels = hierarchy(cube, 1).levels();

        assertThat(bakery.sumsBy(cube, levels.get(1)))
                .containsExactly("[Place].[South] = 20.50", "[Place].[West] = 15.50");
        assertThat(bakery.sumsBy(cube, levels.get(2)))
                .containsExactly("[Place].[South].[Ulm] = 20.50", "[Place].[West].[Bonn] = 15.50");
        assertThat(bakery.sumsBy(cube, levels.get(3)))
                .containsExactly(
                        "[Place].[South].[Ulm].[Mitte] = 20.50",
                        "[Place].[West].[Bonn].[Nord] = 7.50",
                        "[Place].[West].[Bonn].[Süd] = 8.00");
    }

    @Test
    void aKeyThatIsUniqueOnlyWithinItsParentTakesTheParentsKeyAlong() {
        Cube cube = bakery.sales(TIME);
        Hierarchy time = hierarchy(cube, 1);
        Level quarter = time.levels().get(1);

        LevelPath path = cube.factGroups().get(0).path(quarter);

        assertThat(path.keys())
                .extracting(LevelPath.KeyExpression::sql)
                .containsExactly("\"day\".\"y\"", "\"day\".\"q\"");
        assertThat(bakery.sumsBy(cube, quarter))
                .containsExactly(
                        "[Time].[2024].[Q1] = 23.50", "[Time].[2024].[Q4] = 2.00", "[Time].[2025].[Q1] = 10.50");
    }

    @Test
    void keyPathGivesTheValuesOfAPathsKeys() {
        Cube cube = bakery.sales(TIME);
        Hierarchy time = hierarchy(cube, 1);
        LevelPath path = cube.factGroups().get(0).path(time.levels().get(2));

        for (Member month : time.members(time.levels().get(2))) {
            Object[] keys = ((StoredMember) month).keyPath(path.keys().size());
            assertThat(path.memberOf().id(keys)).isEqualTo(month.id());
        }
    }

    @Test
    void theKeyOfTheFactIsReadWithoutAJoin() {
        Cube cube = bakery.sales(ITEM);
        Level item = hierarchy(cube, 1).levels().get(2);

        LevelPath path = cube.factGroups().get(0).path(item);

        assertThat(path.joins()).isEmpty();
        assertThat(path.keys()).extracting(LevelPath.KeyExpression::sql).containsExactly("\"sales\".\"item_id\"");
        assertThat(bakery.sumsBy(cube, item))
                .containsExactly(
                        "[Item].[bread].[Rye] = 14.00", "[Item].[bread].[Roll] = 16.00", "[Item].[Cake].[Pie] = 6.00");
    }

    @Test
    void aMemberNamedLikeALevelIsWrittenBehindItsLevel() {
        Cube cube = bakery.sales(PLACE.replace("name='Region'", "name='West'"));
        Hierarchy place = hierarchy(cube, 1);

        assertThat(names(place.members(place.levels().get(1))))
                .containsExactly("[Place].[South]", "[Place].[West].[West]");
        assertThat(names(place.members(place.levels().get(2)))).contains("[Place].[West].[West].[Bonn]");
        assertThat(ElementLookup.member(place, "[Place].[West].[West].[Bonn]").name())
                .isEqualTo("Bonn");
    }

    @Test
    void hierarchiesWithoutAllBeginWithTheFirstMember() {
        Hierarchy time = hierarchy(bakery.sales(TIME), 1);

        assertThat(time.hasAll()).isFalse();
        assertThat(time.allMember()).isNull();
        assertThat(time.defaultMember().uniqueName()).isEqualTo("[Time].[2024]");
        assertThat(names(time.roots())).containsExactly("[Time].[2024]", "[Time].[2025]");
        assertThat(time.levels().get(0).type()).isEqualTo(LevelType.YEARS);
    }

    @Test
    void mondrianNamingJoinsDimensionAndHierarchyByADot() {
        Hierarchy flat = hierarchy(bakery.sales(TIME), 2);

        assertThat(flat.uniqueName()).isEqualTo("[Time.Flat]");
        assertThat(flat.allMember().uniqueName()).isEqualTo("[Time.Flat].[All Time.Flats]");
        assertThat(names(flat.children(flat.allMember()))).containsExactly("[Time.Flat].[2024]", "[Time.Flat].[2025]");
        assertThat(flat.caption(Locale.ENGLISH)).isEqualTo("Flat");
    }

    @Test
    void ssasNamingKeepsThemApart() {
        Cube cube = bakery.catalog(Bakery.salesCube(TIME + ITEM), "sp:naming='ssas'")
                .cubes()
                .get(0);
        Hierarchy flat = hierarchy(cube, 2);

        assertThat(flat.uniqueName()).isEqualTo("[Time].[Flat]");
        assertThat(flat.allMember().uniqueName()).isEqualTo("[Time].[Flat].[All Flats]");
        assertThat(flat.levels().get(1).uniqueName()).isEqualTo("[Time].[Flat].[Year]");
        assertThat(hierarchy(cube, 1).uniqueName()).isEqualTo("[Time]");
        assertThat(hierarchy(cube, 3).uniqueName()).isEqualTo("[Item]");
    }

    @Test
    void aDegenerateDimensionReadsTheFactTable() {
        Cube cube = bakery.sales(
                "<Dimension name='Channel'><Hierarchy hasAll='true'><Level name='Channel' column='channel' uniqueMembers='true'/>"
                        + "</Hierarchy></Dimension>");
        Level channel = hierarchy(cube, 1).levels().get(1);

        assertThat(cube.factGroups().get(0).path(channel).joins()).isEmpty();
        assertThat(bakery.sumsBy(cube, channel))
                .containsExactly(
                        "[Channel].[#null] = 10.50", "[Channel].[counter] = 17.50", "[Channel].[phone] = 8.00");
    }

    @Test
    void membersAreFoundByNameAndByKey() {
        Hierarchy item = hierarchy(bakery.sales(ITEM), 1);

        assertThat(item.childByKey(null, "2").uniqueName()).isEqualTo("[Item].[bread].[Rye]");
        assertThat(item.childByKey(null, "Cake").uniqueName()).isEqualTo("[Item].[Cake]");
        assertThat(item.childByKey(item.childByName(item.allMember(), "bread"), "3"))
                .isNull();
        assertThat(item.childByName(null, "all items")).isSameAs(item.allMember());
        assertThat(item.childByName(item.allMember(), "stone")).isNull();
    }

    @Test
    void aKeySaidToBeUniqueThatIsNotTakesItsParentAlong() {
        Cube cube = bakery.sales(
                "<Dimension name='Time' foreignKey='day_id'><Hierarchy hasAll='true' primaryKey='day_id'><Table name='day'/>"
                        + "<Level name='Year' column='y' uniqueMembers='true'/><Level name='Quarter' column='q' uniqueMembers='true'/>"
                        + "</Hierarchy></Dimension>");
        Level quarter = hierarchy(cube, 1).levels().get(2);

        assertThat(bakery.sumsBy(cube, quarter))
                .containsExactly(
                        "[Time].[2024].[Q1] = 23.50", "[Time].[2024].[Q4] = 2.00", "[Time].[2025].[Q1] = 10.50");
    }

    @Test
    void oneObjectPerMember() {
        Hierarchy item = hierarchy(bakery.sales(ITEM), 1);
        Member bread = item.childByName(item.allMember(), "bread");

        assertThat(item.members(item.levels().get(1)).get(1)).isSameAs(bread);
        assertThat(item.member(bread.id())).isSameAs(bread);
        assertThat(item.children(bread).get(0).parent()).isSameAs(bread);
    }

    @Test
    void theDefaultMemberIsTheOneTheCatalogNames() {
        Cube cube = bakery.sales(ITEM.replace("hasAll='true'", "hasAll='true' defaultMember='[Item].[bread].[Rye]'"));

        assertThat(hierarchy(cube, 1).defaultMember().uniqueName()).isEqualTo("[Item].[bread].[Rye]");
    }
}
