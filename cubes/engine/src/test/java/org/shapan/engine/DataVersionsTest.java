package org.shapan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.olap4j.OlapConnection;
import org.olap4j.OlapStatement;
import org.shapan.engine.api.CellBlock;
import org.shapan.engine.api.QueryLoads;
import org.shapan.engine.api.TableChange;

/** Queries over a source that publishes versions: each reads one, and what a publication did not touch stays cached. */
class DataVersionsTest {
    private static final String MONTHS = "SELECT [Month].[Month].Members ON 0 FROM [Sales]";
    private static final String TOWNS_OF_MARCH = "SELECT [Shop].[Town].Members ON 0 FROM [Sales] WHERE [Month].[3]";
    private static final String TOWNS_OF_MAY = "SELECT [Shop].[Town].Members ON 0 FROM [Sales] WHERE [Month].[5]";

    private VersionedShops shops;
    private CubeServer server;

    @BeforeEach
    void open() throws SQLException {
        shops = new VersionedShops();
        shops.publish(
                Map.of(
                        "shop",
                        "SELECT * FROM (VALUES (1, 'Ast', 'b'), (2, 'Ast', 'd'), (3, 'Cley', 'a')) t(shop_id, town, name)",
                        "sale",
                        "SELECT m AS month, s AS shop_id, m * 10 + s AS units FROM range(1, 7) a(m), range(1, 4) b(s)"),
                Map.of());
        server = CubeServer.builder(shops).versions(shops).build();
        server.load("Shops", VersionedShops.catalog());
    }

    @AfterEach
    void close() throws SQLException {
        shops.close();
    }

    @Test
    void aQueryThatSendsSeveralStatementsSeesTheVersionItBeganWith() throws SQLException {
        List<Long> keptDuring = new ArrayList<>();
        // the first statement loads the months, the second comes after the publication
        shops.beforeNextConnection(() -> shops.beforeNextConnection(() -> {
            publishSalesOf(5, "units + 1000");
            server.dataChanged();
            keptDuring.addAll(shops.kept());
        }));

        Answer before = ask(MONTHS);
        Answer after = ask(MONTHS);

        assertThat(before.values()).containsExactly(36.0, 66.0, 96.0, 126.0, 156.0, 186.0);
        assertThat(keptDuring).contains(1L, 2L);
        assertThat(after.values()).containsExactly(36.0, 66.0, 96.0, 126.0, 3156.0, 186.0);
        assertThat(shops.kept()).containsExactly(2L);
    }

    @Test
    void cellsOfOtherMonthsStayWhenAMonthIsPublishedAgain() throws SQLException {
        ask(TOWNS_OF_MARCH);
        ask(TOWNS_OF_MAY);

        publishSalesOf(5, "units + 1000");
        server.dataChanged();

        Answer march = ask(TOWNS_OF_MARCH);
        assertThat(march.values()).containsExactly(31.0 + 32, 33.0);
        assertThat(march.sources()).doesNotContain("FACT_TABLE");
        Answer may = ask(TOWNS_OF_MAY);
        assertThat(may.values()).containsExactly(1051.0 + 1052, 1053.0);
        assertThat(may.sources()).contains("FACT_TABLE");
    }

    @Test
    void aNewMemberTakesItsPlaceInTheOrderAndTheOthersKeepTheirIds() throws SQLException {
        String all = "SELECT [Shop].[Shop].Members ON 0 FROM [Sales] WHERE [Month].[3]";
        Answer before = ask(all);

        shops.publish(
                Map.of("shop", "SELECT * FROM %s UNION ALL SELECT 4, 'Ast', 'c'"),
                Map.of("shop", new TableChange.RowsAdded()));
        server.dataChanged();
        Answer after = ask(all);

        assertThat(before.names()).containsExactly("[Shop].[Ast].[b]", "[Shop].[Ast].[d]", "[Shop].[Cley].[a]");
        assertThat(after.names())
                .containsExactly("[Shop].[Ast].[b]", "[Shop].[Ast].[c]", "[Shop].[Ast].[d]", "[Shop].[Cley].[a]");
        assertThat(after.values()).containsExactly(31.0, null, 32.0, 33.0);
        assertThat(after.sources()).as("the facts did not change").doesNotContain("FACT_TABLE");
        Map<String, Integer> ids = before.ids();
        ids.forEach((name, id) -> assertThat(after.ids()).containsEntry(name, id));
        assertThat(after.ids().get("[Shop].[Ast].[c]")).isNotIn(ids.values());
    }

