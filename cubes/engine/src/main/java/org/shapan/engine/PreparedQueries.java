package org.shapan.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Locale;
import java.util.function.Supplier;
import org.shapan.engine.calc.CompiledQuery;

/**
 * The queries that were last asked, parsed and compiled: their names and grants need not be looked up again. Kept for one view of a
 * catalog each, bounded by the characters of their texts. Thread-safe.
 */
final class PreparedQueries {
    private final Cache<Text, CompiledQuery> compiled;

    /** @param view equal only to itself: another data version or other grants are another view */
    private record Text(LoadedCatalog.View view, String mdx, Locale locale) {}

    /** @param characters of all texts together; 0 to keep none */
    PreparedQueries(long characters) {
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

    /** To be called when views are no longer used, so that their members can go. */
    void forget() {
        compiled.invalidateAll();
    }
}
