/** What the process measures of itself, for administrators and their monitoring: meters in Prometheus' format, health in detail. */
package org.shapan.portal.metrics;
