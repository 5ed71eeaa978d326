/**
 * Which declared aggregate table answers a request: the smallest one that reaches all its levels and holds all its measures.
 *
 * <p>Asked by cell before a statement goes to the fact table. Knows star and sql; never segments or queries.
 */
package org.shapan.engine.aggregate;
