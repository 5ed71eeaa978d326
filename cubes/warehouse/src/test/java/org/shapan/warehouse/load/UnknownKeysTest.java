package org.shapan.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.load.LoadException.Code;

/** Facts that come before the rows of their dimensions. */
class UnknownKeysTest {

    private static final LoadOptions ANY = new LoadOptions(false, 0.001, 1);
    private static final String SHOP = "DELETE FROM dim_channel WHERE channel = 'D1'";

    @RegisterExtension
    final TinyWarehouse warehouse = new TinyWarehouse();

    @Test
    void factsStandUnderAnUnknownMemberWithTheirOwnKey() {
        String total = "SELECT sum(fee_gross) FROM f_rev_detail";

        LoadResult result = load(warehouse.delivery("all").with(SHOP));

        assertThat(warehouse.value(total)).isEqualTo("1195.00");
        assertThat(result.unknownRows()).isEqualTo(Map.of("channel", 10L));
        assertThat(result.badCounts()).isEmpty();
        assertThat(warehouse.rows("""
                        SELECT d_channel.code, channel_en, channel_zh, class_en, class_zh, sum(fee_gross) FROM f_rev_detail
                        JOIN d_channel USING (k_channel) JOIN d_channel_type USING (k_channel_type) WHERE k_class = -1 GROUP BY ALL""")).containsExactly("D1|Unknown D1|未知 D1|Unknown|未知|75.00");
        assertThat(warehouse.rows("SELECT DISTINCT area_en, area_zh FROM f_channel_day JOIN d_area USING (k_area) "
                        + "JOIN d_channel USING (k_channel) WHERE d_channel.code = 'D1'"))
                .containsExactly("Unknown|未知");
    }

    @Test
    void everyDimensionThatMayComeLateKeepsTheTotals() {
        warehouse.load(warehouse.delivery("known").months(201001, 201001).write());
        LoadResult result = load(warehouse
                .delivery("unknown")
                .months(201002, 201003)
                .with("UPDATE cust_month SET area = 'A9' WHERE number = 20000000005")
                .with("UPDATE cust_month SET plan = 'P9' WHERE number = 20000000004")
                .with("UPDATE cust_month SET group_code = 'G9' WHERE number = 20000000004 AND month = 201003")
                .with("UPDATE sp_user SET sp_code = 'SP9' WHERE sp_code = 'SP01-2'")
                .with("UPDATE sp_hour SET sp_code = 'SP9' WHERE sp_code = 'SP01-2'")
                .with("UPDATE arrears SET sp_code = 'SP9' WHERE sp_code = 'SP01-2'")
                .with("UPDATE expected_totals SET item = 'SP9' WHERE item = 'SP01-2'")
                .with("UPDATE number_state SET batch = 'B9' WHERE month = 201003"));

        assertThat(warehouse.value("SELECT sum(fee_gross) FROM f_rev_detail")).isEqualTo("1195.00");
        assertThat(result.unknownRows().keySet())
                .containsExactlyInAnyOrder("area", "plan", "group", "sp_code", "batch");
        assertThat(warehouse.rows("""
                        SELECT area_en, branch_en, city_zh, leaf_en, plan_en, sum(fee_gross)
                        FROM f_rev_detail JOIN d_area_leaf USING (k_leaf) JOIN d_area USING (k_area) JOIN d_plan USING (k_plan)
                        WHERE k_month = 201003 AND (k_branch = -1 OR d_plan.k_class = -1) GROUP BY ALL ORDER BY ALL"""))
                .containsExactly(
                        "Nanping|Xiangzhou|珠海|Unknown G9|Unknown P9|30.00",
                        "Unknown A9|Unknown|未知|Gongbei shop|Plan 58|15.00");
        assertThat(warehouse.value(
                        "SELECT sum(u.fee) FROM f_sp_user u JOIN d_sp_code USING (k_sp_code) WHERE k_company = -1"))
                .isEqualTo("7.00");
    }

    @Test
    void whatArrivesLaterRepairsTheMonthsBefore() throws IOException {
        warehouse.load(warehouse.delivery("all").write());
        List<String> inTime = facts();
        warehouse.close();
        try (Stream<Path> files = Files.walk(warehouse.data().root())) {
            files.filter(file -> file.getFileName().toString().startsWith("warehouse"))
                    .forEach(file -> file.toFile().delete());
        }
        warehouse.open();

        load(warehouse.delivery("january").months(201001, 201001).with(SHOP));
        load(warehouse.delivery("february").months(201002, 201002).withoutDimensions());
        assertThat(warehouse.value(
                        "SELECT owner_kind FROM f_subscriber JOIN d_area_leaf USING (k_leaf) WHERE subs_new > 0"))
                .isEqualTo("unassigned");
        assertThat(kept()).isNotZero();
        warehouse.reopen();
        LoadResult repair = warehouse.load(
                warehouse.delivery("march").months(201003, 201003).write());

        assertThat(repair.repairedRows()).isEqualTo(7);
        assertThat(repair.unknownRows()).isEmpty();
        assertThat(facts()).isEqualTo(inTime);
        assertThat(warehouse.value("SELECT count(*) FROM d_channel WHERE channel_en LIKE 'Unknown%'"))
                .isEqualTo("0");
        assertThat(warehouse.value("SELECT count(*) FROM d_area WHERE k_area = -1"))
                .isEqualTo("0");
        assertThat(kept()).isZero();
    }

