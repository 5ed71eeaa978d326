package org.shapan.warehouse.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.feed.Profile;

/**
 * How near the clean province comes to the statistics asked for (domain §9.3, §9.4, §9.7). Runs on profile {@code ci} with
 * wide tolerances; {@code -Dshapan.generator.profile=demo} runs it on the demo profile with those of §9.7.
 */
class GeneratorStatisticsTest {

    private static final Profile PROFILE =
            Profile.named(System.getProperty("shapan.generator.profile", Profile.CI.key()));
    private static final boolean SMALL = PROFILE == Profile.CI;
    private static final String QUARTER = " WHERE month BETWEEN 201001 AND 201003";

    @TempDir
    static Path directory;

    private static Extracts extracts;

    @BeforeAll
    static void generate() throws Exception {
        Generator.generate(
                new GeneratorOptions(PROFILE, GeneratorOptions.DEFAULT_SEED, directory, true, 2), Progress.NONE);
        extracts = new Extracts(directory);
    }

    @AfterAll
    static void close() throws SQLException {
        extracts.close();
    }

    private static double tolerance(double demo, double ci) {
        return SMALL ? ci : demo;
    }

    /** G-03. */
    @Test
    void arpuOfTheLastQuarterIsTheTarget() throws Exception {
        String arpu = "SELECT sum(fee) * 2 / sum(is_start::INT + is_end::INT) FROM cust_month";

        assertThat(extracts.number(arpu + QUARTER)).isCloseTo(68.9, within(0.5));
        assertThat(extracts.number(arpu + " JOIN dim_area USING (area)" + QUARTER + " AND city_zh = '珠海'"))
                .isCloseTo(81.3, within(1.0));
    }

    /** G-02. */
    @Test
    void topThirdHoldsSeventyTwoPercentOfRevenue() throws Exception {
        for (int month : new int[] {200903, 201003}) {
            assertThat(extracts.number(
                            "SELECT sum(fee) FILTER (WHERE top_32) / sum(fee) FROM cust_month WHERE month = " + month))
                    .as(String.valueOf(month))
                    .isCloseTo(0.72, within(tolerance(0.005, 0.025)));
            assertThat(extracts.number("SELECT avg(top_32::INT) FROM cust_month WHERE is_end AND month = " + month))
                    .isCloseTo(0.32, within(0.001));
        }
    }

    /** G-04, of customers whose three months are whole ones: a month of activation is billed in part only. */
    @Test
    void highValueSharesAreThoseOfTheModel() throws Exception {
        String share =
                "SELECT avg((arpu3 >= %d)::INT) FROM cust_month WHERE is_end AND month = 201003 AND tenure_months > 3";

        assertThat(extracts.number(share.formatted(80))).isCloseTo(0.256, within(tolerance(0.015, 0.03)));
        assertThat(extracts.number(share.formatted(120))).isCloseTo(0.147, within(tolerance(0.015, 0.03)));
        assertThat(extracts.number(share.formatted(300))).isCloseTo(0.028, within(tolerance(0.015, 0.015)));
    }

    @Test
    void brandsHaveTheirMixAndChurn() throws Exception {
        for (int b = 0; b < Brands.COUNT; b++) {
            String ofBrand = " AND brand = '" + Brands.CODES.get(b) + "'";
            assertThat(extracts.number("SELECT count(*) FROM cust_month WHERE is_end AND month = 201003" + ofBrand)
                            / PROFILE.customers())
                    .as(Brands.EN.get(b))
                    .isCloseTo(Brands.MIX[b], within(tolerance(0.015, 0.03)));
            assertThat(extracts.number("SELECT sum(is_left::INT) * 2.0 / sum(is_start::INT + is_end::INT)"
                            + " FROM cust_month WHERE month > 200712" + ofBrand))
                    .as(Brands.EN.get(b))
                    .isCloseTo(Brands.CHURN[b], within(tolerance(0.001, 0.003)));
        }
    }

    /** G-11: activated in 2009-06, still in net in 2009-09. */
    @Test
    void sixInSevenNewNumbersAreInNetThreeMonthsLater() throws Exception {
        double rate = extracts.number("""
                SELECT count(*) FILTER (WHERE b.is_end) / count(*) FROM cust_month a
                LEFT JOIN cust_month b ON a.number = b.number AND b.month = 200909
                WHERE a.is_new AND a.month = 200906""");

        assertThat(rate).isCloseTo(0.85, within(tolerance(0.03, 0.08)));
    }

