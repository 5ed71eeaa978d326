package org.shapan.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.data.DataVersion;
import org.shapan.warehouse.feed.Feed;
import org.shapan.warehouse.feed.Feeds;
import org.shapan.warehouse.load.LoadException.Code;

/** Loads the province of {@code tiny.sql}, whose numbers are small enough to add up by hand. */
class LoaderTest {

    @TempDir
    Path temporary;

    @RegisterExtension
    final TinyWarehouse warehouse = new TinyWarehouse();

    @Test
    void publishesTheDeliveryAsTheNextVersion() {
        assertThat(warehouse.database().dataVersion()).isEmpty();

        DataVersion first =
                warehouse.loader().load(tiny().write(), Progress.NONE).version();
        LoadResult again = warehouse.loader().load(temporary.resolve("tiny"), Progress.NONE);
        Path raised = new TinyDelivery(temporary.resolve("raised"))
                .with("UPDATE cust_month SET birth_year = 1981")
                .write();
        DataVersion second = warehouse
                .loader()
                .load(raised, LoadOptions.RESTATE, Progress.NONE)
                .version();

        assertThat(again.changed()).as("the same files again").isFalse();
        assertThat(again.version()).isEqualTo(first);
        assertThat(first.version()).isEqualTo(1);
        assertThat(first.asOf()).isEqualTo(LocalDate.of(2010, 3, 31));
        assertThat(first.source()).isEqualTo("tiny");
        assertThat(second.version()).isEqualTo(2);
        assertThat(warehouse.database().dataVersion()).contains(second);
        assertThat(warehouse.value("SELECT sum(fee_gross) FROM f_rev_detail")).isEqualTo("1195.00");
    }

    @Test
    void storesRevenueByFlagAndCohort() {
        warehouse.loader().load(tiny().write(), Progress.NONE);

        assertThat(warehouse.row(
                        "SELECT sum(fee_gross), sum(fee_voice), sum(fee_data), sum(fee_sp), sum(fee_group), sum(msgs_p2p), "
                                + "sum(fee_existing), sum(fee_new), sum(fee_returning), sum(fee_lost_prev), sum(fee_top), "
                                + "count(DISTINCT k_payer) FROM f_rev_detail WHERE k_month = 201002"))
                .containsExactly(
                        "410.00", "282.00", "68.00", "8.00", "60.00", "600", "360.00", "30.00", "0.00", "20.00",
                        "300.00", "4");
        assertThat(warehouse.row(
                        "SELECT sum(fee_returning), sum(fee_lost_prev) FROM f_rev_detail WHERE k_month = 201003"))
                .containsExactly("15.00", "0.00");
    }

    @Test
    void revenueWithoutCustomersIsTheRevenueOfTheCustomers() {
        warehouse.loader().load(tiny().write(), Progress.NONE);

        String sums = "SELECT sum(fee_gross), sum(discount), sum(minutes), sum(fee_lost_prev) FROM ";
        assertThat(warehouse.row(sums + "f_revenue")).isEqualTo(warehouse.row(sums + "f_rev_detail"));
        assertThat(warehouse.value("SELECT sum(rows) FROM f_revenue"))
                .isEqualTo(warehouse.value("SELECT count(*) FROM f_rev_detail"));
    }

    @Test
    void transfersLeaversAndStartRowsStandUnderTheKeysOfTheMonthBefore() {
        warehouse.loader().load(tiny().write(), Progress.NONE);

        String flow =
                "SELECT sum(subs_start), sum(subs_new), sum(subs_back), sum(subs_left), sum(area_in), sum(area_out), "
                        + "sum(subs_end), sum(subs_avg) FROM f_subscriber JOIN d_area_leaf USING (k_leaf) JOIN d_area USING (k_area) "
                        + "WHERE k_month = 201002 AND code = ";
        assertThat(warehouse.row(flow + "'A1'")).containsExactly("2", "0", "0", "1", "0", "0", "1", "1.5");
        assertThat(warehouse.row(flow + "'A2'")).containsExactly("1", "1", "0", "0", "0", "1", "1", "1.0");
        assertThat(warehouse.row(flow + "'A3'")).containsExactly("0", "0", "0", "0", "1", "0", "1", "0.5");
    }

    @Test
    void ownerLeavesPartitionAMicroArea() {
        warehouse.loader().load(tiny().write(), Progress.NONE);

        assertThat(
                        warehouse.rows(
                                "SELECT owner_kind, owner_code, sum(subs_end) FROM f_subscriber JOIN d_area_leaf USING (k_leaf) "
                                        + "JOIN d_area USING (k_area) WHERE k_month = 201003 AND code = 'A1' GROUP BY ALL ORDER BY ALL"))
                .containsExactly("channel|D1|1", "group|G1|1");
        assertThat(warehouse.value("SELECT owner_kind FROM f_subscriber JOIN d_area_leaf USING (k_leaf) "
                        + "WHERE k_month = 201001 AND k_brand = (SELECT k_brand FROM d_brand WHERE code = 'EASYOWN')"))
                .as("a customer won by an electronic channel")
                .isEqualTo("unassigned");
    }

