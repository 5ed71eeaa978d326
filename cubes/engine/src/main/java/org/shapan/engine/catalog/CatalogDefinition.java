package org.shapan.engine.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A catalog as it was read, includes merged; nothing is bound to a database yet.
 *
 * @param dimensions shared dimensions
 * @param defaultRole role of connections that name none, or null
 * @param folders captions of parts of display folders, by name, then by language as in {@link Presentation}
 * @param ignored what the reader left out knowingly, for {@code check}
 */
public record CatalogDefinition(
        String name,
        Presentation presentation,
        Naming naming,
        String measuresCaption,
        String defaultRole,
        Map<String, Map<String, String>> folders,
        List<ParameterDefinition> parameters,
        List<DimensionDefinition> dimensions,
        List<CubeDefinition> cubes,
        List<VirtualCubeDefinition> virtualCubes,
        List<NamedSetDefinition> namedSets,
        List<RoleDefinition> roles,
        List<Notice> ignored,
        Place place) {
    public CatalogDefinition {
        folders = Map.copyOf(folders);
        parameters = List.copyOf(parameters);
        dimensions = List.copyOf(dimensions);
        cubes = List.copyOf(cubes);
        virtualCubes = List.copyOf(virtualCubes);
        namedSets = List.copyOf(namedSets);
        roles = List.copyOf(roles);
        ignored = List.copyOf(ignored);
    }

    /** A display folder as it is called in a language; parts without a caption keep their name. */
    public String folder(String path, Locale locale) {
        return Arrays.stream(path.split("\\\\"))
                .map(part -> {
                    Map<String, String> captions = folders.getOrDefault(part, Map.of());
                    return captions.getOrDefault(locale.getLanguage(), captions.getOrDefault("", part));
                })
                .collect(Collectors.joining("\\"));
    }
}
