package org.shapan.portal.reports;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.olap4j.OlapConnection;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.province.OnWarehouse;
import org.shapan.portal.security.Audit;
import org.shapan.portal.security.AuditEntry.Action;
import org.shapan.portal.security.AuditEntry.Outcome;
import org.shapan.reports.render.RenderedReport;
import org.shapan.reports.render.ReportException;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.render.ReportRenderer;
import org.shapan.reports.render.ReportRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /internal/report}: renders a report for the sub-command {@code report run}, with the whole company's rights: who can
 * read {@code server.json} can read the data directory. Answers with the document; a refused request is 422, a failed one 500,
 * each with the reason as text.
 */
@RestController
@OnWarehouse
class ReportEndpoint {
    /** The operator at the command line, who sees the whole company. */
    static final PortalUser OPERATOR = new PortalUser(0, "cli", "cli", Set.of(), List.of());

    record Order(String template, Map<String, String> parameters, String locale, String format) {}

    private final ReportRenderer renderer;
    private final Cubes cubes;
    private final Audit audit;

    ReportEndpoint(ReportRenderer renderer, Cubes cubes, Audit audit) {
        this.audit = audit;
        this.renderer = renderer;
        this.cubes = cubes;
    }

    @PostMapping("/internal/report")
    ResponseEntity<byte[]> render(@RequestBody Order order) throws SQLException {
        Locale locale = Locale.of(order.locale());
        try (OlapConnection connection = cubes.connect(OPERATOR, locale)) {
            RenderedReport document = renderer.render(
                    new ReportRequest(
                            order.template(), order.parameters(), locale, ReportFormat.valueOf(order.format()), null),
                    connection);
            audit.record(Audit.SUB_COMMAND, Audit.LOCAL, Action.EXPORT, document.fileName(), Outcome.OK);
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(document.format().mediaType()))
                    .body(document.content());
        } catch (ReportException e) {
            return ResponseEntity.status(
                            e.isRefusal() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.INTERNAL_SERVER_ERROR)
                    .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                    .body(e.getMessage().getBytes(StandardCharsets.UTF_8));
        }
    }
}
