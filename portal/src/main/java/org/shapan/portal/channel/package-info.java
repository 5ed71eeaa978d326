/**
 * What to do about channels: the saving simulator (V31, domain §6.4.1) and the action for each type of value of social channels (V32, §6.4.2).
 * Presenters make boards from the cubes and must never know Vaadin.
 */
package org.shapan.portal.channel;