    @Test
    void channelFactsKnowElectronicShareOpenOutletsAndStock() {
        warehouse.loader().load(tiny().write(), Progress.NONE);

        assertThat(warehouse.row(
                        "SELECT sum(transactions), sum(tx_electronic), count(DISTINCT k_active), count(DISTINCT k_releasing) "
                                + "FROM f_channel_day WHERE k_month = 201002"))
                .containsExactly("80", "59", "3", "1");
        assertThat(warehouse.row(
                        "SELECT sum(open_outlet), sum(idle_outlet), sum(depreciation + maintenance + marketing) "
                                + "FROM f_channel_cost WHERE k_month = 201002"))
                .containsExactly("2", "1", "284.00");
        assertThat(warehouse.value("SELECT stock FROM f_channel_stock WHERE k_day = 20100331"))
                .isEqualTo("40");
    }

    @Test
    void spUsersAreDistinctCustomers() {
        warehouse.loader().load(tiny().write(), Progress.NONE);

        assertThat(warehouse.row(
                        "SELECT count(DISTINCT k_customer), count(DISTINCT k_silent), count(DISTINCT k_ceiling), sum(fee), "
                                + "sum(arrears), sum(settlement) FROM f_sp_user WHERE k_month = 201003"))
                .containsExactly("2", "1", "1", "8.00", "0.00", "6.8000");
        assertThat(warehouse.row("SELECT sum(traffic), sum(night) FROM f_sp_hour WHERE k_month = 201001"))
                .containsExactly("70", "70");
    }

    @Test
    void surrogateKeysStayWhenAMemberIsAdded() {
        warehouse.loader().load(tiny().write(), Progress.NONE);
        List<String> before = warehouse.rows("SELECT code, k_brand FROM d_brand ORDER BY code");

        warehouse
                .loader()
                .load(
                        new TinyDelivery(temporary.resolve("more"))
                                .with("INSERT INTO dim_brand VALUES ('AAA', '新品牌', 'New brand')")
                                .write(),
                        LoadOptions.RESTATE,
                        Progress.NONE);

        assertThat(warehouse.rows("SELECT code, k_brand FROM d_brand WHERE code <> 'AAA' ORDER BY code"))
                .isEqualTo(before);
        assertThat(warehouse.value("SELECT k_brand FROM d_brand WHERE code = 'AAA'"))
                .isEqualTo("4");
    }

    @Test
    void readersSeeTheOldOrTheNewVersionAndNothingBetween() throws Exception {
        warehouse.loader().load(tiny().write(), Progress.NONE);
        Path raised = new TinyDelivery(temporary.resolve("raised"))
                .with("UPDATE rev_item SET fee = fee + 1")
                .with("DELETE FROM expected_totals")
                .write();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        AtomicBoolean loaded = new AtomicBoolean();
        Thread reader = Thread.ofVirtual().start(() -> {
            while (!loaded.get()) {
                seen.add(warehouse.value(
                        "SELECT (SELECT max(version) FROM data_version), (SELECT sum(fee_gross) FROM f_rev_detail), "
                                + "(SELECT count(*) FROM d_area)"));
            }
        });

        warehouse.loader().load(raised, LoadOptions.RESTATE, Progress.NONE);
        loaded.set(true);
        reader.join();

        assertThat(seen).contains("1|1195.00|4").isSubsetOf("1|1195.00|4", "2|1220.00|4");
        assertThat(warehouse.value("SELECT sum(fee_gross) FROM f_rev_detail")).isEqualTo("1220.00");
    }

    @Test
    void reportsProgressThatReachesItsTotal() {
        List<String> phases = new ArrayList<>();
        List<Long> left = new ArrayList<>();

        warehouse.loader().load(tiny().write(), (phase, done, total) -> {
            if (phases.isEmpty() || !phases.getLast().equals(phase)) {
                phases.add(phase);
                left.add(0L);
            }
            left.set(left.size() - 1, total - done);
        });

        assertThat(phases).startsWith("verify", "load").endsWith("publish");
        assertThat(left.getFirst()).isZero();
        assertThat(left.getLast()).isZero();
    }

    @Test
    void optionalFeedsMayBeAbsent() {
        LoadResult result =
                warehouse.loader().load(tiny().withoutOptionalFeeds().write(), Progress.NONE);

        assertThat(result.absentFeeds())
                .isEqualTo(Feeds.ALL.stream()
                        .filter(Feed::optional)
                        .map(Feed::name)
                        .toList());
    }

    @Test
    void refusesAFileThatIsNotTheOneOfTheManifest() throws IOException {
        Path delivery = tiny().write();
        Files.write(delivery.resolve("dim_brand.parquet"), new byte[] {1, 2, 3});

        LoadException refused = refused(delivery);

        assertThat(refused.code()).isEqualTo(Code.CHECKSUM);
        assertThat(refused.file()).isEqualTo("dim_brand.parquet");
    }

