/**
 * Analysis on top of cubes: expectation and red/yellow/green states.
 */
package org.shapan.insight;
