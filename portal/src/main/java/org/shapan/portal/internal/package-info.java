/**
 * The endpoints of sub-commands: a command on a data directory whose server runs goes through {@code /internal/**} with
 * the token of {@code server.json}. Only the command line calls it; it must never know a view.
 */
package org.shapan.portal.internal;
