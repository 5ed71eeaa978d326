package org.shapan.portal.reports;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import org.olap4j.OlapConnection;
import org.shapan.engine.ConnectionSettings;
import org.shapan.engine.CubeServerLimits;
import org.shapan.portal.cubes.WarehouseCubes;
import org.shapan.portal.marks.BoardInsight;
import org.shapan.reports.render.DataState;
import org.shapan.reports.render.ReportException;
import org.shapan.reports.render.ReportRenderer;
import org.shapan.reports.render.ReportRequest;
import org.shapan.reports.render.ReportSettings;
import org.shapan.reports.template.TemplateCatalog;
import org.shapan.warehouse.catalog.TelecomCatalog;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.DatabaseSettings;
import org.shapan.warehouse.data.WarehouseDatabase;

/** Renders a report without a server: opens the data directory, renders, closes it. */
public final class ReportByHand {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ReportByHand() {}

    /**
     * The document, with the whole company's rights.
     *
     * @throws org.shapan.reports.render.ReportException when the request is wrong or there are no data
     */
    public static byte[] render(Path data, ReportRequest request) {
        try (DataDirectory directory = DataDirectory.open(data);
                WarehouseDatabase database = WarehouseDatabase.open(directory, DatabaseSettings.DEFAULT)) {
            DataState state = database.dataVersion()
                    .map(version -> new DataState(version.asOf(), version.closed(), version.version()))
                    .orElse(null);
            ReportRenderer renderer = new ReportRenderer(
                    TemplateCatalog.bundled(),
                    new BoardInsight(),
                    () -> state,
                    new ReportSettings(ZONE, null),
                    Clock.systemUTC());
            if (state == null) {
                throw ReportException.noData();
            }
            try (OlapConnection connection = new WarehouseCubes(database, CubeServerLimits.defaults())
                    .server()
                    .connect(ConnectionSettings.of(TelecomCatalog.NAME).withLocale(request.locale()))) {
                return renderer.render(request, connection).content();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the cubes cannot be opened: " + e.getMessage(), e);
        }
    }
}
