/**
 * The executive sand table (views V02 and V03): indicators of several cubes by area, each judged, with what lies behind the red ones. The
 * presenter asks, the board holds numbers, the view draws; only the view knows Vaadin.
 */
package org.shapan.portal.sandtable;
