package org.shapan.portal.reports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.text.Language;
import org.shapan.portal.widget.Segmented;
import org.shapan.reports.delivery.Manner;
import org.shapan.reports.delivery.Subject;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.template.Template;
import org.shapan.reports.template.TemplateParameter;
import org.shapan.reports.template.TemplateParameter.Kind;

/** The fields of a schedule: content, time, recipients, condition, mail. */
final class ScheduleForm extends Div {
    private static final String NO_BURST = "";

    private final String id;
    private final transient ReportCentre centre;
    private final transient PortalUser user;
    private final Language language;
    private final transient Runnable changed;
    private final Select<Template> template = new Select<>();
    private final TextField name = new TextField();
    private final TextField subject = new TextField();
    private final Div promptSection = new Div();
    private final CheckboxGroup<ReportFormat> formats = new CheckboxGroup<>();
    private final Select<Language> written = new Select<>();
    private final TimingFields timing;
    private final Select<String> burst = new Select<>();
    private final TextArea recipients = new TextArea();
    private final ConditionFields condition;
    private transient Prompts prompts;
    private Manner manner;

    /** @param timed hears the calendar whenever it changes, also at the start */
    ScheduleForm(
            ScheduleDraft draft,
            ReportCentre centre,
            PortalUser user,
            Language language,
            Consumer<Timing> timed,
            Runnable changed) {
        this.id = draft.id();
        this.centre = centre;
        this.user = user;
        this.language = language;
        this.changed = changed;
        this.manner = draft.manner();
        addClassName("card");
        template.setItems(centre.templates());
        template.setItemLabelGenerator(t -> t.id() + " " + t.title(language.locale()));
        template.addClassName("wide");
        template.setValue(centre.template(draft.templateId())
                .orElseGet(() -> centre.templates().getFirst()));
        name.setValue(draft.name());
        formats.setItems(ReportFormat.values());
        formats.setItemLabelGenerator(ReportFormat::name);
        formats.setValue(Set.copyOf(draft.formats()));
        written.setItems(Language.values());
        written.setItemLabelGenerator(l -> getTranslation("reports.editor.language." + l.code()));
        written.setValue(Language.of(java.util.Locale.of(draft.language())));
        timing = new TimingFields(draft.timing(), centre.calendars(), now -> {
            timed.accept(now);
            changed.run();
        });
        timed.accept(draft.timing());
        condition = new ConditionFields(draft.condition(), changed);
        subject.setValue(draft.subject());
        subject.setMaxLength(Subject.LENGTH);
        subject.setPlaceholder("{report} {scope}");
        subject.setHelperText(getTranslation(
                "reports.editor.subject.hint", "{report}", "{scope}", "{period}", "{area}", "{schedule}"));
        subject.addClassName("wide");
        recipients.setValue(draft.recipients());
        recipients.setMinRows(2);
        recipients.setMaxRows(6);
        recipients.setHelperText(getTranslation("reports.editor.recipients.hint"));
        showPrompts(draft.parameters(), draft.burst());
        template.addValueChangeListener(change -> {
            name.setValue(change.getValue().title(language.locale()));
            showPrompts(Map.of(), null);
        });
        for (HasValue<?, ?> field : List.of(template, name, formats, written, burst, recipients, subject)) {
            field.addValueChangeListener(change -> changed.run());
        }
        add(content(), timing, whom(), condition, mail());
    }

    Template template() {
        return template.getValue();
    }

    /** What is entered now. */
    ScheduleDraft draft() {
        return new ScheduleDraft(
                id,
                name.getValue(),
                template.getValue().id(),
                prompts.values(),
                written.getValue().code(),
                formats.getValue().stream().sorted().toList(),
                timing.timing(),
                burst.getValue() == null || burst.getValue().equals(NO_BURST) ? null : burst.getValue(),
                recipients.getValue(),
                manner,
                subject.getValue(),
                condition.condition());
    }

    private Div content() {
        Div section = section(getTranslation("reports.editor.content"));
        line(section, getTranslation("reports.editor.template"), template);
        line(section, getTranslation("reports.editor.name"), name);
        line(section, getTranslation("reports.editor.language"), written);
        line(section, getTranslation("reports.editor.formats"), formats);
        promptSection.addClassName("prompts");
        section.add(promptSection);
        return section;
    }

    private Div whom() {
        Div section = section(getTranslation("reports.editor.whom"));
        line(section, getTranslation("reports.editor.burst"), burst, hint(getTranslation("reports.editor.burst.hint")));
        line(section, getTranslation("reports.editor.recipients"), recipients);
        return section;
    }

    private Div mail() {
        Map<String, String> manners = new LinkedHashMap<>();
        for (Manner choice : Manner.values()) {
            manners.put(choice.name(), getTranslation("reports.editor.manner." + choice));
        }
        Span explained = hint(getTranslation("reports.editor.manner.hint." + manner));
        Segmented choice = new Segmented(manners, manner.name(), chosen -> {
            manner = Manner.valueOf(chosen);
            explained.setText(getTranslation("reports.editor.manner.hint." + manner));
            changed.run();
        });
        Div section = section(getTranslation("reports.editor.mail"));
        line(section, getTranslation("reports.editor.manner"), choice, explained);
        line(section, getTranslation("reports.editor.subject"), subject);
        return section;
    }

    private void showPrompts(Map<String, String> given, String burstOf) {
        promptSection.removeAll();
        prompts = new Prompts(
                promptSection,
                template.getValue(),
                given,
                centre,
                user,
                language,
                getTranslation("reports.editor.latest"));
        List<String> choices = new ArrayList<>(List.of(NO_BURST));
        template.getValue().parameters().stream()
                .filter(parameter -> parameter.kind() == Kind.MEMBER && !parameter.latestPeriod())
                .map(TemplateParameter::name)
                .forEach(choices::add);
        burst.setItems(choices);
        burst.setItemLabelGenerator(this::burstText);
        burst.setValue(burstOf == null || !choices.contains(burstOf) ? NO_BURST : burstOf);
    }

    private String burstText(String parameter) {
        return template.getValue().parameters().stream()
                .filter(p -> p.name().equals(parameter))
                .findFirst()
                .map(p -> getTranslation(
                        "reports.editor.burst.by", template.getValue().caption(p, language.locale())))
                .orElseGet(() -> getTranslation("reports.editor.burst.none"));
    }

    static Div section(String title) {
        Div section = new Div(new H2(title));
        section.addClassName("sec");
        return section;
    }

    static void line(Div section, String caption, Component... fields) {
        Div key = new Div(caption);
        key.addClassName("k");
        for (Component field : fields) {
            if (field instanceof HasAriaLabel named) {
                named.setAriaLabel(caption);
            }
        }
        Div group = new Div(fields);
        group.addClassName("g");
        section.add(key, group);
    }

    static Span hint(String text) {
        Span hint = new Span(text);
        hint.addClassName("hint");
        return hint;
    }
}
