package org.shapan.reports.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shapan.engine.api.MemberName;
import org.shapan.reports.template.Template;

/** The place in the portal that shows what a report is about, with the report's parameters as its filters. */
final class ViewLink {
    /** {@code {branch}} stands for the unique name of the member, {@code {month.name}} for the last part of it. */
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(\\.name)?}");

    private static final Pattern LAST_PART = Pattern.compile("\\[((?:[^\\]]|]])*)]$");

    private ViewLink() {}

    /**
     * The path that the template names, else that of the report's own page, with its parameters; what was not given is left out.
     *
     * @return with a slash at its beginning
     */
    static String of(Template template, List<ResolvedParameter> parameters) {
        String path = template.view().orElseGet(() -> ownPage(template));
        int question = path.indexOf('?');
        if (question < 0) {
            return "/" + path;
        }
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (String pair : path.substring(question + 1).split("&")) {
            int equals = pair.indexOf('=');
            String value = value(pair.substring(equals + 1), parameters);
            if (!value.isEmpty()) {
                query.add(pair.substring(0, equals + 1)
                        + URLEncoder.encode(value, UTF_8).replace("+", "%20"));
            }
        }
        return "/" + path.substring(0, question) + query;
    }

    private static String ownPage(Template template) {
        StringBuilder path = new StringBuilder("reports/template?report=").append(template.id());
        template.parameters().forEach(p -> path.append("&%1$s={%1$s}".formatted(p.name())));
        return path.toString();
    }

    private static String value(String pattern, List<ResolvedParameter> parameters) {
        Matcher place = PLACE.matcher(pattern);
        if (!place.matches()) {
            return pattern;
        }
        return parameters.stream()
                .filter(p -> p.parameter().name().equals(place.group(1)) && p.value() != null)
                .filter(p -> !p.shortName().isEmpty() || !(p.value() instanceof MemberName))
                .map(p -> text(p.value(), place.group(2) != null))
                .findFirst()
                .orElse("");
    }

    private static String text(Object value, boolean last) {
        if (!(value instanceof MemberName member)) {
            return value.toString();
        }
        Matcher part = LAST_PART.matcher(member.uniqueName());
        return last && part.find() ? part.group(1).replace("]]", "]") : member.uniqueName();
    }
}
