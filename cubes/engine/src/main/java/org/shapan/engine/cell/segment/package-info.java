/**
 * The columnar store of cells: id columns brought to distinct keys, an index over them, one primitive array per measure.
 *
 * <p>Pure arithmetic on arrays, used by {@code cell} only. Knows neither cubes nor SQL nor queries.
 */
package org.shapan.engine.cell.segment;
