package org.shapan.portal.area;

/** A red or yellow indicator of a part of the area. */
public record Movement(UnitRow row, KpiFigure figure) {}
