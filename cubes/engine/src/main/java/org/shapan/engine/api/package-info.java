/**
 * What neighbours of the engine may use besides olap4j: typed errors, limits, block reads, the query listener, and what
 * connections and statements unwrap to: member search, cache control, progress.
 *
 * <p>Interfaces, enums and records only. Every package of the engine may use this one; it knows none of them.
 */
package org.shapan.engine.api;
