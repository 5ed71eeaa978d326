/**
 * The DATA directory: what lies where, which process owns it, and the DuckDB file in it with its read connections and its current
 * data version. Portal, loader and command line come through here; it must never know what the tables mean.
 */
package org.shapan.warehouse.data;
