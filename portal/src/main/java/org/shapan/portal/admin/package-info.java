/**
 * Administration: loads and quarantine, accounts and tokens, running queries and caches, settings, the audit log; screens for the role
 * {@code admin} only, below {@code /admin}. It asks the rooms that own these things and owns none. No other room may call it.
 */
package org.shapan.portal.admin;
