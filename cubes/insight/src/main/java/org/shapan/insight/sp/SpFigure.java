package org.shapan.insight.sp;

/** What the rules look at of a business code in a month (domain §5.5). Shares are fractions of 1. */
public enum SpFigure {
    /** SPM-01, yuan. */
    FEE,
    /** SPM-04. */
    USERS,
    /** SPM-07. */
    MO,
    /** SPM-08. */
    MT,
    /** SPM-11. */
    COMPLAINTS,
    /** SPM-05. */
    NEW_SUBSCRIPTIONS,
    /** SPM-16. */
    NIGHT_SHARE,
    /** SPM-17. */
    PEAK_HOUR_SHARE,
    /** SPM-18. */
    THREE_DAY_SHARE,
    /** SPM-24. */
    QUICK_CANCEL_SHARE,
    /** SPM-14. */
    SILENT_SHARE,
    /** SPM-15. */
    CEILING_SHARE,
    /** ARR-09: fee of malicious customers over the fee. */
    MALICIOUS_SHARE,
    /** §6.2.7, 0 to 100. */
    CONVERGENCE,
    /** SPU-06. */
    NEW_ACTIVATION_SHARE,
    /** Codes of other companies that copy this one, SPU-07. */
    COPY_PAIRS
}
