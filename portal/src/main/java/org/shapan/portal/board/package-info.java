/**
 * What the boards share beyond widgets: loading in the background, the notices in place of figures, marks of judged states, legends.
 * Every board is a {@link org.shapan.portal.board.BoardView} and asks its cubes by {@link org.shapan.portal.board.Questions}; what the cubes
 * hold it must never know.
 */
package org.shapan.portal.board;
