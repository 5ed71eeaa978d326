package org.shapan.portal.reports;

import org.shapan.portal.text.Language;
import org.shapan.portal.text.Texts;
import org.shapan.reports.render.ReportException;
import org.shapan.reports.schedule.ScheduleException;
import org.shapan.reports.template.Template;
import org.shapan.reports.template.TemplateParameter;

/** Why something was refused, in the reader's language. */
final class Refusals {
    private final Texts texts;
    private final Language language;

    Refusals(Texts texts, Language language) {
        this.texts = texts;
        this.language = language;
    }

    String words(ScheduleException refusal, Template template) {
        return texts.get(language, "reports.refused." + refusal.reason(), caption(refusal.field(), template));
    }

    String words(ReportException refusal, Template template) {
        return refusal.isRefusal()
                ? texts.get(
                        language,
                        "reports.refused." + refusal.code(),
                        refusal.parameter() == null ? "" : caption(refusal.parameter(), template))
                : texts.get(language, "reports.refused." + refusal.code(), String.valueOf(refusal.getMessage()));
    }

    /** The calendar's parts do not make a time. */
    String calendar() {
        return texts.get(language, "reports.refused.CALENDAR");
    }

    private String caption(String field, Template template) {
        return template.parameters().stream()
                .filter(parameter -> parameter.name().equals(field))
                .map((TemplateParameter parameter) -> template.caption(parameter, language.locale()))
                .findFirst()
                .orElse(field);
    }
}
