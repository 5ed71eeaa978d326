package org.shapan.reports.delivery;

import java.sql.SQLException;
import java.util.List;
import org.shapan.reports.render.RenderedReport;

/** Where the documents of an order come from. */
@FunctionalInterface
public interface Documents {
    /** The order's documents as the recipient may see them, one per format, in the order's sequence. */
    List<RenderedReport> of(DeliveryOrder order, Recipient recipient) throws SQLException;
}
