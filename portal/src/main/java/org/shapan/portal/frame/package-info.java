/**
 * The frame of every screen: rail, top bar, filter bar, main; languages, themes and the screen of the first start. A
 * view extends {@link org.shapan.portal.frame.PortalView} and gets its place by {@code @Route(layout = MainLayout.class)}
 * and {@code @Menu}. The frame must never know a single view.
 */
package org.shapan.portal.frame;
