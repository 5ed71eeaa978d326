/**
 * What crosses the border of the warehouse: every feed with its columns, grain and files, the manifest of a delivery, and
 * the sizes of the generated provinces. The generator writes by it and the loader checks by it; both read only this
 * package. It must never know how a feed is made or what becomes of it.
 */
package org.shapan.warehouse.feed;
