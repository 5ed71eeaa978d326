package org.shapan.engine.star;

import java.util.Locale;
import java.util.Map;

/** What has a name in a cube: the cube itself, a dimension, hierarchy, level, member or named set. */
public interface Element {
    /** Name as the catalog or the database gives it, never null; {@code #null} for a null key. */
    String name();

    /** Unique name in the spelling of the catalog's naming mode, for instance {@code [Store].[USA].[CA]}. */
    String uniqueName();

    /** Caption in the language of {@code locale}; falls back to the default caption, then to the name. */
    String caption(Locale locale);

    /** Description in the language of {@code locale}, or null. */
    String description(Locale locale);

    /** Whether clients should list it. */
    boolean visible();

    /** Annotations of the catalog by name, never null. */
    Map<String, String> annotations();
}
