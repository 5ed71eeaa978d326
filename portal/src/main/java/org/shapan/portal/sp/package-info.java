/**
 * SP monitoring, V20 and V21 (domain §6.2): all service providers or one business line, against the median of six months, with the
 * anomaly score of each company. {@link org.shapan.portal.sp.SpView} is the view, {@link org.shapan.portal.sp.SpPresenter} makes its
 * {@link org.shapan.portal.sp.SpBoard} from cubes. The presenter must never know Vaadin.
 */
package org.shapan.portal.sp;
