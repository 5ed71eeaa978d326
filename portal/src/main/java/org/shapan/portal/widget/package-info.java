/**
 * The drawn components of the visual language (guide 11): cards, KPI tiles, state marks, sparklines, charts, ranking
 * tables, chips. Every view builds its screen of them. They take finished figures and texts; they must never know a
 * cube, a query or a user.
 */
package org.shapan.portal.widget;
