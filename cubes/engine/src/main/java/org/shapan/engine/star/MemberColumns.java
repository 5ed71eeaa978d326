package org.shapan.engine.star;

import java.util.Locale;

/** The loaded members of one shared hierarchy as columns under append-only ids; 0 is the all member where there is one. */
interface MemberColumns {
    /** Parent as stored, also when it is hidden; -1 for a root. */
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

    /** Order of two members in the hierarchy: an ancestor comes before its descendants. Loads no level. */
    int compare(int a, int b);

    /** Keys on the way down to a member, hidden ancestors included: the last {@code length} of them, the member's own last. */
    default Object[] keyPath(int id, int length) {
        Object[] keys = new Object[length];
        int at = id;
        for (int i = length - 1; i >= 0; i--) {
            keys[i] = key(at);
            at = parent(at);
        }
        return keys;
    }
}
