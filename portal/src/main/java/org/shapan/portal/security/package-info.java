/**
 * The door: sign-in and set-up pages, throttling, sessions, response headers, the token of the internal endpoints, and the audit log.
 * The web server calls it. It must never know a cube or a view; whose account it is, the account room knows.
 */
package org.shapan.portal.security;
