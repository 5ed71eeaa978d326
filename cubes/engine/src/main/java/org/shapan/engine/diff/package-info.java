/**
 * What is different between two readings of a catalog, element by element. Knows {@code catalog} only; nothing of databases, queries
 * or servers.
 */
package org.shapan.engine.diff;
