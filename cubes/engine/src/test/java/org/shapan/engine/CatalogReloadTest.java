package org.shapan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.shapan.engine.access.ScopeRole.Scope;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.catalog.CatalogDefinition;
import org.shapan.engine.catalog.RoleDefinition.Rollup;
import org.shapan.engine.star.Bakery;

/** A running catalog is replaced whole or not at all, and the reload tells what changed and what breaks. */
class CatalogReloadTest {
    private static final String CUBE = Bakery.salesCube("<Dimension name='Shop' foreignKey='shop_id'>"
            + "<Hierarchy hasAll='true' primaryKey='shop_id'><Table name='shop'/>"
            + "<Level name='Shop' column='shop' uniqueMembers='true'/></Hierarchy></Dimension>");
    private static final String TOTAL = "SELECT {[Measures].[Amount]} ON 0 FROM [Sales]";
    private static final List<SavedQuery> KEPT = List.of(
            new SavedQuery("total", TOTAL, List.of()),
            new SavedQuery("by shop", "SELECT [Shop].[Shop].Members ON 0 FROM [Sales]", List.of()),
            new SavedQuery("never worked", "SELECT {[Nothing]} ON 0 FROM [Sales]", List.of()));

    private final Bakery bakery = new Bakery();
    private final CubeServer server = CubeServer.builder(bakery.source()).build();

    private static CatalogDefinition definition(String body) {
        return Bakery.definition(body, "");
    }

    private String total(ConnectionSettings settings) throws Exception {
        try (OlapConnection connection = server.connect(settings)) {
            CellSet cells = connection.createStatement().executeOlapQuery(TOTAL);
            return cells.getCell(0).getFormattedValue();
        }
    }

    private String total() throws Exception {
        return total(ConnectionSettings.of("Bakery"));
    }

    @BeforeEach
    void load() {
        server.load("Bakery", definition(CUBE));
    }

    @AfterEach
    void close() {
        bakery.close();
    }

    @Test
    void theNewReadingAnswersFromThenOnAndTellsWhatItBreaks() throws Exception {
        assertThat(total()).isEqualTo("36");

        CatalogReload reload = server.reload(
                "Bakery",
                definition(CUBE.replace("column='amount'", "column='qty'")
                        .replace("Dimension name='Shop'", "Dimension name='Outlet'")),
                KEPT);

        assertThat(total()).isEqualTo("16");
        assertThat(reload.diff().changes().toString())
                .contains("renamed dimension Sales / Outlet")
                .contains("changed measure Sales / Amount", "expression: amount → qty");
        assertThat(reload.broken()).singleElement().satisfies(broken -> {
            assertThat(broken.name()).isEqualTo("by shop");
            assertThat(broken.code()).isEqualTo(OlapErrorCode.MDX_UNKNOWN_NAME);
            assertThat(broken.message()).contains("Shop");
        });
    }

    @Test
    void aBrokenReadingNeverReplacesTheRunningOne() throws Exception {
        assertThatThrownBy(() -> server.reload("Bakery", definition(CUBE.replace("'amount'", "'amuont'")), KEPT))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("no column 'amuont'")
                .hasMessageContaining("Did you mean 'amount'?");

        assertThat(total()).isEqualTo("36");
    }

    @Test
    void aPreviewChangesNothing() throws Exception {
        CatalogReload preview =
                server.previewReload("Bakery", definition(CUBE.replace("column='amount'", "column='qty'")), KEPT);

        assertThat(preview.diff().changes()).hasSize(1);
        assertThat(preview.broken()).isEmpty();
        assertThat(total()).isEqualTo("36");
    }

    @Test
    void rolesMadeAtRunTimeStayAndAreToldWhenTheyNameWhatHasGone() throws Exception {
        server.defineRole(
                "Bakery",
                "north",
                List.of(new Scope(List.of("[Shop]"), Rollup.PARTIAL, List.of("[Shop].[Nord]"), List.of())));
        ConnectionSettings north = ConnectionSettings.of("Bakery").withRoles(List.of("north"));
        assertThat(total(north)).isEqualTo("7.5");

        assertThat(server.reload("Bakery", definition(CUBE.replace("column='amount'", "column='qty'")), List.of())
                        .broken())
                .isEmpty();
        assertThat(total(north)).as("the role still restricts").isEqualTo("3");

        bakery.run("UPDATE shop SET shop = 'Norden' WHERE shop = 'Nord'");
        assertThat(server.reload("Bakery", definition(CUBE), List.of()).broken())
                .singleElement()
                .satisfies(broken -> assertThat(broken.name()).isEqualTo("role north"));
        assertThatThrownBy(() -> total(north))
                .as("never more than it was granted")
                .isInstanceOf(EngineException.class);
    }

    @Test
    void connectionsWithoutARoleGetTheDefaultRole() throws Exception {
        server.load(
                "Restricted",
                Bakery.definition(
                        CUBE + "<Role name='north'><SchemaGrant access='none'><CubeGrant cube='Sales' access='all'>"
                                + "<HierarchyGrant hierarchy='[Shop]' access='custom' rollupPolicy='partial'>"
                                + "<MemberGrant member='[Shop].[Nord]' access='all'/></HierarchyGrant></CubeGrant></SchemaGrant></Role>",
                        "defaultRole='north'"));

        assertThat(total(ConnectionSettings.of("Restricted"))).isEqualTo("7.5");
    }
}
