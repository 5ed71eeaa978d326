package org.shapan.engine.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shapan.engine.star.Bakery;

/** What changed between two readings is told element by element. */
class CatalogDiffTest {
    private static final String CATALOG =
            "<Dimension name='Shop'><Hierarchy hasAll='true' primaryKey='shop_id'><Table name='shop'/>"
                    + "<Level name='Shop' column='shop_id'/></Hierarchy></Dimension>"
                    + "<Cube name='Sales'><Table name='sales'/><DimensionUsage name='Shop' source='Shop' foreignKey='shop_id'/>"
                    + "<Measure name='Amount' column='amount' aggregator='sum'/><Measure name='Pieces' column='qty' aggregator='sum'/>"
                    + "<CalculatedMember name='Price' dimension='Measures'><Formula>[Measures].[Amount] / [Measures].[Pieces]</Formula>"
                    + "</CalculatedMember><NamedSet name='All shops'><Formula>[Shop].Members</Formula></NamedSet></Cube>"
                    + "<Role name='Clerk'><SchemaGrant access='all'/></Role>";

    private static List<String> between(String before, String after) {
        return CatalogDiff.between(Bakery.definition(before, ""), Bakery.definition(after, "")).changes().stream()
                .map(Change::toString)
                .toList();
    }

    private static List<String> changes(String... replacements) {
        String after = CATALOG;
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(after).contains(replacements[i]);
            after = after.replace(replacements[i], replacements[i + 1]);
        }
        return between(CATALOG, after);
    }

    @Test
    void whereAnElementStandsIsNoDifference() {
        assertThat(changes("<Cube name", "\n\n  <Cube   name")).isEmpty();
    }

    @Test
    void formulaFormatAggregatorAndColumnAreToldWithBeforeAndAfter() {
        assertThat(changes(
                        "column='amount' aggregator='sum'",
                        "column='weight' aggregator='avg' formatString='0.0'",
                        "[Measures].[Amount] / [Measures].[Pieces]",
                        "[Measures].[Amount] * 2"))
                .containsExactly(
                        "changed measure Sales / Amount; aggregator: sum → avg; expression: amount → weight; formatString: – → 0.0",
                        "changed calculated member Sales / Price;"
                                + " formula: [Measures].[Amount] / [Measures].[Pieces] → [Measures].[Amount] * 2");
    }

    @Test
    void whatComesAndGoesIsToldAsAWhole() {
        assertThat(changes(
                        "<Measure name='Pieces' column='qty' aggregator='sum'/>",
                        "<Measure name='Weight' column='weight' aggregator='max'/>",
                        "<Role name='Clerk'><SchemaGrant access='all'/></Role>",
                        ""))
                .containsExactlyInAnyOrder(
                        "added measure Sales / Weight", "removed measure Sales / Pieces", "removed role Clerk");
    }

    @Test
    void theSameUnderAnotherNameWasRenamed() {
        assertThat(changes("name='Pieces'", "name='Units'"))
                .containsExactly("renamed measure Sales / Units; name: Pieces → Units");
        assertThat(changes("<Level name='Shop'", "<Level name='Outlet'"))
                .containsExactly("renamed level Shop / Outlet; name: Shop → Outlet");
        assertThat(changes("<Dimension name='Shop'>", "<Dimension name='Outlet'>", "source='Shop'", "source='Outlet'"))
                .containsExactlyInAnyOrder(
                        "renamed dimension Outlet; name: Shop → Outlet",
                        "changed dimension Sales / Shop; source: Shop → Outlet");
        assertThat(changes("<Cube name='Sales'>", "<Cube name='Revenue'>"))
                .containsExactly("renamed cube Revenue; name: Sales → Revenue");
    }

    @Test
    void tablesKeysAndGrantsAreAttributesOfTheirElement() {
        assertThat(changes("primaryKey='shop_id'", "primaryKey='id'"))
                .containsExactly("changed hierarchy Shop; primaryKey: shop_id → id");
        assertThat(changes("<SchemaGrant access='all'/>", "<SchemaGrant access='none'/>"))
                .containsExactly("changed role Clerk; grants: ALL → NONE");
        assertThat(changes("<Table name='sales'/>", "<Table name='sales' alias='f'/>"))
                .singleElement()
                .asString()
                .startsWith("changed cube Sales; fact: ");
    }
}
