/**
 * Anomalies of service providers: the rules of domain §6.2.5 that the SP cube's measures allow, and the score made of them.
 *
 * <p>{@link org.shapan.insight.sp.SpScore} is the way in. Pure functions over monthly values; a rule whose inputs are missing is silent.
 * Knows no screen, no report and no SQL.
 */
package org.shapan.insight.sp;
