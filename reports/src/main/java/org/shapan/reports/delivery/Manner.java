package org.shapan.reports.delivery;

/** How a mail brings its documents. */
public enum Manner {
    /** Attached; fetched in the portal when they are too large. */
    ATTACHMENT,
    /** As {@link #ATTACHMENT}, and the mail itself shows sentence, figures and first chart. */
    SUMMARY,
    /** Fetched in the portal after signing in; no figure is in the mail. */
    LINK
}
