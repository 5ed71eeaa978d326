/**
 * What reports ask of the analysis rooms: the expectation of a cell and its red, yellow or green state.
 *
 * <p>A port: the portal implements it over {@code cubes/insight}; without it reports show no expectation and no mark.
 * It must never be guessed inside a template.
 */
package org.shapan.reports.insight;
