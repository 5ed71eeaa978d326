package org.shapan.portal.board;

/**
 * What became of loading a board.
 *
 * @param <B> the board
 */
public sealed interface BoardResult<B> {
    record Loaded<B>(B board) implements BoardResult<B> {}

    /**
     * The person may not see what was asked for, or it does not exist: the two look alike.
     *
     * @param home name of what the person may see; empty for nothing at all
     */
    record NotVisible<B>(String home) implements BoardResult<B> {}

    /**
     * There are no data for the period.
     *
     * @param period as asked for
     */
    record NoPeriod<B>(String period) implements BoardResult<B> {}

    /**
     * A query failed.
     *
     * @param id is also in the log
     */
    record Failed<B>(String id, String message) implements BoardResult<B> {}
}
