/**
 * Charts of a table of figures as ECharts options, and which kind suits which table. Knows neither cubes nor screens; colours
 * are named as the themes name them.
 */
package org.shapan.portal.pivot.chart;
