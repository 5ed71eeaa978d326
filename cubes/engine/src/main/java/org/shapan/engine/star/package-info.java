/**
 * The catalog bound to a database: cubes, dimensions, hierarchies, levels and measures as queries see them, their members as columns
 * under stable ids, and how each level and measure is reached from a fact table.
 *
 * <p>Built by {@code StarBuilder} from catalog definitions; read by access, cell, calc and olap4j. Knows nothing of MDX evaluation,
 * caches of cells, or roles.
 */
package org.shapan.engine.star;
