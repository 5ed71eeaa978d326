/**
 * Format strings as Visual Basic and Mondrian know them: numbers, dates and texts to what a reader sees.
 *
 * <p>Enter by {@link org.shapan.engine.format.FormatString}; every package of the engine and its neighbours may. It must never know
 * members, cells or the catalog: it sees a format, a locale and a value.
 */
package org.shapan.engine.format;