    @Test
    void aMemberThatWasMissingBeforeTakesItsRowsIn() throws SQLException {
        shops.publish(
                Map.of("sale", "SELECT * FROM %s UNION ALL SELECT 3, 4, 500"),
                Map.of("sale", new TableChange.Within("month", Set.of(3))));
        server.dataChanged();
        assertThat(ask(TOWNS_OF_MARCH).values()).containsExactly(63.0, 33.0);

        shops.publish(
                Map.of("shop", "SELECT * FROM %s UNION ALL SELECT 4, 'Cley', 'e'"),
                Map.of("shop", new TableChange.RowsAdded()));
        server.dataChanged();

        assertThat(ask(TOWNS_OF_MARCH).values()).containsExactly(63.0, 533.0);
    }

    @Test
    void aShopThatMovesTakesItsSalesAlong() throws SQLException {
        ask(TOWNS_OF_MARCH);

        shops.publish(
                Map.of("shop", "SELECT shop_id, CASE shop_id WHEN 2 THEN 'Cley' ELSE town END AS town, name FROM %s"),
                Map.of("shop", new TableChange.Rewritten()));
        server.dataChanged();

        assertThat(ask(TOWNS_OF_MARCH).values()).containsExactly(31.0, 65.0);
    }

    @Test
    void aConnectionOfBeforeThePublicationGoesOnWithTheNewestVersion() throws SQLException {
        try (OlapConnection connection = server.connect(ConnectionSettings.of("Shops"));
                OlapStatement statement = connection.createStatement()) {
            statement.executeOlapQuery(MONTHS);
            publishSalesOf(5, "units + 1000");
            server.dataChanged();
            assertThat(shops.kept()).containsExactly(2L);

            CellBlock block = statement.executeOlapQuery(MONTHS).unwrap(CellBlock.class);

            assertThat(block.doubleValue(4)).isEqualTo(3156.0);
        }
    }

    @Test
    void anUnloadedCatalogKeepsNoVersion() throws SQLException {
        server.load("Shops again", VersionedShops.catalog());
        server.unload("Shops");
        publishSalesOf(5, "0");
        server.dataChanged();
        assertThat(shops.kept()).containsExactly(2L);

        server.unload("Shops again");
        publishSalesOf(4, "0");
        assertThat(shops.kept()).containsExactly(3L);
    }

    private void publishSalesOf(int month, String units) {
        shops.publish(
                Map.of(
                        "sale",
                        "SELECT month, shop_id, CASE month WHEN " + month + " THEN " + units
                                + " ELSE units END AS units FROM %s"),
                Map.of("sale", new TableChange.Within("month", Set.of(month))));
    }

    private record Answer(List<String> names, List<Double> values, Map<String, Integer> ids, List<String> sources) {}

    private Answer ask(String mdx) throws SQLException {
        try (OlapConnection connection = server.connect(ConnectionSettings.of("Shops"));
                OlapStatement statement = connection.createStatement()) {
            var cells = statement.executeOlapQuery(mdx);
            CellBlock block = cells.unwrap(CellBlock.class);
            List<String> names = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            Map<String, Integer> ids = new HashMap<>();
            for (int position = 0; position < block.positionCount(0); position++) {
                names.add(block.memberUniqueName(0, position, 0));
                ids.put(names.getLast(), block.memberId(0, position, 0));
                values.add(block.isEmpty(position) ? null : block.doubleValue(position));
            }
            List<String> sources = cells.unwrap(QueryLoads.class).loads().stream()
                    .map(QueryLoads.Load::source)
                    .toList();
            return new Answer(names, values, ids, sources);
        }
    }
}
