/**
 * Who may sign in: local accounts with roles and area scope in the metadata database, their preferences, and the
 * one-time set-up of the first one. The security room and the frame call it. It must never know the web or a view.
 */
package org.shapan.portal.account;
