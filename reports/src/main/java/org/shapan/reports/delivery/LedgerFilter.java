package org.shapan.reports.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Which rows of the ledger are meant.
 *
 * @param reader login whose rows these are, rendered with his rights or of his schedules; null for everybody's
 * @param since planned at this time or later
 * @param outcome null for any
 * @param templateId null for any
 * @param recipient name of the recipient, null for any
 */
public record LedgerFilter(String reader, Instant since, Outcome outcome, String templateId, String recipient) {
    /** Every row. */
    public static final LedgerFilter ALL = since(Instant.EPOCH);

    public LedgerFilter {
        requireNonNull(since, "since is null");
    }

    public static LedgerFilter since(Instant since) {
        return new LedgerFilter(null, since, null, null, null);
    }

    /** Of these rows those of a person. */
    public LedgerFilter readBy(String login) {
        return new LedgerFilter(requireNonNull(login, "login is null"), since, outcome, templateId, recipient);
    }
}
