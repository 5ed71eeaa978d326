package org.shapan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.olap4j.OlapConnection;
import org.olap4j.OlapStatement;
import org.shapan.engine.access.ScopeRole.Scope;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.catalog.RoleDefinition.Rollup;

/** A query that was compiled before gives what it gives to whoever asks it now. */
class PreparedQueriesTest {
    private static final String STATES =
            "SELECT {[Place].[A].[A1], [Place].[B].[B1]} ON 0 FROM [Sales] WHERE [Measures].[Lines]";

    private final Market market = new Market(5, 60);

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void whoMaySeeLessIsRefusedWhatAnotherWasShown() {
        market.cells(STATES);
        define("[Place].[A].[A1]", "[Place].[B].[B1]");
        market.cells(STATES, "branch");

        define("[Place].[A].[A1]");

        assertThat(market.refusal(STATES, "branch").code()).isEqualTo(OlapErrorCode.MDX_UNKNOWN_NAME);
        assertThat(market.cells(STATES)).isEqualTo(market.cells(STATES + " "));
    }

    @Test
    void captionsAreOfTheLanguageOfWhoAsks() throws SQLException {
        String mdx =
                "WITH MEMBER [Measures].[f] AS 1234.5, FORMAT_STRING = '#,##0.0' SELECT [Measures].[f] ON 0 FROM [Sales]";

        assertThat(formatted(mdx, Locale.US)).isEqualTo("1,234.5");
        assertThat(formatted(mdx, Locale.GERMANY)).isEqualTo("1.234,5");
        assertThat(formatted(mdx, Locale.US)).isEqualTo("1,234.5");
    }

    @Test
    void whatFailedFailsAgain() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> market.cells("SELECT [Place].[Nowhere] ON 0 FROM [Sales]"))
                    .hasRootCauseMessage(market.refusal("SELECT [Place].[Nowhere] ON 0 FROM [Sales]")
                            .getMessage());
        }
    }

    @Test
    void setsAreComputedAnewAfterAFlush() {
        String best = "SELECT TopCount([Place].[City].Members, 1, [Measures].[Amount]) ON 0 FROM [Sales]";
        List<String> before = market.cells(best);
        String worst = "SELECT place_id FROM sale GROUP BY place_id ORDER BY sum(amount) LIMIT 1";
        market.run("UPDATE sale SET amount = amount + 1000000 WHERE place_id = (" + worst + ")");

        market.server().flush();

        assertThat(market.cells(best)).isNotEqualTo(before).isEqualTo(market.cells(best + " "));
    }

    private void define(String... members) {
        market.server()
                .defineRole(
                        "Market",
                        "branch",
                        List.of(new Scope(List.of("[Place]"), Rollup.PARTIAL, List.of(members), List.of())));
    }

    private String formatted(String mdx, Locale locale) throws SQLException {
        try (OlapConnection connection =
                        market.server().connect(ConnectionSettings.of("Market").withLocale(locale));
                OlapStatement statement = connection.createStatement()) {
            return statement.executeOlapQuery(mdx).getCell(0).getFormattedValue();
        }
    }
}
