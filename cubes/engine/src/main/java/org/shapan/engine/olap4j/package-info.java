/**
 * The olap4j driver: metadata, statements and cell sets over a connection of a {@code CubeServer}.
 *
 * <p>Neighbours use the engine through this and {@code engine.api}. Everything is seen through the connection's role
 * ({@link org.shapan.engine.access.CubeAccess}) and locale. Of calc it knows the table of functions and the types of a
 * compiled query; what compiles and runs is the server behind it.
 */
package org.shapan.engine.olap4j;
