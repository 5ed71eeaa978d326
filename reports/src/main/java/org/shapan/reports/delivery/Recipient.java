package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

/**
 * Who receives a report.
 *
 * @param address mail address
 * @param name name and post as printed in the document's footer
 * @param login account whose role renders the document: a recipient sees in a report what the portal shows him; blank among the recipients of a
 *     schedule for an address that is no account's, which gets its rights when the schedule fires
 */
public record Recipient(String address, String name, String login) {
    public Recipient {
        requireNonNull(address, "address is null");
        requireNonNull(name, "name is null");
        requireNonNull(login, "login is null");
    }
}
