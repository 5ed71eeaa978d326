package org.shapan.engine.calc.eval;

import java.util.Map;
import org.shapan.engine.cell.TupleList;

/**
 * The sets that one run of a compiled query computed and that come out the same in the next, as long as cells and parameters stay.
 * Immutable.
 */
public final class KeptSets {
    private static final long BYTES_PER_REFERENCE = 8;

    /** By identity of the expression, then by the members that the set depends on. */
    private final Map<Object, Map<SetCache.Context, TupleList>> sets;

    private final long bytes;

    /** Where the sets of a compiled query stay from run to run. Thread-safe. */
    public interface Store {
        /** Keeps nothing. */
        Store NONE = new Store() {
            @Override
            public KeptSets known() {
                return null;
            }

            @Override
            public void keep(KeptSets sets) {
                // nowhere
            }
        };

        /** What a run before kept, or null. */
        KeptSets known();

        /** Takes the place of what is {@link #known}. */
        void keep(KeptSets sets);
    }

    /** @param sets not changed any more */
    KeptSets(Map<Object, Map<SetCache.Context, TupleList>> sets) {
        this.sets = sets;
        this.bytes = sets.values().stream()
                .flatMap(contexts -> contexts.values().stream())
                .mapToLong(KeptSets::bytes)
                .sum();
    }

    private static long bytes(TupleList tuples) {
        return BYTES_PER_REFERENCE * (8L + (long) tuples.size() * tuples.width());
    }

    /** About how much memory they take. */
    public long bytes() {
        return bytes;
    }

    /** Null when it is not kept. */
    TupleList find(Object expression, SetCache.Context context) {
        Map<SetCache.Context, TupleList> contexts = sets.get(expression);
        return contexts == null ? null : contexts.get(context);
    }
}
