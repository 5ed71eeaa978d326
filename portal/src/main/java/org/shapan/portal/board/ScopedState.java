package org.shapan.portal.board;

/**
 * The state of a board of an area in a month.
 *
 * @param <S> itself
 */
public interface ScopedState<S> {
    /** @param period {@code 201003}; null for the latest month */
    S withPeriod(String period);

    /** @param area unique name; null for the top of what the person may see */
    S withArea(String area);
}
