package org.shapan.portal.reports;

import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.reports.ScheduleDraft.Rhythm;
import org.shapan.portal.text.Language;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Notice;
import org.shapan.portal.widget.Segmented;
import org.shapan.portal.widget.State;
import org.shapan.reports.delivery.Recipient;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.schedule.ReportSchedule;
import org.shapan.reports.schedule.ScheduleException;
import org.shapan.reports.template.Template;

/** The editor of a schedule (mock-up 12, simple form): content, time, recipients; the next ten times at the right. */
final class ScheduleDialog extends Dialog {
    private static final int LAST_CHOICE = 28;

    private final transient ReportCentre centre;
    private final transient SignedIn signedIn;
    private final transient Refusals refusals;
    private final transient Consumer<ReportSchedule> saved;
    private final String id;
    private final Select<Template> template = new Select<>();
    private final TextField name = new TextField();
    private final Div promptSection = section(null);
    private final CheckboxGroup<ReportFormat> formats = new CheckboxGroup<>();
    private final Select<Language> language = new Select<>();
    private final Select<Integer> day = new Select<>();
    private final Select<Integer> weekday = new Select<>();
    private final TimePicker time = new TimePicker();
    private final TextField cron = new TextField();
    private final TextArea recipients = new TextArea();
    private final UnorderedList upcoming = new UnorderedList();
    private final Div refused = new Div();
    private transient Prompts prompts;
    private Rhythm rhythm = Rhythm.MONTHLY;

    ScheduleDialog(
            Optional<ReportSchedule> schedule,
            ReportCentre centre,
            SignedIn signedIn,
            Refusals refusals,
            Consumer<ReportSchedule> saved) {
        this.refusals = refusals;
        this.centre = centre;
        this.signedIn = signedIn;
        this.saved = saved;
        this.id = schedule.map(ReportSchedule::id).orElse(null);
        setHeaderTitle(getTranslation(id == null ? "reports.editor.new" : "reports.editor.edit"));
        prepareFields();
        fill(schedule);
        Div form = new Div(refused, content(), when(), whom());
        Div next = new Div(new H2(getTranslation("reports.editor.next")), upcoming);
        next.addClassName("next");
        Div columns = new Div(form, next);
        columns.addClassName("se");
        add(columns);
        getFooter()
                .add(
                        Buttons.plain(getTranslation("reports.editor.cancel"), this::close),
                        Buttons.primary(getTranslation("reports.editor.save"), this::save));
        template.addValueChangeListener(change -> showPrompts(Map.of()));
        day.addValueChangeListener(change -> showUpcoming());
        weekday.addValueChangeListener(change -> showUpcoming());
        time.addValueChangeListener(change -> showUpcoming());
        cron.setValueChangeMode(ValueChangeMode.LAZY);
        cron.addValueChangeListener(change -> showUpcoming());
        showRhythm();
    }

    private void prepareFields() {
        template.setItems(centre.templates());
        template.setItemLabelGenerator(t -> t.id() + " " + t.title(getLocale()));
        template.addClassName("wide");
        formats.setItems(ReportFormat.values());
        formats.setItemLabelGenerator(ReportFormat::name);
        language.setItems(Language.values());
        language.setItemLabelGenerator(l -> getTranslation("reports.editor.language." + l.code()));
        day.setItems(IntStream.rangeClosed(0, LAST_CHOICE)
                .map(d -> (d + 1) % (LAST_CHOICE + 1))
                .boxed()
                .toList());
        day.setItemLabelGenerator(
                d -> d == 0 ? getTranslation("reports.editor.day.last") : getTranslation("reports.editor.day.nth", d));
        weekday.setItems(1, 2, 3, 4, 5, 6, 7);
        weekday.setItemLabelGenerator(d -> getTranslation("reports.weekday." + d));
        cron.setHelperText(getTranslation("reports.editor.cron"));
        recipients.setHelperText(getTranslation("reports.editor.recipients.hint"));
        recipients.setMinRows(2);
        recipients.setMaxRows(5);
    }

