/**
 * What benches stand on: a province that is loaded, and folders that are gone when a bench has ended. Any bench may come here; it must never know
 * what is measured.
 */
package org.shapan.benchmarks.province;
