/**
 * What neighbours of the engine may use besides olap4j: typed errors, limits, the pinned data version, block reads, the query
 * listener.
 *
 * <p>Interfaces, enums and records only. Every package of the engine may use this one; it knows none of them.
 */
package org.shapan.engine.api;
