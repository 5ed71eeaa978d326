package org.shapan.warehouse.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.feed.Column;
import org.shapan.warehouse.feed.Feed;
import org.shapan.warehouse.feed.FeedFile;
import org.shapan.warehouse.feed.Feeds;
import org.shapan.warehouse.feed.Manifest;
import org.shapan.warehouse.feed.Profile;

/**
 * What a delivery of the generator must be exactly, on profile {@code ci}. The numbered checks of domain §9.7 are
 * {@link GeneratorSelfChecksTest}'s.
 */
class GeneratorTest {

    @TempDir
    static Path directory;

    private static final List<String> REPORTS = new ArrayList<>();
    private static Manifest planted;
    private static Extracts extracts;

    @BeforeAll
    static void generate() throws Exception {
        planted = Generator.generate(
                options("planted", false, 2), (phase, done, total) -> REPORTS.add(phase + " " + done + "/" + total));
        Generator.generate(options("clean", true, 1), Progress.NONE);
        extracts = new Extracts(directory.resolve("planted"));
        extracts.open("clean_", directory.resolve("clean"));
    }

    @AfterAll
    static void close() throws SQLException {
        extracts.close();
    }

    private static GeneratorOptions options(String name, boolean clean, int threads) {
        return new GeneratorOptions(Profile.CI, GeneratorOptions.DEFAULT_SEED, directory.resolve(name), clean, threads);
    }

    @Test
    void manifestListsEveryFeedAndMonthAsOnDisk() throws Exception {
        assertThat(Manifest.read(directory.resolve("planted"))).isEqualTo(planted);
        for (Feed feed : Feeds.ALL) {
            int months = Feeds.OPENING.contains(feed) ? 28 : 27;
            assertThat(planted.files(feed)).hasSize(feed.period() == Feed.Period.WHOLE ? 1 : months);
        }
        for (FeedFile file : planted.files()) {
            String path = directory.resolve("planted").resolve(file.file()).toString();
            assertThat(extracts.number("SELECT count(*) FROM '" + path + "'"))
                    .as(file.file())
                    .isEqualTo(file.rows());
        }
    }

    @Test
    void filesHaveTheColumnsAndTypesOfTheirFeed() throws Exception {
        for (Feed feed : Feeds.ALL) {
            List<String> wanted = feed.columns().stream()
                    .map(c -> c.name() + "|" + c.type().sql())
                    .toList();
            assertThat(extracts.rows("SELECT column_name, column_type FROM (DESCRIBE " + feed.name() + ")"))
                    .as(feed.name())
                    .isEqualTo(wanted);
        }
    }

    @Test
    void grainsAreUniqueAndOnlyNullableColumnsAreNull() throws Exception {
        for (Feed feed : Feeds.ALL) {
            String grain = String.join(", ", feed.grain());
            assertThat(extracts.number("SELECT count(*) - count(DISTINCT (" + grain + ")) FROM " + feed.name()))
                    .as(feed.name())
                    .isZero();
            for (Column column : feed.columns()) {
                if (!column.nullable()) {
                    assertThat(extracts.number(
                                    "SELECT count(*) FROM " + feed.name() + " WHERE " + column.name() + " IS NULL"))
                            .as(feed.name() + "." + column.name())
                            .isZero();
                }
            }
        }
    }

    @Test
    void cleanWorldEndsWithExactlyTheProfilesCustomers() throws Exception {
        assertThat(extracts.number("SELECT count(*) FROM clean_cust_month WHERE month = 201003 AND is_end"))
                .isEqualTo(Profile.CI.customers());
    }

    @Test
    void inNetAtTheStartIsInNetAtTheEndOfTheMonthBefore() throws Exception {
        List<String> broken = extracts.rows("""
                SELECT a.month, count(*) FILTER (WHERE is_start),
                       (SELECT count(*) FROM cust_month b WHERE b.is_end AND b.month =
                           CASE WHEN a.month % 100 = 1 THEN a.month - 89 ELSE a.month - 1 END) AS before
                FROM cust_month a WHERE a.month > 200712 GROUP BY a.month
                HAVING count(*) FILTER (WHERE is_start) <> before""");

        assertThat(broken).isEmpty();
    }

