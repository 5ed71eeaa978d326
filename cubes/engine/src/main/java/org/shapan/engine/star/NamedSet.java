package org.shapan.engine.star;

import java.util.Locale;
import java.util.Map;
import org.shapan.engine.catalog.Formula;
import org.shapan.engine.mdx.Expression;

/**
 * A named set of the catalog.
 *
 * @param formula as parsed
 * @param text the formula as it stands in the catalog
 */
public record NamedSet(String name, Labels labels, Expression formula, Formula text) implements Element {

    @Override
    public String uniqueName() {
        return "[" + name.replace("]", "]]") + "]";
    }

    @Override
    public String caption(Locale locale) {
        return labels.caption(locale, name);
    }

    @Override
    public String description(Locale locale) {
        return labels.description(locale);
    }

    @Override
    public boolean visible() {
        return labels.visible();
    }

    @Override
    public Map<String, String> annotations() {
        return labels.annotations();
    }
}
