/**
 * The MDX language as text: lexer, recursive-descent parser, sealed tree with source regions, exact unparser.
 *
 * <p>Enter by {@link org.shapan.engine.mdx.MdxParser} and {@link org.shapan.engine.mdx.Unparser}; every package of the engine may.
 * It must never know a catalog: names stay unresolved, types unknown.
 */
package org.shapan.engine.mdx;