    @Test
    void itemsAddUpToTheCustomersBill() throws Exception {
        List<String> broken = extracts.rows("""
                SELECT month, number, c.fee, i.fee FROM cust_month c
                FULL JOIN (SELECT month, number, sum(fee) AS fee FROM rev_item GROUP BY ALL) i USING (month, number)
                WHERE month > 200712 AND coalesce(c.fee, -1) <> coalesce(i.fee, 0)""");

        assertThat(broken).isEmpty();
    }

    @Test
    void spFeesAreTheSameByItemUserAndHour() throws Exception {
        double byItem =
                extracts.number("SELECT sum(fee) FROM rev_item JOIN dim_service USING (service) WHERE is_monternet");
        double byUser = extracts.number("SELECT sum(fee) FROM sp_user");
        double byHour = extracts.number("SELECT sum(fee) FROM sp_hour");

        assertThat(byUser).isPositive().isEqualTo(byItem).isEqualTo(byHour);
        assertThat(extracts.rows("""
                        SELECT sp_code, year(day) * 100 + month(day) AS m, sum(mo), sum(mt), sum(fee) FROM sp_hour GROUP BY ALL
                        HAVING sum(mo) + sum(mt) + sum(fee) > 0
                        EXCEPT SELECT sp_code, month, sum(mo), sum(mt), sum(fee) FROM sp_user GROUP BY ALL""")).isEmpty();
    }

    @Test
    void everyNewCustomerIsANewNumberOfItsChannelOnItsDay() throws Exception {
        List<String> differences = extracts.rows("""
                (SELECT activated_on, channel, brand, count(*) FROM cust_month WHERE is_new AND month > 200712 GROUP BY ALL
                 EXCEPT SELECT day, channel, brand, sum(new_nums) FROM chan_day WHERE new_nums > 0 GROUP BY ALL)
                UNION ALL
                (SELECT day, channel, NULL, count(*) FROM (
                    SELECT min(day) FILTER (state = 'activated') AS day, any_value(channel) AS channel
                    FROM number_state GROUP BY number HAVING bool_or(state = 'sold')) WHERE day IS NOT NULL GROUP BY ALL
                 EXCEPT SELECT day, channel, NULL, sum(new_nums) FROM chan_day GROUP BY ALL)""");

        assertThat(differences).isEmpty();
    }

    @Test
    void stockCarriesOverFromDayToDay() throws Exception {
        assertThat(extracts.rows("""
                        SELECT * FROM (SELECT day, channel, stock, receipts, sales,
                            lag(stock) OVER (PARTITION BY channel ORDER BY day) AS before FROM chan_stock)
                        WHERE stock <> before + receipts - sales OR stock < 0""")).isEmpty();
    }

    @Test
    void theHoursOfAHallAddUpToItsDay() throws Exception {
        assertThat(extracts.rows("""
                        SELECT day, channel, sum(transactions) FROM chan_day JOIN dim_channel USING (channel)
                        WHERE channel_class = 'own' GROUP BY ALL HAVING sum(transactions) > 0
                        EXCEPT SELECT day, channel, sum(transactions) FROM hall_hour GROUP BY ALL""")).isEmpty();
    }

    @Test
    void numbersInStockAndSoldAreThoseOfTheChannels() throws Exception {
        assertThat(extracts.rows("""
                        SELECT day, channel, count(*) FROM number_state WHERE state = 'sold' AND month > 200712
                            AND channel IN (SELECT channel FROM chan_stock) GROUP BY ALL
                        EXCEPT SELECT day, channel, sales FROM chan_stock""")).isEmpty();
        for (String day : List.of("2008-01-31", "2009-06-30", "2010-03-31")) {
            assertThat(extracts.rows("""
                            WITH held AS (
                                SELECT number, arg_max(state, (day, state)) AS state, arg_max(channel, (day, state)) AS channel
                                FROM number_state WHERE day <= '%1$s' GROUP BY number)
                            SELECT channel, count(*) FROM held WHERE state = 'distributed' GROUP BY ALL
                            EXCEPT SELECT channel, stock FROM chan_stock WHERE day = '%1$s'""".formatted(day))).isEmpty();
        }
    }

