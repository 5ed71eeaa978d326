/**
 * Reads figures of cubes through olap4j: queries from resources with members as parameters, monthly history of units, members and
 * months of a cube. It knows no rule and no screen.
 */
package org.shapan.insight.cube;
