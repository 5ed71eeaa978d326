package org.shapan.engine.star;

/** Spelling of names in MDX. */
final class Names {
    private Names() {}

    static String bracketed(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }
}
