package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.olap4j.OlapConnection;
import org.shapan.reports.render.RenderedReport;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.render.ReportRenderer;
import org.shapan.reports.render.ReportRequest;

/** Renders an order under the recipient's own role. */
public final class RecipientDocuments implements Documents {
    private final ReportRenderer renderer;
    private final ReportConnections connections;

    public RecipientDocuments(ReportRenderer renderer, ReportConnections connections) {
        this.renderer = requireNonNull(renderer, "renderer is null");
        this.connections = requireNonNull(connections, "connections is null");
    }

    @Override
    public List<RenderedReport> of(DeliveryOrder order, Recipient recipient) throws SQLException {
        List<RenderedReport> documents = new ArrayList<>();
        try (OlapConnection connection = connections.connectAs(recipient)) {
            for (ReportFormat format : order.formats()) {
                ReportRequest request = new ReportRequest(
                        order.templateId(), order.parameters(), order.locale(), format, recipient.name());
                documents.add(renderer.render(request, connection));
            }
        }
        return documents;
    }
}
