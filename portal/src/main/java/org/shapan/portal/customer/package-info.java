/**
 * V14, customers of an area or owner (domain §6.1.2): the list with masked numbers, the reasons of their movements, the card of one. Who
 * may see whole numbers does so for a purpose that is put on record. It must never write a number where it was not asked for.
 */
package org.shapan.portal.customer;
