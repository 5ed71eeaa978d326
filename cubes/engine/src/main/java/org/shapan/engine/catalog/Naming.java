package org.shapan.engine.catalog;

/** How unique names are spelled. Both spellings are understood in queries. */
public enum Naming {
    /** {@code [Time.Weekly]}; the default, as Mondrian 3 does. */
    MONDRIAN3,
    /** {@code [Time].[Weekly]}, as SQL Server Analysis Services does. */
    SSAS,
    /** {@code [Time].[Weekly]} and {@code [Time].[Time]}: a hierarchy is always named after its dimension, as Mondrian 4 does. */
    MONDRIAN4
}
