package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.olap4j.OlapConnection;
import org.shapan.reports.render.Filling;
import org.shapan.reports.render.RenderedReport;
import org.shapan.reports.render.Rendering;
import org.shapan.reports.render.ReportRenderer;
import org.shapan.reports.render.ReportRequest;
import org.shapan.reports.render.Summary;

/** Renders an order under the recipient's own role; all its formats show the figures of one pass of queries. */
public final class RecipientDocuments implements Documents {
    private final ReportRenderer renderer;
    private final ReportConnections connections;

    public RecipientDocuments(ReportRenderer renderer, ReportConnections connections) {
        this.renderer = requireNonNull(renderer, "renderer is null");
        this.connections = requireNonNull(connections, "connections is null");
    }

    @Override
    public Batch of(DeliveryOrder order, Recipient recipient, Rendering rendering) throws SQLException {
        try (OlapConnection connection = connections.connectAs(recipient)) {
            ReportRequest request = new ReportRequest(
                    order.templateId(),
                    order.parameters(),
                    order.locale(),
                    order.formats().getFirst(),
                    recipient.name(),
                    order.owner());
            Filling filling = renderer.prepare(request, connection, rendering);
            List<RenderedReport> documents =
                    order.formats().stream().map(filling::document).toList();
            String query = order.condition().mdx();
            Optional<BigDecimal> measured = query == null ? Optional.empty() : filling.firstCell(query);
            Summary summary = order.manner() == Manner.SUMMARY ? filling.summary() : Summary.NONE;
            return new Batch(documents, filling.reading(), summary, measured, filling.mailFacts());
        }
    }
}
