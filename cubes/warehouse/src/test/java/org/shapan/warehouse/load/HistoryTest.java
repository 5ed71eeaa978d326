package org.shapan.warehouse.load;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.olap4j.CellSet;
import org.olap4j.OlapConnection;
import org.shapan.engine.ConnectionSettings;
import org.shapan.engine.CubeServer;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.catalog.TelecomCatalog;

/** Micro areas, channels and groups that change from delivery to delivery (M12). */
class HistoryTest {

    private static final String NANPING_TO_DOUMEN =
            "UPDATE dim_area SET branch = 'B2', branch_zh = '斗门', branch_en = 'Doumen' WHERE area = 'A2'";
    private static final String REVENUE = """
            SELECT k_month, branch_en, sum(fee_gross) FROM f_rev_detail JOIN d_area_leaf USING (k_leaf) JOIN d_area USING (k_area)
            WHERE code = 'A2' AND fee_gross <> 0 GROUP BY ALL ORDER BY 1, 2""";

    @RegisterExtension
    final TinyWarehouse warehouse = new TinyWarehouse();

    @Test
    void oldMonthsKeepTheirPathAndNewMonthsGetTheirs() {
        warehouse.load(months("first", 201001, 201002).write());
        warehouse.load(months("moved", 201003, 201003).with(NANPING_TO_DOUMEN).write());

        assertThat(warehouse.rows(REVENUE))
                .containsExactly("201001|Xiangzhou|60.00", "201002|Xiangzhou|30.00", "201003|Doumen|30.00");
        assertThat(warehouse.rows(
                        "SELECT valid_from, valid_to, branch_en FROM d_area_version v JOIN d_area USING (k_area) "
                                + "WHERE v.code = 'A2' ORDER BY 1"))
                .containsExactly("0|201002|Xiangzhou", "201003|null|Doumen");
        assertThat(warehouse.rows(
                        "SELECT k_month, branch_en, sum(subs_start), sum(area_in), sum(area_out), sum(subs_end) "
                                + "FROM f_subscriber JOIN d_area_leaf USING (k_leaf) JOIN d_area USING (k_area) "
                                + "WHERE code = 'A2' AND k_month = 201003 GROUP BY ALL ORDER BY 2"))
                .containsExactly("201003|Doumen|0|1|0|1", "201003|Xiangzhou|1|0|1|0");
    }

    @Test
    void asItIsTodayAllMonthsStandUnderTheNewPath() {
        warehouse.load(months("first", 201001, 201002).write());
        warehouse.load(months("moved", 201003, 201003).with(NANPING_TO_DOUMEN).write());

        assertThat(warehouse.rows("""
                        SELECT t.branch_en, sum(fee_gross) FROM f_rev_detail JOIN d_area_leaf USING (k_leaf)
                        JOIN d_area_today t USING (k_area) WHERE t.code = 'A2' GROUP BY ALL""")).containsExactly("Doumen|120.00");
        assertThat(warehouse.rows("SELECT k_area FROM d_area EXCEPT SELECT k_area FROM d_area_today"))
                .isEmpty();
    }

    @Test
    void aRestatedMonthTakesThePathOfItsTime() {
        warehouse.load(months("first", 201001, 201002).write());
        warehouse.load(months("moved", 201003, 201003).with(NANPING_TO_DOUMEN).write());
        var before = warehouse.rows(REVENUE);

        warehouse.restate(months("again", 201002, 201002).withoutDimensions().write());

        assertThat(warehouse.rows(REVENUE)).isEqualTo(before);
    }

    @Test
    void anAreaThatComesBackIsTheMemberItWas() {
        warehouse.load(months("first", 201001, 201001).write());
        warehouse.load(months("moved", 201002, 201002).with(NANPING_TO_DOUMEN).write());
        warehouse.load(months("back", 201003, 201003).write());

        assertThat(warehouse.rows(REVENUE))
                .containsExactly("201001|Xiangzhou|60.00", "201002|Doumen|30.00", "201003|Xiangzhou|30.00");
        assertThat(warehouse.value("SELECT count(*) FROM d_area WHERE code = 'A2'"))
                .isEqualTo("2");
        assertThat(warehouse.value("SELECT count(*) FROM d_area_version WHERE code = 'A2'"))
                .isEqualTo("3");
    }

    @Test
    void aNewOwnerMakesAVersionAndNoMember() {
        warehouse.load(months("first", 201001, 201002).write());
        warehouse.load(months("owner", 201003, 201003)
                .with("UPDATE dim_area SET owner_post = 'P9', owner_name_en = 'Sun Jiu' WHERE area = 'A1'")
                .write());

        assertThat(warehouse.rows(
                        "SELECT valid_from, valid_to, owner_post FROM d_area_version WHERE code = 'A1' ORDER BY 1"))
                .containsExactly("0|201002|P1", "201003|null|P9");
        assertThat(warehouse.rows("SELECT owner_post, owner_en FROM d_area WHERE code = 'A1'"))
                .containsExactly("P9|Sun Jiu");
    }

