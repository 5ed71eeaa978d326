package org.shapan.engine.catalog;

import java.util.List;

/**
 * A catalog as it was read, includes merged; nothing is bound to a database yet.
 *
 * @param dimensions shared dimensions
 * @param defaultRole role of connections that name none, or null
 * @param ignored what the reader left out knowingly, for {@code check}
 */
public record CatalogDefinition(
        String name,
        Presentation presentation,
        Naming naming,
        String measuresCaption,
        String defaultRole,
        List<ParameterDefinition> parameters,
        List<DimensionDefinition> dimensions,
        List<CubeDefinition> cubes,
        List<VirtualCubeDefinition> virtualCubes,
        List<NamedSetDefinition> namedSets,
        List<RoleDefinition> roles,
        List<Notice> ignored,
        Place place) {
    public CatalogDefinition {
        parameters = List.copyOf(parameters);
        dimensions = List.copyOf(dimensions);
        cubes = List.copyOf(cubes);
        virtualCubes = List.copyOf(virtualCubes);
        namedSets = List.copyOf(namedSets);
        roles = List.copyOf(roles);
        ignored = List.copyOf(ignored);
    }
}
