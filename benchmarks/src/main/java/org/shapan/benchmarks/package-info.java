/**
 * Benchmarks, run by hand or by ./shapan bench, never by the tests.
 */
package org.shapan.benchmarks;
