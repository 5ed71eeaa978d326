/**
 * The cubes as the portal's people see them: connections under a person's role and language. Every feature asks here for
 * its {@code OlapConnection}; nobody else opens one. It must never know a view.
 */
package org.shapan.portal.cubes;
