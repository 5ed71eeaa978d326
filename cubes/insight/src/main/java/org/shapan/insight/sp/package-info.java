/**
 * Anomalies of service providers: the rules of domain §6.2.5 that the SP cube's measures allow, and the score made of them.
 *
 * <p>{@link org.shapan.insight.sp.SpCodes} reads what the rules look at, {@link org.shapan.insight.sp.SpScore} judges; a rule whose
 * inputs are missing is silent. Knows no screen and no report.
 */
package org.shapan.insight.sp;
