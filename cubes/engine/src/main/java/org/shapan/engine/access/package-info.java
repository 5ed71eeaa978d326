/**
 * Roles: what a connection may see of a cube, and how values above hidden members are rolled up.
 *
 * <p>calc and olap4j navigate only through {@link org.shapan.engine.access.CubeAccess}, so that every surface obeys the same rule.
 * Knows star and catalog; never MDX evaluation or caches.
 */
package org.shapan.engine.access;