    @Test
    void itemsHaveTheirSharesAtBothEnds() throws Exception {
        assertThat(share("voice", 200801)).isCloseTo(0.66, within(0.015));
        assertThat(share("voice", 201003)).isCloseTo(0.60, within(0.02));
        assertThat(share("data", 200801)).isCloseTo(0.04, within(0.01));
        assertThat(share("data", 201003)).isCloseTo(0.07, within(0.01));
        assertThat(share("own", 201003)).isCloseTo(0.09, within(0.01));
        assertThat(share("group", 200801)).isCloseTo(0.06, within(0.01));
        assertThat(share("group", 201003)).isCloseTo(0.08, within(0.01));
        assertThat(share("monternet", 200801)).isCloseTo(0.04, within(tolerance(0.005, 0.012)));
        assertThat(share("monternet", 201003)).isCloseTo(0.035, within(tolerance(0.005, 0.012)));
        assertThat(extracts.number("SELECT sum(discount) / sum(fee) FROM rev_item"))
                .isCloseTo(0.09, within(0.01));
        assertThat(extracts.number("SELECT count(*) / count(DISTINCT (month, number)) FROM rev_item"))
                .isCloseTo(5.2, within(0.4));
    }

    private static double share(String lineClass, int month) throws SQLException {
        return extracts.number("""
                SELECT sum(fee) FILTER (WHERE line_class = '%s') / sum(fee)
                FROM rev_item JOIN dim_service USING (service) WHERE month = %d""".formatted(lineClass, month));
    }

    @Test
    void electronicChannelsGrowFrom27To42Percent() throws Exception {
        String share = "SELECT sum(transactions) FILTER (WHERE channel_class = 'electronic') / sum(transactions)"
                + " FROM chan_day JOIN dim_channel USING (channel) WHERE date_trunc('month', day) = DATE ";

        assertThat(extracts.number(share + "'2008-01-01'")).isCloseTo(0.27, within(0.015));
        assertThat(extracts.number(share + "'2010-03-01'")).isCloseTo(0.42, within(0.015));
    }

    /** G-06, where a type has one unit cost. */
    @Test
    void unitCostsAreThoseOfTheChannelTypes() throws Exception {
        for (String type :
                new String[] {"own_hall", "brand_shop", "phone_hall", "sms_hall", "web_hall", "client_manager"}) {
            double wanted = ChannelType.ALL.stream()
                            .filter(t -> t.type().equals(type))
                            .findFirst()
                            .orElseThrow()
                            .unitCost()
                    / 100.0;
            double unit = extracts.number("""
                    SELECT (SELECT sum(depreciation + maintenance + marketing) FROM chan_cost
                                JOIN dim_channel USING (channel) WHERE channel_type = '%1$s')
                         / (SELECT sum(transactions) FROM chan_day JOIN dim_channel USING (channel) WHERE channel_type = '%1$s')""".formatted(type));
            assertThat(unit / wanted).as(type).isCloseTo(1, within(0.10));
        }
    }

    /** G-05; the small profile has more own halls than its share. */
    @Test
    void outletsHaveTheirTypesAndPlaces() throws Exception {
        String outlets = " FROM dim_channel JOIN dim_area USING (area)";
        double all = extracts.number("SELECT count(*)" + outlets);

        assertThat(all).isEqualTo(PROFILE.outlets());
        assertThat(extracts.number("SELECT count(*)" + outlets + " WHERE urban_class = 'rural'") / all)
                .isCloseTo(0.62, within(tolerance(0.01, 0.02)));
        assertThat(extracts.number("SELECT count(*)" + outlets + " WHERE urban_class = 'urban'") / all)
                .isCloseTo(0.19, within(tolerance(0.01, 0.02)));
        assertThat(extracts.number("SELECT count(*)" + outlets + " WHERE channel_type = 'agent_point'") / all)
                .isCloseTo(SMALL ? 46 / 60.0 * 0.79 : 0.756, within(0.01));
    }

    @Test
    void spUseIsAsDescribed() throws Exception {
        double users = extracts.number(
                "SELECT count(DISTINCT number) / (SELECT count(*) FROM cust_month WHERE is_end AND month = 200912)"
                        + " FROM sp_user WHERE month = 200912");

        assertThat(users).isCloseTo(0.30, within(tolerance(0.02, 0.04)));
        assertThat(extracts.number("SELECT count(*) / count(DISTINCT number) FROM sp_user WHERE month = 200912"))
                .isCloseTo(1.67, within(0.15));
        assertThat(extracts.number("SELECT sum(mo + mt) FILTER (WHERE hour < 6) / sum(mo + mt) FROM sp_hour"))
                .isCloseTo(0.06, within(0.005));
        assertThat(extracts.number("SELECT 1 - sum(paid) / sum(fee) FROM sp_user"))
                .isCloseTo(0.012, within(0.004));
    }

    @Test
    void aQuarterOfCustomersBelongsToGroups() throws Exception {
        assertThat(extracts.number(
                        "SELECT count(group_code) / count(*) FROM cust_month WHERE is_end AND month = 201003"))
                .isCloseTo(0.25, within(tolerance(0.01, 0.03)));
    }
}
