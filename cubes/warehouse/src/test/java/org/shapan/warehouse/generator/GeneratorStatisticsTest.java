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
 * How near the clean province comes to the statistics asked for (domain §9.3, §9.4) beyond the checks of
 * {@link GeneratorSelfChecksTest}. Runs on profile {@code ci} with wide tolerances; {@code -Dshapan.generator.profile=demo}
 * runs it on the demo profile with narrow ones.
 */
class GeneratorStatisticsTest {

    private static final Profile PROFILE =
            Profile.named(System.getProperty("shapan.generator.profile", Profile.CI.key()));
    private static final boolean SMALL = PROFILE == Profile.CI;

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
