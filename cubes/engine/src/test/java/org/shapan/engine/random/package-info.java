/**
 * Random MDX over any catalog, from the metadata that a connection sees: what to ask ({@link org.shapan.engine.random.MdxGenerator}), what came back
 * ({@link org.shapan.engine.random.Answer}), whether servers agree ({@link org.shapan.engine.random.Comparison}), and the smallest query on
 * which they do not. The seed of a run is printed; SHAPAN_SEED repeats it.
 */
package org.shapan.engine.random;
