package org.shapan.warehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.warehouse.star.CiWarehouse;
import org.shapan.warehouse.star.ReferenceQuestion;

/** C10 and Channel Economics against plain SQL on the star. */
class SocialCubesTest {

    @RegisterExtension
    static final CiWarehouse WAREHOUSE = new CiWarehouse();

    private static ServedTelecom cubes;

    @BeforeAll
    static void serveTheCatalog(@TempDir Path temporary) throws IOException {
        cubes = new ServedTelecom(WAREHOUSE, temporary);
    }

    @Test
    void q05ChannelsWithMostNewNumbersAndHowManyAreGenuine() {
        Map<String, Double> expected = new TreeMap<>();
        Map<Object, Object> captions = WAREHOUSE.rows("SELECT code, channel_en FROM d_channel").stream()
                .collect(Collectors.toMap(r -> r.get("code"), r -> r.get("channel_en")));
        for (Map<String, Object> row : WAREHOUSE.rows(ReferenceQuestion.Q05.sql())) {
            String channel = captions.get(row.get("channel")) + "|";
            ServedTelecom.put(expected, channel + "New in 6 months", row.get("new_6m"));
            ServedTelecom.put(expected, channel + "Three-month in-net of channel", row.get("in_net"));
            ServedTelecom.put(expected, channel + "Kept ratio of channel", row.get("kept"));
        }

        assertThat(expected).isNotEmpty();
        ServedTelecom.agree(
                cubes.query("SELECT {[Measures].[New in 6 months], [Measures].[Three-month in-net of channel], "
                        + "[Measures].[Kept ratio of channel]} ON COLUMNS, "
                        + "TopCount(Filter([Channel].[Type].[Channel].Members, [Measures].[New in 6 months] >= 20), 10, "
                        + "[Measures].[New in 6 months]) ON ROWS FROM [Channel Economics] "
                        + "WHERE ([Time].[Calendar].[2010].[Q1].[201003], [Area].[Managed].[City B].[Branch B1])"),
                expected);
    }

    @Test
    void aScoreIsTheMeanOfChannelsAndItsGradeFollowsFromIt() {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows("""
                SELECT CASE WHEN score >= 80 THEN 'A' WHEN score >= 65 THEN 'B' WHEN score >= 50 THEN 'C' ELSE 'D' END AS grade,
                       avg(score) AS score, count(*) AS channels FROM f_social_month WHERE k_month // 100 = 2009 GROUP BY ALL""")) {
            ServedTelecom.put(expected, row.get("grade") + "|Score", row.get("score"));
            ServedTelecom.put(expected, row.get("grade") + "|Channel-months", row.get("channels"));
        }

        ServedTelecom.agree(
                cubes.query(
                        "SELECT {[Measures].[Score], [Measures].[Channel-months]} ON COLUMNS, "
                                + "NON EMPTY [Social grade].[Grade].Members ON ROWS FROM [Social Channels] WHERE ([Time].[Calendar].[2009])"),
                expected);
    }

    @Test
    void contributionIsWhatTheChannelsCustomersWereBilled() {
        Map<String, Double> expected = new TreeMap<>();
        for (Map<String, Object> row : WAREHOUSE.rows("""
                SELECT subtype_en AS type, sum(fee) AS fee FROM f_sub_detail s JOIN d_channel c USING (k_channel)
                JOIN d_channel_type y USING (k_channel_type)
                JOIN d_month m ON m.k_month = s.k_month
                WHERE s.k_month = 201003 AND class_code = 'social' AND tenure_months <= 11
                  AND c.opened <= m.last_day AND (c.closed IS NULL OR c.closed > m.first_day) GROUP BY ALL""")) {
            ServedTelecom.put(expected, row.get("type") + "|Contribution", row.get("fee"));
        }

        ServedTelecom.agree(
                cubes.query(
                        "SELECT {[Measures].[Contribution]} ON COLUMNS, NON EMPTY [Channel].[Type].[Sub-type].Members ON ROWS "
                                + "FROM [Social Channels] WHERE ([Time].[Calendar].[2010].[Q1].[201003])"),
                expected);
    }

    @Test
    void aChannelWithKeptNumbersLosesScoreAndCommission() {
        Map<String, Object> row = WAREHOUSE.rows("""
                WITH kept AS (SELECT k_month, k_channel, sum(fake_6m) / sum(new_6m) AS ratio FROM f_number_check
                    WHERE k_month >= 200906 GROUP BY ALL HAVING sum(new_6m) >= 20)
                SELECT min(withheld) AS withheld, avg(score) AS score,
                       (SELECT avg(score) FROM f_social_month WHERE k_month >= 200906) AS mean
                FROM f_social_month JOIN kept USING (k_month, k_channel) WHERE ratio >= 0.15""").getFirst();

        assertThat(((Number) row.get("withheld")).doubleValue()).isPositive();
        assertThat(((Number) row.get("score")).doubleValue()).isLessThan(((Number) row.get("mean")).doubleValue());
    }
}
