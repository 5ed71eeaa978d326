package org.shapan.engine;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.calc.QueryCompiler;
import org.shapan.engine.calc.eval.QueryLimits;
import org.shapan.engine.diff.CatalogDiff;
import org.shapan.engine.mdx.MdxParser;
import org.shapan.engine.mdx.SelectStatement;

/**
 * What a new reading of a catalog changes, and what it breaks.
 *
 * @param diff what the file says otherwise than before
 * @param broken saved queries that compiled and do not any more, and roles made at run time that name what has gone
 */
public record CatalogReload(CatalogDiff diff, List<Broken> broken) {
    /** @param name of the saved query, or of the role with the word before it */
    public record Broken(String name, OlapErrorCode code, String message) {}

    public CatalogReload {
        requireNonNull(diff, "diff is null");
        broken = List.copyOf(broken);
    }

    static CatalogReload between(
            LoadedCatalog before, LoadedCatalog after, List<SavedQuery> queries, QueryLimits limits) {
        List<Broken> broken = new ArrayList<>();
        for (String role : before.scopeNames()) {
            failure(() -> before.view(List.of(role)), () -> after.view(List.of(role)))
                    .ifPresent(e -> broken.add(new Broken("role " + role, e.code(), e.getMessage())));
        }
        for (SavedQuery query : queries) {
            failure(() -> compile(query, before, limits), () -> compile(query, after, limits))
                    .ifPresent(e -> broken.add(new Broken(query.name(), e.code(), e.getMessage())));
        }
        return new CatalogReload(CatalogDiff.between(before.definition(), after.definition()), broken);
    }

    /** Why the new does not work, where the old does. */
    private static Optional<EngineException> failure(Runnable before, Runnable after) {
        return failure(after).filter(e -> failure(before).isEmpty());
    }

    private static Optional<EngineException> failure(Runnable part) {
        try {
            part.run();
            return Optional.empty();
        } catch (EngineException e) {
            return Optional.of(e);
        }
    }

    private static void compile(SavedQuery query, LoadedCatalog catalog, QueryLimits limits) {
        if (!(MdxParser.parseStatement(query.mdx()) instanceof SelectStatement select)) {
            throw new EngineException(OlapErrorCode.NOT_SUPPORTED, "Only SELECT can be kept");
        }
        QueryCompiler.compile(
                select, catalog.view(query.roles()).access(QueryCompiler.cubeName(select)), limits, Locale.ROOT);
    }
}
