package org.shapan.engine.star;

import java.util.Locale;

/** The loaded members of one shared hierarchy as columns under append-only ids; 0 is the all member where there is one. */
interface MemberColumns {
    int parent(int id);

    int depth(int id);

    String name(int id);

    Object key(int id);

    /** Null when the level has no caption column for the language. */
    String caption(int id, Locale locale);

    /** Value of a declared property, null where the member's level has no such property. */
    Object property(int id, String name);

    /** Preorder position in the pinned data version. */
    int rank(int id);
}
