package org.shapan.reports.render;

import static java.util.Objects.requireNonNull;

/**
 * A finished document.
 *
 * @param documentId id printed in the footer, for instance R03-201003-香洲
 * @param title name of the report in the document's language
 * @param scope what it is about in one line, for instance 香洲　2010年3月
 * @param dataVersion version of the data it shows
 * @param link address of the portal's page with the same filters, null when the portal's address is not known
 */
@SuppressWarnings("ArrayRecordComponent") // documents are handed on, never compared
public record RenderedReport(
        String documentId,
        String title,
        String scope,
        ReportFormat format,
        byte[] content,
        long dataVersion,
        String link) {
    public RenderedReport {
        requireNonNull(documentId, "documentId is null");
        requireNonNull(title, "title is null");
        requireNonNull(scope, "scope is null");
        requireNonNull(format, "format is null");
        requireNonNull(content, "content is null");
    }

    /** A file name with nothing that a file system or a mail header could misread. */
    public String fileName() {
        return documentId.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|;%]", "_") + "." + format.extension();
    }
}
