/**
 * Loading: a delivery's manifest and files are checked against the feed definitions, derived into the star and published in one
 * transaction. Portal and command line call {@link org.shapan.warehouse.load.Loader}; it must never know who made the delivery.
 */
package org.shapan.warehouse.load;
