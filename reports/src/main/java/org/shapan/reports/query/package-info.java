/**
 * The query language {@code mdx} of JasperReports: a query executer over olap4j, its parameter binding and its fields.
 *
 * <p>Templates reach it through {@code <query language="mdx">}; {@code render} runs the same datasets for charts and
 * sheets. It knows cell sets and members, and must never know what a telecom measure means.
 */
package org.shapan.reports.query;
