/**
 * Figures of the cubes and what is thought of them: monthly history of units read with one MDX query, and the state that
 * {@code cubes/insight} gives it. Boards ask it for tiles and rankings, reports through {@link org.shapan.portal.insight.CubeInsight}
 * for the marks in a PDF, so that both show the same colours. It must never know a view.
 */
package org.shapan.portal.insight;
