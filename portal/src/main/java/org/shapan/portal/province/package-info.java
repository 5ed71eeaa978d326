/**
 * The data the portal stands on: whether they are there, how far the first start is with generating and loading them,
 * and which version is shown. Every room may ask {@link org.shapan.portal.province.Province}; it must never know a view.
 */
package org.shapan.portal.province;
