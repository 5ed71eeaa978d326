/**
 * The telecom star: tables, generator, loader, and the catalog telecom.xml over them.
 */
package org.shapan.warehouse;
