package org.shapan.reports.crosstab;

import org.shapan.reports.template.Texts;

/**
 * What every page says of its document, in the reader's language.
 *
 * @param scope one line, for instance 香洲　2010年3月
 * @param filters filters in effect as styled text
 * @param footer classification, recipient, id of the document
 * @param link address of the pivot in the portal, null where it is not known
 */
public record PageFacts(
        Texts texts,
        String title,
        String subtitle,
        String scope,
        String dataLine,
        String runLine,
        String filters,
        String footer,
        String link) {
    String page(int number, int count) {
        return texts.text("page", Integer.toString(number), Integer.toString(count));
    }

    /** A head that began on an earlier page. */
    String continued(String head) {
        return texts.text("table.continued", head);
    }

    /** Which columns a page has. */
    String columns(CrossTabLayout.Strip strip, int count) {
        return texts.text(
                "table.columns",
                Integer.toString(strip.from() + 1),
                Integer.toString(strip.to()),
                Integer.toString(count));
    }
}
