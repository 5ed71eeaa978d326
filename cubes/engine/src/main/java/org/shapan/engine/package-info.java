/**
 * The cube server as a library: Mondrian 3 schemas and MDX over any JDBC star. Knows no telecom word, no Spring, no web.
 */
package org.shapan.engine;
