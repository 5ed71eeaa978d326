/** The star of the whole-engine tests: a market with every kind of hierarchy and measure, in any database of the tests. */
package org.shapan.engine.market;
