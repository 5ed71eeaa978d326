/**
 * The portal process: Spring Boot, Vaadin and the only place that sees all rooms at once. It wires the engine, the
 * warehouse, insight and reports together; each feature has its own package below ({@code pivot}, {@code area}, …).
 * Nobody outside depends on it. It must never hold business rules of the cubes: those live in the modules it wires.
 */
package org.shapan.portal;
