/**
 * How figures are marked by their size: bars, a colour scale, red, yellow and green. Pure: knows numbers, neither cubes nor
 * screens; the grid and the exports ask it for the mark of each figure.
 */
package org.shapan.portal.pivot.format;
