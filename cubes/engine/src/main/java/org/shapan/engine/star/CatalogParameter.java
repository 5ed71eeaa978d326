package org.shapan.engine.star;

import static java.util.Objects.requireNonNull;

import org.shapan.engine.mdx.Expression;

/**
 * A parameter of the catalog, which every query may use by {@code ParamRef}; the default is kept as parsed.
 *
 * @param type as the catalog writes it, see {@link org.shapan.engine.catalog.ParameterDefinition#type}
 * @param modifiable whether whoever runs a query may give it a value
 */
public record CatalogParameter(String name, String type, Expression defaultValue, boolean modifiable) {
    public CatalogParameter {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        requireNonNull(defaultValue, "defaultValue is null");
    }
}
