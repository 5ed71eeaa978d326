/**
 * The command line: {@code ./shapan start | generate | load | …}. One class for each command; errors are one line and an
 * exit code. It calls the server's start-up and the modules' façades; it must never hold their rules.
 */
package org.shapan.portal.cli;
