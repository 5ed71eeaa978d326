package org.shapan.reports.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shapan.engine.api.MemberName;
import org.shapan.reports.template.Template;
import org.shapan.reports.template.ViewPattern;
import org.shapan.reports.template.ViewPattern.Filter;

/** The place in the portal that shows what a report is about, with the report's parameters as its filters. */
final class ViewLink {
    private static final Pattern LAST_PART = Pattern.compile("\\[((?:[^\\]]|]])*)]$");

    private ViewLink() {}

    /**
     * The path that the template names, else that of the report's own page, with its parameters; what was not given is left out.
     *
     * @return with a slash at its beginning
     */
    static String of(Template template, List<ResolvedParameter> parameters) {
        ViewPattern view = template.view().orElseGet(() -> ownPage(template));
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        view.filters().forEach((name, filter) -> {
            String value =
                    switch (filter) {
                        case Filter.Fixed(String fixed) -> fixed;
                        case Filter.Prompt prompt -> value(prompt, parameters);
                    };
            if (!value.isEmpty()) {
                query.add(name + "=" + URLEncoder.encode(value, UTF_8).replace("+", "%20"));
            }
        });
        return "/" + view.path() + query;
    }

    private static ViewPattern ownPage(Template template) {
        Map<String, Filter> filters = new LinkedHashMap<>();
        filters.put("report", new Filter.Fixed(template.id()));
        template.parameters().forEach(p -> filters.put(p.name(), new Filter.Prompt(p.name(), false)));
        return new ViewPattern("reports/template", filters);
    }

    private static String value(Filter.Prompt prompt, List<ResolvedParameter> parameters) {
        return parameters.stream()
                .filter(p -> p.parameter().name().equals(prompt.name()) && p.value() != null)
                .filter(p -> !p.shortName().isEmpty() || !(p.value() instanceof MemberName))
                .map(p -> text(p.value(), prompt.lastPart()))
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
