package org.shapan.reports.schedule;

import java.util.List;
import org.shapan.reports.delivery.Recipient;

/**
 * Who gets what when a schedule fires.
 *
 * @param copies one for each mail
 * @param vacant captions of the parts that nobody answers for and nobody stands in for: they are not sent
 */
public record Audience(List<Copy> copies, List<String> vacant) {
    /**
     * One mail.
     *
     * @param part unique name of the burst's member, empty without a burst
     * @param caption its caption, null without a burst
     * @param standIn whether the recipient stands in for a vacant post
     */
    public record Copy(String part, String caption, Recipient recipient, boolean standIn) {}

    public Audience {
        copies = List.copyOf(copies);
        vacant = List.copyOf(vacant);
    }
}
