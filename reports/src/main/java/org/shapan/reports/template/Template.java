package org.shapan.reports.template;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRDataset;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperReport;
import org.shapan.engine.api.MemberName;
import org.shapan.reports.query.MdxText;
import org.shapan.reports.template.TemplateParameter.Kind;

/**
 * A compiled template with its prompts.
 *
 * @param id report id of the catalogue (domain §8), for instance R03
 * @param ownTexts by language, for a template of the administrator's folder; empty for one of the build
 */
public record Template(
        String id, JasperReport design, List<TemplateParameter> parameters, Map<Locale, Texts> ownTexts) {
    private static final String CUBE = "shapan.cube";
    private static final String LEVEL = "shapan.level";
    private static final String REQUIRED = "shapan.required";
    private static final String DEFAULT = "shapan.default";
    private static final String PIVOT = "shapan.pivot";
    static final String VIEW = "shapan.view";

    public Template {
        requireNonNull(id, "id is null");
        requireNonNull(design, "design is null");
        parameters = List.copyOf(parameters);
        ownTexts = Map.copyOf(ownTexts);
    }

    static Template of(String id, JasperReport design) {
        return of(id, design, Map.of());
    }

    static Template of(String id, JasperReport design, Map<Locale, Texts> ownTexts) {
        return new Template(
                id,
                design,
                Stream.of(design.getParameters())
                        .filter(p -> !p.isSystemDefined() && p.isForPrompting())
                        .map(Template::prompt)
                        .toList(),
                ownTexts);
    }

    /** Its texts in the language for a reader. */
    public Texts texts(Locale locale) {
        Texts own = ownTexts.get(Texts.supported(locale));
        return own == null ? Texts.of(id, locale) : own;
    }

    /**
     * MDX of the datasets with an example in the place of each prompt: the first member of its level, a number, an empty text. For
     * whoever wants to know whether they compile.
     *
     * @return by name of the dataset, the template's id for the main one
     */
    public Map<String, String> exampleQueries() {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put(id, design.getQuery() == null ? "" : MdxText.with(design.getQuery(), this::example));
        if (design.getDatasets() != null) {
            for (JRDataset dataset : design.getDatasets()) {
                if (dataset.getQuery() != null) {
                    queries.put(id + " " + dataset.getName(), MdxText.with(dataset.getQuery(), this::example));
                }
            }
        }
        queries.values().removeIf(String::isBlank);
        return queries;
    }

    private String example(String parameter) {
        TemplateParameter prompt = parameters.stream()
                .filter(p -> p.name().equals(parameter))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("template " + id + " has no prompt " + parameter));
        return switch (prompt.kind()) {
            case MEMBER -> prompt.level() + ".Members.Item(0)";
            case NUMBER -> "0";
            case TEXT, PIVOT -> "\"\"";
            case FLAG -> "true";
        };
    }

    /** The prompt for the saved pivot that the template lays out; empty where it has queries of its own. */
    public Optional<TemplateParameter> pivot() {
        return parameters.stream().filter(p -> p.kind() == Kind.PIVOT).findFirst();
    }

    /**
     * Path of the portal's page that shows the same, for links in documents and mails: {@code areas?area={branch}&period={month.name}}, where
     * {@code {p}} is the value of a prompt and {@code {p.name}} the last part of a member's unique name. Empty for the page of the report.
     */
    public Optional<ViewPattern> view() {
        return Optional.ofNullable(design.getPropertiesMap().getProperty(VIEW)).map(ViewPattern::parse);
    }

    /** Name of the report for a reader. */
    public String title(Locale locale) {
        return texts(locale).text("title");
    }

    /** Caption of a prompt for a reader. */
    public String caption(TemplateParameter parameter, Locale locale) {
        return texts(locale).text("parameter." + parameter.name());
    }

    /** What a prompt means for a reader, beside its caption; empty where that says enough. */
    public String hint(TemplateParameter parameter, Locale locale) {
        Texts texts = texts(locale);
        String key = "hint." + parameter.name();
        return texts.containsKey(key) ? texts.text(key) : "";
    }

    private static TemplateParameter prompt(JRParameter parameter) {
        Kind kind = kind(parameter);
        String preset = property(parameter, DEFAULT);
        return new TemplateParameter(
                parameter.getName(),
                kind,
                property(parameter, CUBE),
                property(parameter, LEVEL),
                !"false".equals(property(parameter, REQUIRED)) && preset == null,
                "latest".equals(preset));
    }

    private static Kind kind(JRParameter parameter) {
        Class<?> type = parameter.getValueClass();
        if (type == MemberName.class) {
            return Kind.MEMBER;
        }
        if (type == Boolean.class) {
            return Kind.FLAG;
        }
        return Number.class.isAssignableFrom(type)
                ? Kind.NUMBER
                : "true".equals(property(parameter, PIVOT)) ? Kind.PIVOT : Kind.TEXT;
    }

    private static String property(JRParameter parameter, String name) {
        return parameter.hasProperties() ? parameter.getPropertiesMap().getProperty(name) : null;
    }
}
