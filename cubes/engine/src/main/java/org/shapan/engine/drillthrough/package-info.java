/**
 * Drill-through: the rows behind one cell, with the columns that the role may see.
 *
 * <p>Enter by {@link org.shapan.engine.drillthrough.DrillThrough}; the server does. Cells are found by {@code calc}, statements written by
 * {@code cell}; must never know the driver.
 */
package org.shapan.engine.drillthrough;
