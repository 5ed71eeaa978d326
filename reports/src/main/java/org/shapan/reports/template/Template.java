package org.shapan.reports.template;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperReport;
import org.shapan.reports.query.MemberName;
import org.shapan.reports.template.TemplateParameter.Kind;

/**
 * A compiled template with its prompts.
 *
 * @param id report id of the catalogue (domain §8), for instance R03
 */
public record Template(String id, JasperReport design, List<TemplateParameter> parameters) {
    private static final String CUBE = "shapan.cube";
    private static final String LEVEL = "shapan.level";
    private static final String REQUIRED = "shapan.required";
    private static final String DEFAULT = "shapan.default";

    public Template {
        requireNonNull(id, "id is null");
        requireNonNull(design, "design is null");
        parameters = List.copyOf(parameters);
    }

    static Template of(String id, JasperReport design) {
        return new Template(
                id,
                design,
                Stream.of(design.getParameters())
                        .filter(p -> !p.isSystemDefined() && p.isForPrompting())
                        .map(Template::prompt)
                        .toList());
    }

    /** Name of the report for a reader. */
    public String title(Locale locale) {
        return Texts.of(id, locale).text("title");
    }

    /** Caption of a prompt for a reader. */
    public String caption(TemplateParameter parameter, Locale locale) {
        return Texts.of(id, locale).text("parameter." + parameter.name());
    }

    private static TemplateParameter prompt(JRParameter parameter) {
        Class<?> type = parameter.getValueClass();
        Kind kind =
                type == MemberName.class ? Kind.MEMBER : Number.class.isAssignableFrom(type) ? Kind.NUMBER : Kind.TEXT;
        String preset = property(parameter, DEFAULT);
        return new TemplateParameter(
                parameter.getName(),
                kind,
                property(parameter, CUBE),
                property(parameter, LEVEL),
                !"false".equals(property(parameter, REQUIRED)) && preset == null,
                "latest".equals(preset));
    }

    private static String property(JRParameter parameter, String name) {
        return parameter.hasProperties() ? parameter.getPropertiesMap().getProperty(name) : null;
    }
}
