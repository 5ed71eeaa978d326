package org.shapan.engine.check;

import java.util.Locale;

/** One thing that can be wrong. Each says in its Javadoc what it finds and how bad that is. */
interface Rule {
    /** Looks at the whole catalog and notes all it finds. */
    void check(Subject subject, Findings findings);

    /** {@code UniqueKeys} is {@code unique-keys}. */
    default String name() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
