/**
 * How well planted anomalies are found (domain §9.6): a province is generated, the file of truth is taken away, the delivery is loaded, all
 * rules judge all months, and only then the truth is read to count.
 */
package org.shapan.benchmarks.detection;