    @Test
    void aChannelThatMovesTakesItsNewMonthsAlong() {
        warehouse.load(months("first", 201001, 201002).write());
        warehouse.load(months("moved", 201003, 201003)
                .with("UPDATE dim_channel SET area = 'A3' WHERE channel = 'H1'")
                .write());

        String stock =
                "SELECT k_month, a.code, count(*) FROM f_channel_stock JOIN d_area a USING (k_area) GROUP BY ALL ORDER BY 1";
        assertThat(warehouse.rows(stock)).containsExactly("201001|A2|2", "201002|A2|1", "201003|A3|1");
        warehouse.restate(months("again", 201001, 201003).withoutDimensions().write());
        assertThat(warehouse.rows(stock)).containsExactly("201001|A2|2", "201002|A2|1", "201003|A3|1");
        assertThat(warehouse.value("SELECT count(*) FROM d_channel WHERE code = 'H1'"))
                .isEqualTo("1");
    }

    @Test
    void aRepairedMonthTakesThePathOfItsTime() {
        warehouse.load(months("first", 201001, 201001).write());
        warehouse
                .loader()
                .load(
                        months("unknown", 201002, 201002)
                                .with("UPDATE cust_month SET plan = 'P9' WHERE number = 20000000004")
                                .write(),
                        new LoadOptions(false, 0.001, 1),
                        Progress.NONE);

        LoadResult repair = warehouse.load(months("moved", 201003, 201003)
                .with(NANPING_TO_DOUMEN)
                .with("INSERT INTO dim_plan VALUES ('P9', '套餐88', 'Plan 88', 'voice', '语音', 'Voice', 88.00)")
                .write());

        assertThat(repair.repairedRows()).isEqualTo(1);
        assertThat(warehouse.rows(REVENUE))
                .containsExactly("201001|Xiangzhou|60.00", "201002|Xiangzhou|30.00", "201003|Doumen|30.00");
    }

    @Test
    void theCubesShowTheAreaOfTheTimeAndTheAreaOfToday(@TempDir Path catalog) throws Exception {
        warehouse.load(months("first", 201001, 201002).write());
        warehouse.load(months("moved", 201003, 201003).with(NANPING_TO_DOUMEN).write());
        CubeServer server = CubeServer.builder(warehouse.database().dataSource())
                .versions(warehouse.database().versions())
                .build();
        server.load(TelecomCatalog.NAME, TelecomCatalog.writeTo(catalog));

        assertThat(cells(server, "[Measures].[Gross revenue]", "[Area].[Managed].[Branch]", "Revenue"))
                .isEqualTo("Xiangzhou 1045, Doumen 150");
        assertThat(cells(server, "[Measures].[Gross revenue]", "[Area today].[Branch]", "Revenue"))
                .isEqualTo("Xiangzhou 955, Doumen 240");
        assertThat(cells(server, "[Measures].[Gross revenue]", "[Area today].[Micro area]", "Operations"))
                .isEqualTo("Gongbei 955, Jing'an 120, Nanping 120");
        assertThat(cells(server, "[Measures].[Gross revenue]", "[Area today].[Owner]", "Revenue"))
                .contains("Nanping hall");
        assertThat(cells(server, "[Measures].[Transactions]", "[Area].[Managed].[Micro area]", "Channel Activity"))
                .isEqualTo("Not located 179, Gongbei 1, Nanping 30");
        assertThat(cells(server, "[Measures].[Transactions]", "[Area today].[Branch]", "Channel Activity"))
                .isEqualTo("Not located 179, Xiangzhou 1, Doumen 30");
    }

    private static String cells(CubeServer server, String measure, String level, String cube) throws SQLException {
        String mdx = "SELECT {%s} ON COLUMNS, NON EMPTY %s.Members ON ROWS FROM [%s]".formatted(measure, level, cube);
        try (OlapConnection connection = server.connect(ConnectionSettings.of(TelecomCatalog.NAME));
                CellSet found = connection.createStatement().executeOlapQuery(mdx)) {
            return found.getAxes().get(1).getPositions().stream()
                    .map(row -> row.getMembers().getFirst().getCaption() + " "
                            + Math.round(((Number) found.getCell(List.of(0, row.getOrdinal()))
                                            .getValue())
                                    .doubleValue()))
                    .collect(joining(", "));
        }
    }

    private TinyDelivery months(String name, int first, int last) {
        return warehouse.delivery(name).months(first, last);
    }
}
