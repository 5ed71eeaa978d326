/**
 * Where a movement comes from (domain §6.1.3): which parts of the area, and which members of which dimension, make up the difference
 * between a value and its expectation. {@link org.shapan.insight.locate.Localiser} is the way in. Knows no screen.
 */
package org.shapan.insight.locate;
