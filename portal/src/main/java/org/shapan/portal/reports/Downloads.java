package org.shapan.portal.reports;

import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import org.shapan.reports.render.ReportFormat;

/** Documents as downloads of the page they were asked on. */
final class Downloads {
    private Downloads() {}

    static DownloadHandler of(byte[] content, String fileName, ReportFormat format, ReportCentre centre) {
        return DownloadHandler.fromInputStream(request -> {
            centre.handOut(fileName);
            return new DownloadResponse(
                    new ByteArrayInputStream(content), fileName, format.mediaType(), content.length);
        });
    }
}
