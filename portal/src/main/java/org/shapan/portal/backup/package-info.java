/**
 * Backup of a data directory while it is in use, and its restore into an empty one. The commands and the internal endpoint call it; it
 * must never know a view or an account.
 */
package org.shapan.portal.backup;
