package org.shapan.reports.render;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A request with everything that its report reads, asked for once for all formats. Each method throws {@link ReportException} when a query fails
 * or the document cannot be made. Not thread-safe.
 */
public interface Filling {
    RenderedReport document(ReportFormat format);

    /** The first page as a PNG image of about 450 × 640 pixels. */
    byte[] firstPage();

    /** What the subject of a mail may say; asks no query. */
    MailFacts mailFacts();

    /** What the template is filled with. */
    Map<String, Object> parameters();

    /** What the figures say. */
    Reading reading();

    /**
     * The first cell of a query in which the report's parameters stand as {@code $P{name}}, under the same rights.
     *
     * @return empty when the cell is, or is no number
     */
    Optional<BigDecimal> firstCell(String mdx);

    /** The first things that the document says. */
    Summary summary();
}
