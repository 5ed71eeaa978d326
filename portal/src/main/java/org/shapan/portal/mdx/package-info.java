/**
 * MDX as JSON lines: one query a line in, one result a line out. What {@code ./shapan mdx} speaks, in its own process or through the
 * server that owns DATA.
 *
 * <p>Knows the engine through olap4j and {@code CubeServer} only.
 */
package org.shapan.portal.mdx;
