package org.shapan.portal.area;

/** A member to choose in a filter; {@code uniqueName} null for the default. */
public record Choice(String uniqueName, String name) {}
