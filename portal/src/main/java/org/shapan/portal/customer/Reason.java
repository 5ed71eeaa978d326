package org.shapan.portal.customer;

/** Why the revenue of a customer moves: the first that is true (domain §6.1.3, step 4), of what the cubes know of single customers. */
public enum Reason {
    /** Left the network in the month. */
    LEFT,
    /** Stopped, which is what arrears lead to. */
    STOPPED,
    /** In net without a call. */
    ZERO_CALL,
    /** Brand or plan differ from the month before. */
    CHANGED,
    /** Activated or returned in the month. */
    JOINED,
    /** Billed at most 70 % of the mean of three months. */
    DROPPED,
    /** Belongs to another owner now, or did before. */
    TRANSFERRED,
    OTHER
}
