package org.shapan.engine.calc.eval;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Member;

/**
 * Sets that a query computed once: named sets, and parts of formulas that look only at some hierarchies of the context. What was
 * computed while cells were missing is kept for the pass only: it would come out the same until they are loaded. Also knows the row
 * at which a named set stands while something runs over it.
 */
public final class SetCache {
    /** Contexts remembered for one expression before it is emptied. */
    private static final int MAX_CONTEXTS = 1_000;

    private static final int FOR_GOOD = -1;
    private static final Context NO_MEMBERS = new Context(new Member[0]);

    private final Map<Object, Map<Context, Entry>> values = new IdentityHashMap<>();
    private final Map<TupleList, int[]> cursors = new IdentityHashMap<>();
    private final Map<TupleList, Object> kept = new IdentityHashMap<>();
    private final Map<Object, TupleList> aliases = new IdentityHashMap<>();
    private final KeptSets before;
    private int pass;
    private long provisionalReads;
    private boolean computedMore;
    private boolean readOutside;

    /** @param pass in which the value holds, or {@link #FOR_GOOD} */
    private record Entry(Object value, int pass) {}

    /** @param before sets of a run before; null when there are none */
    SetCache(KeptSets before) {
        this.before = before;
    }

    /** A computation whose result may be kept. */
    @FunctionalInterface
    public interface Computation<T> {
        T compute(Evaluator evaluator);
    }

    /**
     * The value of an expression that depends on the context only by the members of the given hierarchies.
     *
     * @param expression identity of the expression
     * @param ordinals hierarchies it looks at
     */
    public <T> T get(Object expression, int[] ordinals, Evaluator evaluator, Computation<T> computation) {
        Member[] members = new Member[ordinals.length];
        for (int i = 0; i < ordinals.length; i++) {
            members[i] = evaluator.current(ordinals[i]);
        }
        return get(expression, new Context(members), evaluator, computation);
    }

    @SuppressWarnings("unchecked")
    private <T> T get(Object expression, Context context, Evaluator evaluator, Computation<T> computation) {
        Map<Context, Entry> contexts = values.computeIfAbsent(expression, any -> new HashMap<>());
        Entry known = contexts.get(context);
        if (known != null && known.pass == FOR_GOOD) {
            return (T) known.value;
        }
        if (known != null && known.pass == pass) {
            provisionalReads++;
            return (T) known.value;
        }
        TupleList kept = before == null ? null : before.find(expression, context);
        if (kept != null) {
            contexts.put(context, new Entry(kept, FOR_GOOD));
            return (T) kept;
        }
        long misses = evaluator.misses() + provisionalReads;
        long shortcuts = evaluator.underWay().shortcuts();
        T computed = computation.compute(evaluator);
        if (shortcuts == evaluator.underWay().shortcuts()) {
            if (contexts.size() >= MAX_CONTEXTS) {
                contexts.clear();
            }
            boolean complete = misses == evaluator.misses() + provisionalReads;
            contexts.put(context, new Entry(computed, complete ? FOR_GOOD : pass));
            computedMore |= complete && computed instanceof TupleList;
        }
        return computed;
    }

    /** Begins another pass, after cells were loaded. */
    public void startPass() {
        pass++;
    }

    /** Something made of a set, such as an index over it, kept as long as the query holds the set. */
    @SuppressWarnings("unchecked")
    public <T> T keep(TupleList tuples, Function<TupleList, T> maker) {
        if (kept.size() >= MAX_CONTEXTS) {
            kept.clear();
        }
        return (T) kept.computeIfAbsent(tuples, maker);
    }

    /** A named set: computed once in the context of the query. */
    public TupleList named(Object name, Evaluator evaluator, SetCalc set) {
        TupleList tuples = get(name, NO_MEMBERS, evaluator, e -> e.inQueryContext(set));
        cursors.putIfAbsent(tuples, new int[] {-1});
        return tuples;
    }

    /** To be told when the query reads what is neither member, cell nor parameter: the clock, who asks, chance. */
    void readOutside() {
        readOutside = true;
    }

    /** What the next run of the query need not compute again; null when that is nothing new. */
    KeptSets toKeep() {
        if (readOutside || !computedMore) {
            return null;
        }
        Map<Object, Map<Context, TupleList>> sets = new IdentityHashMap<>();
        values.forEach((expression, contexts) -> contexts.forEach((context, entry) -> {
            if (entry.pass == FOR_GOOD && entry.value instanceof TupleList tuples) {
                sets.computeIfAbsent(expression, any -> new HashMap<>()).put(context, tuples);
            }
        }));
        return new KeptSets(sets);
    }

    /** Gives a set a name within the expression around it; a later one of the same name takes its place. */
    public void alias(Object name, TupleList tuples) {
        aliases.put(name, tuples);
        cursors.put(tuples, new int[] {-1});
    }

    /** The set last given the name, or null. */
    public TupleList aliased(Object name) {
        return aliases.get(name);
    }

    /** Row at which something runs over the set, or -1. */
    public int row(TupleList tuples) {
        int[] cursor = cursors.get(tuples);
        return cursor == null ? -1 : cursor[0];
    }

    void moveTo(TupleList tuples, int row) {
        if (!cursors.isEmpty()) {
            int[] cursor = cursors.get(tuples);
            if (cursor != null) {
                cursor[0] = row;
            }
        }
    }

    /** The members of the context that a value depends on. */
    static final class Context {
        private final Member[] members;
        private final int hash;

        Context(Member[] members) {
            this.members = members;
            int h = 0;
            for (Member member : members) {
                h = h * 31 + System.identityHashCode(member);
            }
            this.hash = h;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Context context && Arrays.equals(members, context.members);
        }
    }
}
