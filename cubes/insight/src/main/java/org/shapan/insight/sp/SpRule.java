package org.shapan.insight.sp;

import java.util.Optional;

/** A rule of domain §6.2.5. */
public sealed interface SpRule permits ChangeRule, BalanceRule, AboveLineRule, LimitRule, ComplaintRule, PeerRule {
    /** Such as {@code A-SP-01}. */
    String id();

    /** Points of a red finding; a yellow one has half of them. */
    double weight();

    /** Whether the rule also judges a code in its first three months. */
    boolean judgesNewCodes();

    /** Empty where nothing is wrong or an input is missing. */
    Optional<SpFinding> find(SpCase subject);

    /** The two digits by which people call the rule. */
    default String number() {
        return id().substring(id().lastIndexOf('-') + 1);
    }
}
