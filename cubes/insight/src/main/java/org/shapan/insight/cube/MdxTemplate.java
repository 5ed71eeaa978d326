package org.shapan.insight.cube;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shapan.engine.api.MemberName;

/**
 * A query in a resource file with parameters {@code $name}. A parameter is a member or several of them, never text: a
 * {@link MemberName} is a chain of bracketed segments, so nothing else can enter the query.
 */
public final class MdxTemplate {
    private static final Pattern PARAMETER = Pattern.compile("\\$([a-z]+)");

    private final String text;

    private MdxTemplate(String text) {
        this.text = text;
    }

    /** The query in a resource beside a class. */
    public static MdxTemplate of(Class<?> room, String resource) {
        try (InputStream stream = requireNonNull(room.getResourceAsStream(resource), () -> "no resource " + resource)) {
            return new MdxTemplate(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The query with its parameters put in; several members stand with commas between them.
     *
     * @throws IllegalArgumentException where a parameter of the query is missing or empty
     */
    public String with(Map<String, ? extends Collection<MemberName>> members) {
        Matcher matcher = PARAMETER.matcher(text);
        StringBuilder mdx = new StringBuilder();
        while (matcher.find()) {
            Collection<MemberName> names = members.get(matcher.group(1));
            if (names == null || names.isEmpty()) {
                throw new IllegalArgumentException("no member for $" + matcher.group(1));
            }
            String set = names.stream().map(MemberName::uniqueName).collect(Collectors.joining(", "));
            matcher.appendReplacement(mdx, Matcher.quoteReplacement(set));
        }
        return matcher.appendTail(mdx).toString();
    }
}
