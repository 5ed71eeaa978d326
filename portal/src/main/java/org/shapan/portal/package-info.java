/**
 * The process: Spring Boot, security, Vaadin views, REST, command line. The only module that wires the others.
 */
package org.shapan.portal;
