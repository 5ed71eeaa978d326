/**
 * The generator: a deterministic province of customers, channels and SPs (domain §9), written as the feeds of
 * {@code org.shapan.warehouse.feed}. {@link org.shapan.warehouse.generator.Generator} is the only door. Facts are sums
 * of customers' events, never drawn. It must never know the star, the loader or how an anomaly is detected.
 */
package org.shapan.warehouse.generator;
