package org.shapan.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fresh H2 database with the tables of the reports migration. */
public final class ReportsDatabase {
    private ReportsDatabase() {}

    public static DataSource create() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        migrate(dataSource);
        return dataSource;
    }

    /** Creates the tables of the reports' migrations. */
    public static void migrate(DataSource dataSource) {
        for (String migration : List.of(
                "V2__reports.sql",
                "V20__delivery_and_schedules.sql",
                "V22__manner_of_delivery.sql",
                "V40__cancelled_runs.sql",
                "V41__named_calendars.sql",
                "V42__mail_subjects.sql")) {
            try (InputStream sql = ReportsDatabase.class.getResourceAsStream("/db/migration/" + migration)) {
                JdbcClient.create(dataSource)
                        .sql(new String(sql.readAllBytes(), StandardCharsets.UTF_8))
                        .update();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
