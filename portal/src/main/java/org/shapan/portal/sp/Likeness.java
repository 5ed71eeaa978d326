package org.shapan.portal.sp;

/**
 * What the users of a code have in common in one attribute (domain §6.2.7).
 *
 * @param attribute caption
 * @param member unique name of the attribute
 * @param concentration S: probability that two users share the value
 * @param base B: the same over the users of the line
 * @param excess C: {@code max(0, (S − B) ÷ (1 − B))}
 * @param values the most frequent values with their shares
 */
public record Likeness(
        String attribute, String member, double concentration, double base, double excess, String values) {}
