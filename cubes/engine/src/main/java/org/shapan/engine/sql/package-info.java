/**
 * SQL: one dialect class per database, statement text, and the one door through which statements run (admission, cancel, time limit,
 * listener).
 *
 * <p>Used by star (members) and cell (facts). Knows nothing of cubes.
 */
package org.shapan.engine.sql;
