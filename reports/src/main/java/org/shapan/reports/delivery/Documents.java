package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.shapan.reports.render.MailFacts;
import org.shapan.reports.render.Reading;
import org.shapan.reports.render.RenderedReport;
import org.shapan.reports.render.Rendering;
import org.shapan.reports.render.Summary;

/** Where the documents of an order come from. */
@FunctionalInterface
public interface Documents {
    /**
     * The order's documents as the recipient may see them.
     *
     * @param rendering tells how far they are, and may end it
     */
    Batch of(DeliveryOrder order, Recipient recipient, Rendering rendering) throws SQLException;

    /**
     * The documents of one delivery.
     *
     * @param documents one per format, in the order's sequence
     * @param reading what their figures say, for conditions
     * @param summary for the mail; {@link Summary#NONE} unless the order asks for it
     * @param measured value of the condition's query, empty when it has none or the cell is empty
     * @param facts for the subject of the mail
     */
    record Batch(
            List<RenderedReport> documents,
            Reading reading,
            Summary summary,
            Optional<BigDecimal> measured,
            MailFacts facts) {
        public Batch {
            documents = List.copyOf(documents);
            requireNonNull(reading, "reading is null");
            requireNonNull(summary, "summary is null");
            requireNonNull(measured, "measured is null");
            requireNonNull(facts, "facts is null");
        }

        /** Of documents that have no more to say than their titles. */
        public Batch(List<RenderedReport> documents, Reading reading, Summary summary, Optional<BigDecimal> measured) {
            this(
                    documents,
                    reading,
                    summary,
                    measured,
                    new MailFacts(
                            documents.getFirst().title(), documents.getFirst().scope(), "", ""));
        }

        /** Size of the documents together. */
        public long bytes() {
            return documents.stream().mapToLong(d -> d.content().length).sum();
        }
    }
}
