package org.shapan.benchmarks.reports;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.shapan.engine.ConnectionSettings;
import org.shapan.engine.CubeServer;
import org.shapan.engine.access.ScopeRole.Scope;
import org.shapan.engine.catalog.CatalogLimits;
import org.shapan.engine.catalog.CatalogReader;
import org.shapan.engine.catalog.RoleDefinition.Rollup;
import org.shapan.reports.insight.ReportInsight;
import org.shapan.reports.render.DataState;
import org.shapan.reports.render.MemberChoices;
import org.shapan.reports.render.MemberChoices.Choice;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.render.ReportRenderer;
import org.shapan.reports.render.ReportRequest;
import org.shapan.reports.render.ReportSettings;
import org.shapan.reports.template.Template;
import org.shapan.reports.template.TemplateCatalog;
import org.shapan.reports.template.TemplateParameter;
import org.shapan.warehouse.catalog.TelecomCatalog;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.DatabaseSettings;
import org.shapan.warehouse.data.WarehouseDatabase;

/** A loaded province with a report over its cubes: one document a branch, each under the role of that branch. */
final class ReportedProvince implements AutoCloseable {
    private static final String BRANCH = "branch";

    private final DataDirectory directory;
    private final WarehouseDatabase database;
    private final CubeServer server;
    private final Template template;
    private final ReportRenderer renderer;
    private final List<Choice> branches;

    ReportedProvince(Path data, String templateId) throws OlapException {
        directory = DataDirectory.open(data);
        database = WarehouseDatabase.open(directory, DatabaseSettings.DEFAULT);
        server = CubeServer.builder(database.dataSource())
                .name("reports-bench")
                .versions(database.versions())
                .build();
        server.load(
                TelecomCatalog.NAME,
                new CatalogReader(CatalogLimits.DEFAULTS, TelecomCatalog::include)
                        .read(TelecomCatalog.FILE, TelecomCatalog.text()));
        TemplateCatalog templates = TemplateCatalog.bundled();
        template = templates.find(templateId).orElseThrow();
        renderer = new ReportRenderer(
                templates,
                ReportInsight.NONE,
                this::data,
                new ReportSettings(ZoneId.of("Asia/Shanghai"), null),
                Clock.systemUTC());
        TemplateParameter branch = template.parameters().stream()
                .filter(parameter -> parameter.name().equals(BRANCH))
                .findFirst()
                .orElseThrow();
        try (OlapConnection connection =
                server.connect(ConnectionSettings.of(TelecomCatalog.NAME).withLocale(Locale.SIMPLIFIED_CHINESE))) {
            branches = MemberChoices.of(branch, connection);
        } catch (java.sql.SQLException e) {
            throw new OlapException("the branches cannot be read", e);
        }
        for (Choice choice : branches) {
            List<String> area = List.of(choice.value());
            server.defineRole(
                    TelecomCatalog.NAME,
                    choice.value(),
                    List.of(new Scope(List.of("[Area].[Managed]"), Rollup.PARTIAL, area, List.of("[Area today]"))));
        }
    }

    Template template() {
        return template;
    }

    ReportRenderer renderer() {
        return renderer;
    }

    List<Choice> branches() {
        return branches;
    }

    DataState data() {
        return database.dataVersion()
                .map(version -> new DataState(version.asOf(), version.closed(), version.version()))
                .orElseThrow();
    }

    /** A connection that sees one branch. */
    OlapConnection connectIn(String branch) throws OlapException {
        return server.connect(ConnectionSettings.of(TelecomCatalog.NAME)
                .withRoles(List.of(branch))
                .withLocale(Locale.SIMPLIFIED_CHINESE));
    }

    ReportRequest request(String branch) {
        return new ReportRequest(
                template.id(), Map.of(BRANCH, branch), Locale.SIMPLIFIED_CHINESE, ReportFormat.PDF, "Reader");
    }

    @Override
    public void close() {
        database.close();
        directory.close();
    }
}
