/**
 * V15, movement localisation (domain §6.1.3): the movement of an area taken apart by the insight, as a sentence, waterfalls and a tree that
 * is walked by hand, down to the customers. The boards link here; it must never judge or take apart anything by itself.
 */
package org.shapan.portal.locate;
