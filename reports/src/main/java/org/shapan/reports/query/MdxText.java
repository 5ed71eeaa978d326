package org.shapan.reports.query;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.sf.jasperreports.engine.JRQuery;
import net.sf.jasperreports.engine.JRQueryChunk;
import org.shapan.engine.api.MemberName;

/**
 * Puts parameter values into the MDX of a dataset. MDX has no bind variables in olap4j's statements, so every
 * {@code $P{name}} becomes a literal whose form depends on the value's type; nothing is ever inserted as raw text.
 */
public final class MdxText {
    private MdxText() {}

    /**
     * The query with all parameters in their literal form.
     *
     * @throws IllegalArgumentException for a raw insertion {@code $P!{…}}, a clause {@code $X{…}}, a missing value or a
     *     value of a type that has no MDX form
     */
    static String bind(JRQuery query, Function<String, Object> values) {
        return with(query, name -> literal(name, values.apply(name)));
    }

    /**
     * The query with a text for each parameter. For queries that are only compiled: what is run goes through {@link #bind}.
     *
     * @param texts MDX by name of the parameter
     */
    public static String with(JRQuery query, UnaryOperator<String> texts) {
        JRQueryChunk[] chunks = query.getChunks();
        if (chunks == null) {
            return "";
        }
        StringBuilder mdx = new StringBuilder();
        for (JRQueryChunk chunk : chunks) {
            if (chunk.getType() == JRQueryChunk.TYPE_TEXT) {
                mdx.append(chunk.getText());
            } else if (chunk.getType() == JRQueryChunk.TYPE_PARAMETER) {
                mdx.append(texts.apply(chunk.getText()));
            } else {
                throw new IllegalArgumentException(
                        "the mdx language takes parameters as $P{name} only, not in a raw form: " + chunk.getText());
            }
        }
        return mdx.toString();
    }

    /** The MDX literal of a value: a member name as it is, a set of them in braces, a number, or a quoted string. */
    static String literal(String parameter, Object value) {
        return switch (value) {
            case null -> throw new IllegalArgumentException("parameter " + parameter + " has no value");
            case MemberName member -> member.uniqueName();
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case BigDecimal number -> number.toPlainString();
            case String text -> '"' + text.replace("\"", "\"\"") + '"';
            case Collection<?> members -> {
                StringBuilder set = new StringBuilder("{");
                for (Object member : members) {
                    set.append(set.length() == 1 ? "" : ", ").append(literal(parameter, member));
                }
                yield set.append('}').toString();
            }
            default ->
                throw new IllegalArgumentException("parameter " + parameter + " of type "
                        + value.getClass().getName() + " has no MDX form");
        };
    }
}
