/**
 * What the boards share beyond widgets: loading in the background, the notices in place of figures, marks of judged states, legends.
 * The views of {@code portal.area} and {@code portal.sp} use it; it must never know a cube.
 */
package org.shapan.portal.board;