    @Test
    void aDimensionAloneWithAClosedMonthRepairsWhatFollows() {
        load(warehouse.delivery("all").with(SHOP));

        LoadException gap = catchThrowableOfType(
                LoadException.class,
                () -> warehouse.restate(warehouse
                        .delivery("early")
                        .months(201001, 201001)
                        .with("UPDATE cust_month SET plan = 'P9' WHERE month = 201001")
                        .write()));
        LoadResult repair = warehouse.restate(
                warehouse.delivery("last").months(201003, 201003).write());

        assertThat(gap.code()).isEqualTo(Code.UNKNOWN_KEY);
        assertThat(repair.repairedRows()).isEqualTo(10);
        assertThat(warehouse.value(
                        "SELECT count(*) FROM f_sub_detail JOIN d_channel USING (k_channel) WHERE k_channel_type = -1"))
                .isEqualTo("0");
    }

    @Test
    void aRestatedMonthThatCorrectsTheKeyForgetsIt() {
        String wrong = "UPDATE cust_month SET plan = 'P9' WHERE number = 20000000005";
        load(warehouse.delivery("wrong").with(wrong));

        warehouse.restate(warehouse
                .delivery("right")
                .months(201003, 201003)
                .withoutDimensions()
                .write());

        assertThat(warehouse.rows("SELECT code FROM d_plan")).containsExactly("P01");
        assertThat(kept()).isZero();
    }

    @Test
    void tooManyOrBeforeTheEndAreRefused() {
        LoadException many = refused(warehouse.delivery("many").with(SHOP), LoadOptions.DEFAULT);
        warehouse.load(warehouse.delivery("all").write());
        LoadException between = refused(
                warehouse
                        .delivery("between")
                        .months(201002, 201002)
                        .with("UPDATE cust_month SET plan = 'P9' WHERE month = 201002"),
                new LoadOptions(true, 0.001, 1));
        LoadException brand = refused(
                warehouse.delivery("brand").with("UPDATE cust_month SET brand = 'X' WHERE month = 201003"),
                new LoadOptions(true, 0.001, 1));

        assertThat(List.of(many, between, brand)).allMatch(e -> e.code() == Code.UNKNOWN_KEY);
        assertThat(many).hasMessageContaining("'D1'");
        assertThat(many.remedy()).contains("dim_channel");
        assertThat(kept()).isZero();
    }

    private LoadResult load(TinyDelivery delivery) {
        return warehouse.loader().load(delivery.write(), ANY, Progress.NONE);
    }

    private LoadException refused(TinyDelivery delivery, LoadOptions options) {
        Path directory = delivery.write();
        return catchThrowableOfType(
                LoadException.class, () -> warehouse.loader().load(directory, options, Progress.NONE));
    }

    /** Facts by the codes of their members: surrogate keys depend on the order in which members came. */
    private List<String> facts() {
        return warehouse.rows("""
                SELECT 'revenue' AS fact, k_month, l.owner_kind, l.owner_code, a.code, c.code, sum(fee_gross), sum(fee_lost_prev)
                FROM f_rev_detail JOIN d_area_leaf l USING (k_leaf) JOIN d_area a USING (k_area) JOIN d_channel c USING (k_channel) GROUP BY ALL
                UNION ALL
                SELECT 'subscriber', k_month, l.owner_kind, l.owner_code, a.code, c.code, sum(subs_start), sum(subs_end)
                FROM f_subscriber JOIN d_area_leaf l USING (k_leaf) JOIN d_area a USING (k_area) JOIN d_channel c USING (k_channel) GROUP BY ALL
                UNION ALL
                SELECT 'day', k_month, '', '', a.code, c.code, sum(f.attempts), sum(f.tx_electronic)
                FROM f_channel_day f JOIN d_area a USING (k_area) JOIN d_channel c USING (k_channel) GROUP BY ALL
                UNION ALL
                SELECT 'number', k_month, '', '', a.code, c.code, count(*), 0
                FROM f_number_flow JOIN d_area a USING (k_area) JOIN d_channel c USING (k_channel) GROUP BY ALL
                UNION ALL
                SELECT 'check', k_month, '', '', a.code, c.code, sum(new_6m), sum(at_channel)
                FROM f_number_check JOIN d_area a USING (k_area) JOIN d_channel c USING (k_channel) GROUP BY ALL
                UNION ALL
                SELECT 'social', k_month, '', '', a.code, c.code, sum(score), sum(contribution)
                FROM f_social_month JOIN d_area a USING (k_area) JOIN d_channel c USING (k_channel) GROUP BY ALL
                UNION ALL
                SELECT 'arrears', k_month, l.owner_kind, l.owner_code, a.code, c.code, sum(balance), sum(recovered)
                FROM f_arrears JOIN d_area_leaf l USING (k_leaf) JOIN d_area a USING (k_area) JOIN d_channel c USING (k_channel) GROUP BY ALL
                ORDER BY ALL""");
    }

    private long kept() {
        try (Stream<Path> files = Files.list(warehouse.data().kept())) {
            return files.count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
