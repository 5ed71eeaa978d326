package org.shapan.portal.board;

/** Texts by key, in the reader's language. */
@FunctionalInterface
public interface Words {
    String get(String key, Object... parameters);
}
