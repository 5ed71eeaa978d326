/**
 * Search over what a person may open: boards, reports, cubes, measures and members. It asks the engine under the person's role, so it finds
 * nothing that a query would not show.
 */
package org.shapan.portal.search;
