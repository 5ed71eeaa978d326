/**
 * The pivot (domain V04): a model of what stands on which axis, its MDX text, and the laid-out result, all without a type
 * of the screen; the view, its wells, picker and grid draw them. Boards may link to it by {@link PivotLink}. It must
 * never know a table, and asks the cubes through olap4j only.
 */
package org.shapan.portal.pivot;
