package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.shapan.engine.api.Region;

/**
 * {@code CREATE [SESSION] CUBE name FROM source, … (definition)}, as spreadsheets send it to group members.
 *
 * @param definition what stands between the outer parentheses, as text
 */
public record CreateCubeStatement(
        boolean session, Identifier name, List<Identifier> sources, String definition, Region region)
        implements Statement {

    public CreateCubeStatement {
        requireNonNull(name, "name is null");
        sources = List.copyOf(sources);
        requireNonNull(definition, "definition is null");
        requireNonNull(region, "region is null");
    }
}
