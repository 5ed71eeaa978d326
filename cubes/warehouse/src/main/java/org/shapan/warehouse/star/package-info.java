/**
 * The star: its tables, its fixed lists and the derivation of facts from feeds, all as SQL scripts beside this package. The loader
 * runs them in order; nobody else writes the star. It must never know where the feeds come from or who reads the tables.
 */
package org.shapan.warehouse.star;
