package org.shapan.portal.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.shapan.portal.CiProvince;
import org.shapan.portal.TestPortal;
import org.shapan.portal.account.Accounts;
import org.shapan.portal.account.NewAccount;
import org.shapan.portal.cubes.Cubes;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.load.Loader;

class MonitoringTest {
    private static final String PASSWORD = "one grain of sand";

    @TempDir
    static Path data;

    private static TestPortal portal;

    @BeforeAll
    static void start() {
        portal = TestPortal.start(CiProvince.copy(data), Map.of("SHAPAN_ADMIN_PASSWORD", PASSWORD));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void queriesCacheLoadsDeliveriesAndSessionsAreMeasured() throws Exception {
        TestPortal.Visitor admin = admin();
        String earlier = admin.get("api/metrics").body();
        double before = value(earlier, "shapan_queries_seconds_count{outcome=\"ok\"}");
        double failed = failedQueries(earlier);
        ask("SELECT [Measures].[Gross revenue] ON 0 FROM [Revenue]");
        ask("SELECT [Measures].[Gross revenue] ON 0 FROM [Revenue]");
        assertThatThrownBy(() -> ask("SELECT [Measures].[Nothing of the kind] ON 0 FROM [Revenue]"))
                .isInstanceOf(OlapException.class);
        portal.server().bean(Loader.class).load(CiProvince.delivery(), Progress.NONE);

        String text = admin.get("api/metrics").body();
        assertThat(value(text, "shapan_queries_seconds_count{outcome=\"ok\"}")).isEqualTo(before + 2);
        assertThat(text).contains("shapan_queries_seconds_bucket{outcome=\"ok\",le=\"0.6\"}");
        assertThat(failedQueries(text)).isEqualTo(failed + 1);
        assertThat(value(text, "shapan_cache_hits_total")).isPositive();
        assertThat(value(text, "shapan_cache_bytes")).isPositive();
        assertThat(value(text, "shapan_loads_seconds_count{outcome=\"unchanged\"}"))
                .isEqualTo(1);
        assertThat(text).contains("shapan_deliveries{state=\"failed\"} 0.0\n");
        assertThat(value(text, "shapan_sessions")).isGreaterThanOrEqualTo(1);
        assertThat(value(text, "jvm_threads_live_threads")).isPositive();
        assertThat(text).doesNotContain("admin").doesNotContain("Gross revenue");
    }

    @Test
    void healthNamesItsParts() throws Exception {
        HttpResponse<String> health = admin().get("api/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body())
                .contains("\"status\":\"up\"", "\"metadata\":\"up\"", "\"cubes\":\"up\"", "\"freeBytes\":");
    }

    @Test
    void onlyAdministratorsRead() throws Exception {
        portal.server()
                .bean(Accounts.class)
                .create(new NewAccount("clerk", "Clerk", PASSWORD, Set.of("analyst"), List.of()));
        TestPortal.Visitor clerk = portal.visitor();
        clerk.signIn("clerk", PASSWORD);
        for (String path : List.of("api/metrics", "api/health")) {
            assertThat(clerk.get(path).statusCode()).as(path).isEqualTo(403);
            assertThat(portal.visitor().get(path).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(portal.visitor().get("health").body())
                .contains("\"data\":\"ready\"", "\"status\":\"up\"")
                .hasSize(30);
    }

    private static TestPortal.Visitor admin() throws Exception {
        TestPortal.Visitor admin = portal.visitor();
        admin.signIn("admin", PASSWORD);
        return admin;
    }

    private static void ask(String mdx) throws Exception {
        try (OlapConnection connection =
                portal.server().bean(Cubes.class).connect(List.of(), Locale.ENGLISH, "reader")) {
            connection.createStatement().executeOlapQuery(mdx);
        }
    }

    private static double failedQueries(String text) {
        return Pattern.compile("(?m)^shapan_queries_seconds_count\\{outcome=\"(?!ok\")\\w+\"} (\\S+)$")
                .matcher(text)
                .results()
                .mapToDouble(line -> Double.parseDouble(line.group(1)))
                .sum();
    }

    /** 0 where the meter is not there (yet). */
    private static double value(String text, String meter) {
        Matcher line =
                Pattern.compile("(?m)^" + Pattern.quote(meter) + " (\\S+)$").matcher(text);
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }
}
