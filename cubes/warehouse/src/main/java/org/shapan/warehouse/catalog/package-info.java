/**
 * The catalog of the telecom cubes: {@code telecom.xml} and the files it includes, as resources. Whoever starts a cube server over
 * the warehouse asks here for them; this package must never know the engine or a connection.
 */
package org.shapan.warehouse.catalog;
