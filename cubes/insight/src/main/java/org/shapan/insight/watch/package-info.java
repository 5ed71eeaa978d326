/**
 * Watches over cubes: every unit and month judged by the alert rules of domain §7.2 and §6.2.5. {@link org.shapan.insight.watch.Watch} is
 * the way in; a rule whose measures a cube lacks is silent. Knows no screen.
 */
package org.shapan.insight.watch;
