/**
 * The catalog as a file says it: Mondrian 3 schema XML with our namespace, read into immutable definitions with their places.
 *
 * <p>{@link org.shapan.engine.catalog.CatalogReader} reads; star binds the result to a database, access reads the roles. Knows nothing of
 * databases, members or queries.
 */
package org.shapan.engine.catalog;