    @Test
    void refusesAMissingFileAndAMissingManifest() throws IOException {
        Path delivery = tiny().write();
        Files.delete(delivery.resolve("rev_item-201002.parquet"));
        assertThat(refused(delivery).code()).isEqualTo(Code.FILE_MISSING);

        Files.delete(delivery.resolve("manifest.json"));
        assertThat(refused(delivery).code()).isEqualTo(Code.MANIFEST_MISSING);
    }

    @Test
    void refusesAnUnknownKeyAndNamesIt() {
        LoadException refused = refused(tiny().with("UPDATE cust_month SET area = 'A9' WHERE number = 20000000002")
                .write());

        assertThat(refused.code()).isEqualTo(Code.UNKNOWN_KEY);
        assertThat(refused.feed()).isEqualTo("cust_month");
        assertThat(refused.column()).isEqualTo("area");
        assertThat(refused).hasMessageContaining("'A9'");
    }

    @Test
    void refusesRevenueOfACustomerWhoIsNotThere() {
        LoadException refused =
                refused(tiny().with("UPDATE rev_item SET number = 29999999999 WHERE number = 20000000005")
                        .write());

        assertThat(refused.code()).isEqualTo(Code.UNKNOWN_KEY);
        assertThat(refused.column()).isEqualTo("number");
    }

    @Test
    void refusesARowThatIsThereTwice() {
        LoadException refused = refused(tiny().with("INSERT INTO sp_user SELECT * FROM sp_user WHERE month = 201001")
                .write());

        assertThat(refused.code()).isEqualTo(Code.DUPLICATE_ROW);
        assertThat(refused.file()).isEqualTo("sp_user-201001.parquet");
    }

    @Test
    void refusesAMissingValue() {
        LoadException refused = refused(tiny().with("UPDATE dim_area SET city_zh = NULL WHERE area = 'A2'")
                .write());

        assertThat(refused.code()).isEqualTo(Code.NULL_VALUE);
        assertThat(refused.column()).isEqualTo("city_zh");
    }

    @Test
    void refusesAColumnOfAnotherType() {
        LoadException refused = refused(
                tiny().with("ALTER TABLE rev_item ALTER fee TYPE DOUBLE").write());

        assertThat(refused.code()).isEqualTo(Code.COLUMN);
        assertThat(refused.column()).isEqualTo("fee");
        assertThat(refused.remedy()).contains("DECIMAL(18,2)");
    }

    @Test
    void refusesFactsThatDoNotMeetTheLedger() {
        LoadException refused =
                refused(tiny().with("UPDATE rev_item SET fee = fee + 0.01 WHERE service = 'S35' AND month = 201003")
                        .write());

        assertThat(refused.code()).isEqualTo(Code.RECONCILIATION);
        assertThat(refused).hasMessageContaining("201003").hasMessageContaining("60.01");
    }

    @Test
    void refusesABrokenSubscriberIdentity() {
        LoadException refused = refused(tiny().with("UPDATE cust_month SET is_left = false WHERE is_left")
                .write());

        assertThat(refused.code()).isEqualTo(Code.RECONCILIATION);
        assertThat(refused.column()).isEqualTo("is_end");
        assertThat(refused).hasMessageContaining("area A1");
    }

    @Test
    void anInterruptEndsTheLoad() {
        Path delivery = tiny().with("UPDATE cust_month SET birth_year = 1981").write();

        Thread.currentThread().interrupt();
        LoadException refused = refused(delivery);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(refused.code()).isEqualTo(Code.CANCELLED);
    }

    @Test
    void leavesNothingInStaging() throws IOException {
        warehouse.loader().load(tiny().write(), Progress.NONE);
        refused(new TinyDelivery(temporary.resolve("bad"))
                .with("UPDATE cust_month SET plan = 'P99'")
                .write());

        try (Stream<Path> left = Files.list(warehouse.data().staging())) {
            assertThat(left).isEmpty();
        }
    }

    /** Loads the good province, then a bad one: it must be refused and leave the good one as it is. */
    private LoadException refused(Path delivery) {
        boolean interrupted = Thread.interrupted();
        Path good = temporary.resolve("good");
        if (!Files.exists(good)) {
            warehouse.loader().load(new TinyDelivery(good).write(), Progress.NONE);
        }
        long version = warehouse.database().dataVersion().orElseThrow().version();
        List<String> facts = warehouse.everything();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }

        LoadException refused = catchThrowableOfType(
                LoadException.class, () -> warehouse.loader().load(delivery, LoadOptions.RESTATE, Progress.NONE));

        assertThat(refused).isNotNull();
        assertThat(refused.remedy()).isNotBlank();
        assertThat(warehouse.database().dataVersion().orElseThrow().version()).isEqualTo(version);
        assertThat(warehouse.everything()).isEqualTo(facts);
        return refused;
    }

    private TinyDelivery tiny() {
        return new TinyDelivery(temporary.resolve("tiny"));
    }
}
