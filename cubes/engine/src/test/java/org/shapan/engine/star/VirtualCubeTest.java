package org.shapan.engine.star;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shapan.engine.star.Bakery.names;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shapan.engine.mdx.Unparser;

/** Virtual cubes share facts and members with their base cubes; formulas of the catalog. */
class VirtualCubeTest {
    private static final String BODY = """
            <Dimension name='Shop'><Hierarchy hasAll='true' primaryKey='shop_id'><Table name='shop'/>
              <Level name='Shop' column='shop' uniqueMembers='true'/></Hierarchy></Dimension>
            <Cube name='Sales'><Table name='sales'/>
              <DimensionUsage name='Shop' source='Shop' foreignKey='shop_id'/>
              <Dimension name='Channel'><Hierarchy hasAll='true'><Level name='Channel' column='channel' uniqueMembers='true'/></Hierarchy></Dimension>
              <Measure name='Amount' column='amount' aggregator='sum'/>
              <Measure name='Quantity' column='qty' aggregator='sum'/>
              <CalculatedMember name='Price' dimension='Measures' formula='[Measures].[Amount] / [Measures].[Quantity]'>
                <CalculatedMemberProperty name='FORMAT_STRING' value='0.00'/><CalculatedMemberProperty name='SOLVE_ORDER' value='7'/></CalculatedMember>
              <CalculatedMember name='Double price' dimension='Measures' formula='2 * [Measures].[Price]'/>
              <CalculatedMember name='North and South' hierarchy='[Shop]' parent='[Shop].[All Shops]'>
                <Formula>[Shop].[Nord] + [Shop].[Süd]</Formula></CalculatedMember>
              <NamedSet name='Best' formula='TopCount([Shop].Members, 1, [Measures].[Amount])'/>
            </Cube>
            <Cube name='Shops'><Table name='shop'/>
              <DimensionUsage name='Shop' source='Shop'/><Measure name='Count' column='shop_id' aggregator='count'/></Cube>
            <VirtualCube name='Both' defaultMeasure='Count'>
              <CubeUsages><CubeUsage cubeName='Shops' ignoreUnrelatedDimensions='true'/></CubeUsages>
              <VirtualCubeDimension name='Shop'/><VirtualCubeDimension cubeName='Sales' name='Channel'/>
              <VirtualCubeMeasure cubeName='Sales' name='[Measures].[Amount]'/>
              <VirtualCubeMeasure cubeName='Shops' name='[Measures].[Count]' visible='false'/>
              <VirtualCubeMeasure cubeName='Sales' name='[Measures].[Double price]'/>
              <CalculatedMember name='Per shop' dimension='Measures' formula='[Measures].[Amount] / [Measures].[Count]'/>
            </VirtualCube>""";

    private final Bakery bakery = new Bakery();
    private final Catalog catalog = bakery.catalog(BODY);
    private final Cube sales = catalog.cube("sales").orElseThrow();
    private final Cube shops = catalog.cube("Shops").orElseThrow();
    private final Cube both = catalog.cube("Both").orElseThrow();

    @AfterEach
    void close() {
        bakery.close();
    }

    @Test
    void measuresAreThoseItNames() {
        assertThat(names(both.storedMeasures())).containsExactly("[Measures].[Amount]", "[Measures].[Count]");
        assertThat(names(both.calculatedMembers()))
                .containsExactly("[Measures].[Double price]", "[Measures].[Per shop]");
        assertThat(both.storedMeasures().get(1).visible()).isFalse();
        assertThat(both.defaultMeasure().name()).isEqualTo("Count");
        assertThat(both.isVirtual()).isTrue();
    }

    @Test
    void segmentsServeBoth() {
        StoredMeasure amount = both.storedMeasures().get(0);

        assertThat(amount.factGroup()).isSameAs(sales.factGroups().get(0));
        assertThat(amount.base()).isSameAs(sales.storedMeasures().get(0));
        assertThat(sales.storedMeasures().get(0).base())
                .isSameAs(sales.storedMeasures().get(0));
    }

    @Test
    void aFactKnowsWhichOfTheHierarchiesAreItsOwn() {
        FactGroup salesGroup = sales.factGroups().get(0);
        FactGroup shopsGroup = shops.factGroups().get(0);

        assertThat(salesGroup.baseOrdinals(both)).containsExactly(0, 1, 2);
        assertThat(shopsGroup.baseOrdinals(both)).containsExactly(0, 1, -1);
        assertThat(salesGroup.baseOrdinals(sales)).containsExactly(0, 1, 2);
    }

    @Test
    void aFactMayIgnoreHierarchiesItDoesNotKnow() {
        assertThat(names(both.ignoredBy(both.storedMeasures().get(1)))).containsExactly("[Channel]");
        assertThat(both.ignoredBy(both.storedMeasures().get(0))).isEmpty();
    }

    @Test
    void idsMeanTheSameInBothCubes() {
        Hierarchy here = both.hierarchies().get(1);
        Hierarchy there = sales.hierarchies().get(1);

        for (Member member : here.members(here.levels().get(1))) {
            assertThat(there.member(member.id()).uniqueName()).isEqualTo(member.uniqueName());
            assertThat(there.member(member.id())).isNotSameAs(member);
        }
    }

    @Test
    void aTakenOverFormulaMayNameWhatItsBaseCubeHas() {
        CalculatedMember doubled = both.calculatedMembers().get(0);

        assertThat(names(both.scope(doubled)))
                .containsExactly("[Measures].[Quantity]", "[Measures].[Fact Count]", "[Measures].[Price]");
        assertThat(both.scope(doubled)).allMatch(m -> !m.visible() && m.hierarchy() == both.measures());
        assertThat(both.scope(both.calculatedMembers().get(1))).isEmpty();
    }

    @Test
    void calculatedMembersKeepTheirFormulaAndProperties() {
        CalculatedMember price = sales.calculatedMembers().get(0);
        CalculatedMember mixed = sales.calculatedMembers().get(2);

        assertThat(Unparser.unparse(price.formula())).isEqualTo("[Measures].[Amount] / [Measures].[Quantity]");
        assertThat(price.solveOrder()).isEqualTo(7);
        assertThat(price.properties()).containsKey("FORMAT_STRING");
        assertThat(price.id()).isNegative();
        assertThat(mixed.uniqueName()).isEqualTo("[Shop].[North and South]");
        assertThat(mixed.level().name()).isEqualTo("Shop");
        assertThat(mixed.parent()).isSameAs(sales.hierarchies().get(1).allMember());
        assertThat(names(sales.namedSets())).containsExactly("[Best]");
    }
}
