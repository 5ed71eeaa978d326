/**
 * The door: sign-in and set-up pages, throttling, sessions, response headers, and the token of the internal endpoints.
 * The web server calls it. It must never know a cube or a view; whose account it is, the account room knows.
 */
package org.shapan.portal.security;
