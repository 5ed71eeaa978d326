package org.shapan.reports.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shapan.reports.render.ReportFormat;

/**
 * A row of the ledger.
 *
 * @param partCaption caption of the burst's member, empty without a burst
 * @param attempts attempts begun so far
 * @param documentId id of the document, empty before it is rendered
 * @param formats what was rendered and is kept in the archive
 * @param bytes size of the documents together
 * @param checksums SHA-256 of each document as {@code FORMAT:digits}, joined by commas
 * @param endedAt when the terminal state was reached
 * @param problem why it failed or is being retried, empty when nothing went wrong
 */
public record Delivery(
        long id,
        DeliveryKey key,
        Optional<String> partCaption,
        Recipient recipient,
        String templateId,
        DeliveryState state,
        int attempts,
        String messageId,
        Optional<String> documentId,
        List<ReportFormat> formats,
        Optional<Long> dataVersion,
        Optional<Long> bytes,
        Optional<String> checksums,
        Optional<Instant> renderedAt,
        Optional<Instant> endedAt,
        Optional<String> problem) {
    public Delivery {
        formats = List.copyOf(formats);
    }

    /** Name of a kept file for a reader who downloads it. */
    public String fileName(ReportFormat format) {
        return documentId.orElse(templateId) + "." + format.extension();
    }
}
