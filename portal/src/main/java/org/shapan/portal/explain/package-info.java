/**
 * A number of a board asked for: what it is, where it stands, how the cubes come to it, what judged it. Boards make a {@link
 * org.shapan.portal.explain.NumberQuestion} when a reader asks and not before; it must never know a board of its own.
 */
package org.shapan.portal.explain;
