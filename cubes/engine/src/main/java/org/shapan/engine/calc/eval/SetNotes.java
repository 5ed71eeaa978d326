package org.shapan.engine.calc.eval;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** How the large sets of a query were made, in words for EXPLAIN. Holds the first few. */
public final class SetNotes {
    private static final int MOST = 50;
    private static final int MOST_TRIED = 1_000;

    private final Set<String> notes = new LinkedHashSet<>();
    private int tried;

    /** Adds a note that is not there yet; it is made only while there is room. */
    public void add(Supplier<String> note) {
        if (notes.size() < MOST && tried++ < MOST_TRIED) {
            notes.add(note.get());
        }
    }

    public List<String> all() {
        return List.copyOf(notes);
    }
}
