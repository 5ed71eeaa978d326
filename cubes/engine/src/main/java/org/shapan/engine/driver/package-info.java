/**
 * The JDBC door for third parties: {@code jdbc:shapan:Jdbc=…;Catalog=…} gives an olap4j connection to a catalog file over a database,
 * served in this process. Knows {@code CubeServer} as any other user does.
 */
package org.shapan.engine.driver;
