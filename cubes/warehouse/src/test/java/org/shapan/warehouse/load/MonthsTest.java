package org.shapan.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shapan.engine.api.DataVersions;
import org.shapan.engine.api.TableChange;
import org.shapan.warehouse.load.LoadException.Code;

/** Deliveries of some months only. */
class MonthsTest {

    @RegisterExtension
    final TinyWarehouse warehouse = new TinyWarehouse();

    @Test
    void monthsOneAfterAnotherMakeWhatOneDeliveryMakes() {
        warehouse.load(months("january", 201001, 201001).write());
        warehouse.load(months("february", 201002, 201002).write());
        warehouse.load(months("march", 201003, 201003).write());
        List<String> oneByOne = facts();

        warehouse.restate(warehouse.delivery("all").write());

        assertThat(facts()).isEqualTo(oneByOne);
        assertThat(oneByOne).anyMatch(line -> line.startsWith("f_rev_detail") && line.endsWith("|26"));
    }

    @Test
    void aRestatedMonthReplacesItAndNothingElse() {
        warehouse.load(warehouse.delivery("all").write());
        String january = "SELECT sum(hash(f)) FROM f_sub_detail f WHERE k_month = 201001";
        String before = warehouse.value(january);

        LoadResult result = warehouse.restate(months("march", 201003, 201003)
                .with("UPDATE cust_month SET birth_year = 1950 WHERE number = 20000000005")
                .write());

        assertThat(result.version().version()).isEqualTo(2);
        assertThat(warehouse.value(january)).isEqualTo(before);
        assertThat(warehouse.rows("SELECT DISTINCT age_en FROM f_sub_detail JOIN d_age USING (k_age) "
                        + "WHERE k_customer = 20000000005"))
                .containsExactly("Over 55");
        DataVersions.Pin pin = warehouse.database().versions().pin(2);
        pin.close();
    }

    @Test
    void aClosedMonthIsRefusedAndAProvisionalOneIsNot() {
        warehouse.load(warehouse.delivery("all").provisional().write());
        assertThat(warehouse.rows("SELECT k_month FROM d_month WHERE NOT closed"))
                .containsExactly("201003");

        LoadResult again = warehouse.load(months("march", 201003, 201003)
                .with("UPDATE cust_month SET birth_year = 1950")
                .write());
        LoadException refused = refused(months("once-more", 201003, 201003)
                .with("UPDATE cust_month SET birth_year = 1960")
                .write());

        assertThat(again.changed()).isTrue();
        assertThat(warehouse.rows("SELECT k_month FROM d_month WHERE NOT closed"))
                .isEmpty();
        assertThat(refused.code()).isEqualTo(Code.PERIOD_CLOSED);
        assertThat(refused.remedy()).contains("--restate");
    }

    @Test
    void aGapIsRefused() {
        warehouse.load(months("january", 201001, 201001).write());

        LoadException refused = refused(months("march", 201003, 201003).write());

        assertThat(refused.code()).isEqualTo(Code.FILE_MISSING);
    }

    @Test
    void aRestatedMonthMustFitToTheMonthAfter() {
        warehouse.load(warehouse.delivery("all").write());

        LoadException fee = refusedRestatement(months("fee", 201001, 201001)
                .with("UPDATE rev_item SET fee = 21 WHERE number = 20000000003 AND month = 201001")
                .with("DELETE FROM expected_totals"));
        LoadException end = refusedRestatement(months("end", 201001, 201001)
                .with("UPDATE cust_month SET area = 'A3' WHERE number = 20000000002 AND month = 201001"));

        assertThat(fee.code()).isEqualTo(Code.RECONCILIATION);
        assertThat(fee).hasMessageContaining("201002").hasMessageContaining("21.00");
        assertThat(end.code()).isEqualTo(Code.RECONCILIATION);
        assertThat(end).hasMessageContaining("201002");
    }

    @Test
    void dimensionsMayBeLeftOutAndMembersStay() {
        warehouse.load(months("january", 201001, 201001).write());
        List<String> areas = warehouse.rows("SELECT code, k_area, area_zh FROM d_area ORDER BY 1");

        warehouse.load(months("february", 201002, 201002).withoutDimensions().write());

        assertThat(warehouse.rows("SELECT code, k_area, area_zh FROM d_area ORDER BY 1"))
                .isEqualTo(areas);
        assertThat(warehouse.value("SELECT count(*) FROM f_target")).isEqualTo("1");
    }

    @Test
    void aVersionTellsWhatChanged() {
        warehouse.load(months("january", 201001, 201001).write());
        DataVersions versions = warehouse.database().versions();
        DataVersions.Pin first = versions.pin(1);

        warehouse.load(months("february", 201002, 201002)
                .with("INSERT INTO dim_brand VALUES ('AAA', '新品牌', 'New brand')")
                .write());

        assertThat(versions.newest()).isEqualTo(2);
        assertThat(versions.change("f_rev_detail", 1, 2)).isEqualTo(new TableChange.Within("k_month", Set.of(201002)));
        assertThat(versions.change("d_brand", 1, 2)).isEqualTo(new TableChange.RowsAdded());
        assertThat(versions.change("d_service", 1, 2)).isEqualTo(new TableChange.Unchanged());
        String sum = "SELECT sum(fee_gross) FROM ";
        assertThat(warehouse.value(sum + versions.table(1, "f_rev_detail"))).isEqualTo("380.00");
        assertThat(warehouse.value(sum + versions.table(2, "f_rev_detail"))).isEqualTo("790.00");
        first.close();
    }

    @Test
    void tablesGoWithTheirLastReader() {
        String tables = "SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'part'";
        warehouse.load(months("january", 201001, 201001).write());
        DataVersions versions = warehouse.database().versions();
        DataVersions.Pin first = versions.pin(1);
        DataVersions.Pin again = versions.pin(1);
        warehouse.load(months("february", 201002, 201002).write());
        int both = Integer.parseInt(warehouse.value(tables));

        first.close();
        assertThat(warehouse.value(tables)).isEqualTo(String.valueOf(both));
        again.close();

        assertThat(Integer.parseInt(warehouse.value(tables))).isLessThan(both);
        assertThat(warehouse.rows("SELECT DISTINCT version FROM version_partition"))
                .containsExactly("2");
        assertThat(versions.table(1, "f_rev_detail")).isEqualTo("f_rev_detail");
        warehouse.reopen();
        assertThat(warehouse.value("SELECT sum(fee_gross) FROM f_rev_detail")).isEqualTo("790.00");
    }

    private List<String> facts() {
        return warehouse.everything().stream()
                .filter(table -> table.startsWith("f_"))
                .toList();
    }

    private TinyDelivery months(String name, int first, int last) {
        return warehouse.delivery(name).months(first, last);
    }

    private LoadException refusedRestatement(TinyDelivery delivery) {
        Path directory = delivery.write();
        return catchThrowableOfType(LoadException.class, () -> warehouse.restate(directory));
    }

    private LoadException refused(Path delivery) {
        return catchThrowableOfType(LoadException.class, () -> warehouse.load(delivery));
    }
}
