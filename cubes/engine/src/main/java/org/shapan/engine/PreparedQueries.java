package org.shapan.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.shapan.engine.calc.CompiledQuery;
import org.shapan.engine.calc.eval.KeptSets;

/**
 * The queries that were last asked, parsed and compiled: their names and grants need not be looked up again. Kept for one view of a
 * catalog each, bounded by the characters of their texts. With each the sets that its last run computed, bounded by their bytes: they hold
 * until cells are flushed. Thread-safe.
 */
final class PreparedQueries {
    /** The sets of one query take at most this part of all that are kept. */
    private static final int LARGEST_PART = 8;

    private final Cache<Text, CompiledQuery> compiled;
    private final Cache<Run, KeptSets> sets;
    private final long setBytes;
    private final AtomicLong flushes = new AtomicLong();

    /** @param query equal only to itself */
    private record Run(CompiledQuery query, Map<String, Object> parameters) {}

    /** @param view equal only to itself: another data version or other grants are another view */
    private record Text(LoadedCatalog.View view, String mdx, Locale locale) {}

    /**
     * @param characters of all texts together; 0 to keep none
     * @param setBytes of all sets together; 0 to keep none
     */
    PreparedQueries(long characters, long setBytes) {
        this.setBytes = setBytes;
        this.sets = Caffeine.newBuilder()
                .maximumWeight(setBytes)
                .weigher((Run run, KeptSets kept) -> (int) kept.bytes())
                .build();
        this.compiled = Caffeine.newBuilder()
                .maximumWeight(characters)
                .weigher((Text text, CompiledQuery query) -> text.mdx.length())
                .build();
    }

    /** The compiled query, made by {@code compile} when it is not known; what fails is not kept. */
    CompiledQuery get(LoadedCatalog.View view, String mdx, Locale locale, Supplier<CompiledQuery> compile) {
        Text text = new Text(view, mdx, locale);
        CompiledQuery known = compiled.getIfPresent(text);
        if (known == null) {
            // Two that miss at once both compile: compiling may load members, under each query's own time limit.
            known = compile.get();
            compiled.put(text, known);
        }
        return known;
    }

    /** The compiled query; null when it is not known. */
    CompiledQuery known(LoadedCatalog.View view, String mdx, Locale locale) {
        return compiled.getIfPresent(new Text(view, mdx, locale));
    }

    /** The sets of a compiled query; to be asked for before the run opens its cells. */
    KeptSets.Store sets(CompiledQuery query, Map<String, Object> parameters) {
        Run run = new Run(query, Map.copyOf(parameters));
        long flushesBefore = flushes.get();
        return new KeptSets.Store() {
            @Override
            public KeptSets known() {
                return sets.getIfPresent(run);
            }

            @Override
            public void keep(KeptSets kept) {
                if (kept.bytes() > setBytes / LARGEST_PART) {
                    return;
                }
                sets.put(run, kept);
                if (flushes.get() != flushesBefore) { // of cells that were there before a flush
                    sets.invalidate(run);
                }
            }
        };
    }

    /** To be called after cells were flushed: sets were made from them. */
    void forgetSets() {
        flushes.incrementAndGet();
        sets.invalidateAll();
    }

    /** To be called when views are no longer used, so that their members can go. */
    void forget() {
        compiled.invalidateAll();
        forgetSets();
    }
}
