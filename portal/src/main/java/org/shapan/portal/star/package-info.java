/**
 * A star of the user's own: a catalog file and a database by its JDBC URL. {@link org.shapan.portal.star.OwnStar} connects the two and
 * stands in for the warehouse of the data directory; what is marked {@link org.shapan.portal.province.OnWarehouse} is then absent. It must
 * never know a view.
 */
package org.shapan.portal.star;