    @Test
    void mostNumbersAreActivatedWithinThirtyDaysOfTheirSale() throws Exception {
        assertThat(extracts.number("""
                        SELECT avg((a.day <= s.day + 30)::INT) FROM number_state s LEFT JOIN number_state a
                            ON a.number = s.number AND a.state = 'activated'
                        WHERE s.state = 'sold' AND s.day BETWEEN '2009-01-01' AND '2009-12-31'""")).isCloseTo(0.91, within(0.03));
    }

    @Test
    void attemptsAreTransactionsBusyAndFailures() throws Exception {
        assertThat(extracts.number("SELECT count(*) FROM chan_day WHERE attempts <> transactions + busy + fail"))
                .isZero();
        assertThat(extracts.number("SELECT sum(busy) * sum(fail) FROM chan_day"))
                .isPositive();
    }

    @Test
    void socialChannelsAreSettledWhatTheyEarned() throws Exception {
        assertThat(extracts.rows("""
                        SELECT month, channel, maintenance FROM chan_cost JOIN dim_channel USING (channel)
                        WHERE channel_class = 'social' AND maintenance > 0
                        EXCEPT SELECT year(day) * 100 + month(day), channel, sum(commission) FROM chan_day GROUP BY ALL""")).isEmpty();
    }

    @Test
    void namesTellMembersApart() throws Exception {
        for (Feed feed : Feeds.DIMENSIONS) {
            String name = feed.columns().get(1).name();
            assertThat(extracts.number("SELECT count(*) - count(DISTINCT %s) FROM %s".formatted(name, feed.name())))
                    .as(feed.name() + "." + name)
                    .isZero();
        }
    }

    @Test
    void targetsOfBranchesAddUpToTheCompanys() throws Exception {
        assertThat(extracts.rows("""
                        SELECT year, kpi, sum(target) FROM target WHERE unit_level = 'branch' GROUP BY ALL
                        EXCEPT SELECT year, kpi, target FROM target WHERE unit_level = 'company'""")).isEmpty();
        assertThat(extracts.number("SELECT count(DISTINCT (year, kpi)) FROM target"))
                .isEqualTo(9);
    }

    @Test
    void progressRisesToItsTotalInEachPhase() {
        assertThat(REPORTS).first().isEqualTo(Generator.SIMULATE + " 0/3");
        assertThat(REPORTS).contains(Generator.SIMULATE + " 3/3");
        String last = REPORTS.getLast();
        assertThat(last).startsWith(Generator.WRITE + " ");
        String[] position = last.substring(last.indexOf(' ') + 1).split("/");
        assertThat(position[0]).isEqualTo(position[1]);
    }

    @Test
    void interruptedRunLeavesNoManifest() throws Exception {
        Path out = directory.resolve("interrupted");
        GeneratorOptions options = new GeneratorOptions(Profile.CI, 1, out, true, 1);

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Generator.generate(options, Progress.NONE)).isInstanceOf(InterruptedException.class);

        assertThat(Files.exists(out.resolve(Manifest.FILE))).isFalse();
    }

    @Test
    void anotherSeedIsAnotherProvince() throws Exception {
        Path out = directory.resolve("other");

        Manifest other = Generator.generate(new GeneratorOptions(Profile.CI, 7, out, true, 2), Progress.NONE);

        assertThat(other.files(Feeds.REV_ITEM).getFirst().sha256())
                .isNotEqualTo(planted.files(Feeds.REV_ITEM).getFirst().sha256());
        try (Extracts others = new Extracts(out)) {
            assertThat(others.number("SELECT sum(fee) * 2 / sum(is_start::INT + is_end::INT) FROM cust_month"
                            + " WHERE month BETWEEN 201001 AND 201003"))
                    .isCloseTo(ArpuModel.MEAN, within(0.05));
        }
    }
}
