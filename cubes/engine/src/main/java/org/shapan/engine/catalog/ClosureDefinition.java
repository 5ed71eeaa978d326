package org.shapan.engine.catalog;

/** A table with one row for each pair of ancestor and descendant of a parent-child hierarchy, each member its own ancestor. */
public record ClosureDefinition(String parentColumn, String childColumn, RelationDefinition.Table table, Place place) {}
