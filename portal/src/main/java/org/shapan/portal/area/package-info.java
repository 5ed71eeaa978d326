/**
 * Partitioned areas, V10 (domain §6.1): company → city → branch → micro area → owners, with tiles, treemap, ranking, trend, target
 * progress and movements. {@link org.shapan.portal.area.AreasView} is the view, {@link org.shapan.portal.area.AreaPresenter} makes its
 * {@link org.shapan.portal.area.AreaBoard} from cubes. The presenter must never know Vaadin.
 */
package org.shapan.portal.area;