    private void fill(Optional<ReportSchedule> schedule) {
        template.setValue(schedule.flatMap(s -> centre.template(s.templateId()))
                .orElse(centre.templates().getFirst()));
        name.setValue(
                schedule.map(ReportSchedule::name).orElse(template.getValue().title(getLocale())));
        formats.setValue(schedule.map(s -> Set.copyOf(s.formats())).orElse(Set.of(ReportFormat.PDF)));
        language.setValue(Language.of(schedule.map(ReportSchedule::locale).orElse(getLocale())));
        Rhythms.Parts parts = schedule.map(s -> Rhythms.parts(s.calendar()))
                .orElse(new Rhythms.Parts(Rhythm.MONTHLY, 5, LocalTime.of(7, 30)));
        rhythm = parts.rhythm();
        day.setValue(rhythm == Rhythm.MONTHLY ? parts.day() : 5);
        weekday.setValue(rhythm == Rhythm.WEEKLY ? parts.day() : 1);
        time.setValue(parts.time());
        cron.setValue(schedule.map(s -> s.calendar().cron()).orElse("0 30 7 5 * *"));
        List<Recipient> to =
                schedule.map(ReportSchedule::recipients).orElseGet(() -> List.of(centre.self(signedIn.user())));
        recipients.setValue(
                to.stream().map(r -> r.name() + " <" + r.address() + ">").collect(Collectors.joining("\n")));
        showPrompts(schedule.map(ReportSchedule::parameters).orElse(Map.of()));
    }

    private Div content() {
        Div section = section("reports.editor.content");
        line(section, "reports.editor.template", template);
        line(section, "reports.editor.name", name);
        line(section, "reports.editor.formats", formats);
        line(section, "reports.editor.language", language);
        return new Div(section, promptSection);
    }

    private Div when() {
        Map<String, String> rhythms = new LinkedHashMap<>();
        for (Rhythm choice : Rhythm.values()) {
            rhythms.put(choice.name(), getTranslation("reports.editor.rhythm." + choice.name()));
        }
        Div section = section("reports.editor.time");
        Segmented choice = new Segmented(rhythms, rhythm.name(), chosen -> {
            rhythm = Rhythm.valueOf(chosen);
            showRhythm();
        });
        line(section, "reports.editor.rhythm", choice, day, weekday, time, cron);
        Span zone = new Span(getTranslation("reports.zone", centre.zone().getId()));
        zone.addClassName("hint");
        line(section, null, zone);
        return section;
    }

    private Div whom() {
        Div section = section(null);
        line(section, "reports.editor.recipients", recipients);
        return section;
    }

    private static Div plain(String text) {
        Div caption = new Div(text);
        caption.addClassName("k");
        return caption;
    }

    private Div section(String titleKey) {
        Div section = new Div();
        section.addClassName("sec");
        if (titleKey != null) {
            section.add(new H2(getTranslation(titleKey)));
        }
        return section;
    }

    private void line(Div section, String captionKey, com.vaadin.flow.component.Component... fields) {
        Div group = new Div(fields);
        group.addClassName("g");
        String caption = captionKey == null ? "" : getTranslation(captionKey);
        for (com.vaadin.flow.component.Component field : fields) {
            if (field instanceof HasAriaLabel named) {
                named.setAriaLabel(caption);
            }
        }
        section.add(plain(caption), group);
    }

    private void showPrompts(Map<String, String> given) {
        promptSection.removeAll();
        prompts = new Prompts(
                promptSection,
                template.getValue(),
                given,
                centre,
                signedIn.user(),
                Language.of(getLocale()),
                getTranslation("reports.editor.latest"));
    }

    private void showRhythm() {
        day.setVisible(rhythm == Rhythm.MONTHLY);
        weekday.setVisible(rhythm == Rhythm.WEEKLY);
        time.setVisible(rhythm != Rhythm.CRON);
        cron.setVisible(rhythm == Rhythm.CRON);
        showUpcoming();
    }

    private void showUpcoming() {
        upcoming.removeAll();
        List<Instant> times = centre.upcoming(draft());
        times.forEach(at -> upcoming.add(new ListItem(Times.day(at, centre.zone()))));
        if (times.isEmpty()) {
            upcoming.add(new ListItem(getTranslation("reports.editor.next.none")));
        }
    }

    private ScheduleDraft draft() {
        return new ScheduleDraft(
                id,
                name.getValue(),
                template.getValue().id(),
                prompts.values(),
                language.getValue().code(),
                formats.getValue().stream().sorted().toList(),
                rhythm,
                rhythm == Rhythm.WEEKLY ? weekday.getValue() : day.getValue(),
                Optional.ofNullable(time.getValue()).orElse(LocalTime.MIDNIGHT),
                cron.getValue(),
                recipients.getValue());
    }

    private void save() {
        refused.removeAll();
        try {
            saved.accept(centre.save(draft(), signedIn.user()));
            close();
        } catch (ScheduleException e) {
            refuse(refusals.words(e, template.getValue()));
        } catch (IllegalArgumentException e) {
            refuse(refusals.calendar());
        }
    }

    private void refuse(String why) {
        refused.add(Notice.bar(State.RED, getTranslation("reports.failed"), why));
    }
}
