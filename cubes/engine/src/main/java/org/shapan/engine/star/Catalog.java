package org.shapan.engine.star;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.catalog.CatalogDefinition;

/**
 * A catalog bound to the data of one version: what queries run on. A reload makes another one; bound again to a later version, members
 * keep their ids ({@link StarBuilder#rebuild}).
 *
 * <p>Thread-safe.
 */
public final class Catalog {
    private final CatalogDefinition definition;
    private final List<Cube> cubes;
    private final List<EngineException> faults;
    private final Continuation continuation;

    Catalog(CatalogDefinition definition, List<Cube> cubes, List<EngineException> faults, Continuation continuation) {
        this.continuation = requireNonNull(continuation, "continuation is null");
        this.faults = List.copyOf(faults);
        this.definition = requireNonNull(definition, "definition is null");
        this.cubes = List.copyOf(cubes);
    }

    public String name() {
        return definition.name();
    }

    /** What the catalog says: roles, parameters, notices. */
    public CatalogDefinition definition() {
        return definition;
    }

    /** What of the catalog has no effect, each with its place: parts left out because the database lacks them, and what we ignore. */
    public List<String> notices() {
        List<String> notices = new ArrayList<>();
        faults.forEach(e -> notices.add("left out: " + e.getMessage()));
        definition.ignored().forEach(n -> notices.add(n.toString()));
        return List.copyOf(notices);
    }

    /** What does not fit the database, and was left out for it: CATALOG_INVALID, each with its place. */
    public List<EngineException> faults() {
        return faults;
    }

    /** Cubes, then virtual cubes, in order of the catalog. */
    public List<Cube> cubes() {
        return cubes;
    }

    /** By name without regard to case. */
    public Optional<Cube> cube(String name) {
        return cubes.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
    }

    Continuation continuation() {
        return continuation;
    }
}
