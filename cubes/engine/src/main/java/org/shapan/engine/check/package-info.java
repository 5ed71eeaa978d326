/**
 * Tells what is wrong with a catalog and the database it is meant for, with place and remedy. One class for each rule; what reading and
 * binding a catalog already tell is taken from there. {@link org.shapan.engine.check.CatalogCheck} is the door; nothing here changes
 * data or a running server, and no other package of the engine may depend on it.
 */
package org.shapan.engine.check;
