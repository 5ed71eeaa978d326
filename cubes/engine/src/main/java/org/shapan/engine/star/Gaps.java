package org.shapan.engine.star;

/** What to do with parts of a catalog that the database has no table or column for. */
public enum Gaps {
    /** The catalog is refused; the error tells all that is missing. */
    REFUSE,
    /** Formulas, measures, hierarchies, dimensions and cubes that cannot be are left out; {@link Catalog#notices} tells which and why. */
    LEAVE_OUT
}
