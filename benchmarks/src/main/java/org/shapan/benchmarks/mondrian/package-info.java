/**
 * Measures the engine against Mondrian 3.11 on the FoodMart queries. Each engine runs in a JVM of its own ({@link EngineMain}) and is
 * driven through olap4j; Mondrian comes from its Debian package at run time and nothing here is compiled against it.
 */
package org.shapan.benchmarks.mondrian;
