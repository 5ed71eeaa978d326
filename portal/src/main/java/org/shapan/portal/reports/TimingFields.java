package org.shapan.portal.reports;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shapan.portal.reports.Timing.Rhythm;
import org.shapan.portal.widget.Segmented;
import org.shapan.reports.schedule.DayRule;

/** When a schedule fires: rhythm, day, time, days off, zone with what daylight saving does there, validity. */
final class TimingFields extends Div {
    private static final DateTimeFormatter CHANGE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final transient Consumer<Timing> changed;
    private final Select<Integer> day = new Select<>();
    private final Select<Integer> weekday = new Select<>();
    private final Select<Integer> workday = new Select<>();
    private final TimePicker time = new TimePicker();
    private final TextField cron = new TextField();
    private final Select<DayRule> rule = new Select<>();
    private final MultiSelectComboBox<String> calendars = new MultiSelectComboBox<>();
    private final ComboBox<ZoneId> zone = new ComboBox<>();
    private final Span clocks = ScheduleForm.hint("");
    private final DatePicker from = new DatePicker();
    private final DatePicker until = new DatePicker();
    private Rhythm rhythm;

    TimingFields(Timing timing, List<String> known, Consumer<Timing> changed) {
        this.changed = changed;
        this.rhythm = timing.rhythm();
        addClassName("sec");
        add(new H2(getTranslation("reports.editor.time")));
        prepare(timing);
        Map<String, String> rhythms = new LinkedHashMap<>();
        for (Rhythm choice : Rhythm.values()) {
            rhythms.put(choice.name(), getTranslation("reports.editor.rhythm." + choice));
        }
        Segmented choice = new Segmented(rhythms, rhythm.name(), chosen -> {
            rhythm = Rhythm.valueOf(chosen);
            showFields();
            changed.accept(timing());
        });
        ScheduleForm.line(this, getTranslation("reports.editor.rhythm"), choice, day, weekday, workday, time, cron);
        ScheduleForm.line(this, getTranslation("reports.editor.daysoff"), rule);
        calendars.setItems(Stream.concat(known.stream(), timing.calendars().stream())
                .distinct()
                .toList());
        calendars.setValue(timing.calendars());
        calendars.setPlaceholder(getTranslation("reports.editor.calendars.none"));
        calendars.addClassName("wide");
        if (!known.isEmpty()) {
            ScheduleForm.line(this, getTranslation("reports.editor.calendars"), calendars);
        }
        ScheduleForm.line(this, getTranslation("reports.editor.zone"), zone, clocks);
        ScheduleForm.line(
                this,
                getTranslation("reports.editor.valid"),
                from,
                new Span(getTranslation("reports.editor.valid.until")),
                until);
        showFields();
        showClocks();
        for (HasValue<?, ?> field : List.of(day, weekday, workday, time, cron, rule, from, until, calendars)) {
            field.addValueChangeListener(change -> changed.accept(timing()));
        }
        zone.addValueChangeListener(change -> {
            if (change.getValue() == null) {
                zone.setValue(change.getOldValue());
                return;
            }
            showClocks();
            changed.accept(timing());
        });
    }

    private void prepare(Timing timing) {
        day.setItems(IntStream.rangeClosed(0, Timing.LAST_DAY)
                .map(d -> (d + 1) % (Timing.LAST_DAY + 1))
                .boxed()
                .toList());
        day.setItemLabelGenerator(
                d -> d == 0 ? getTranslation("reports.editor.day.last") : getTranslation("reports.editor.day.nth", d));
        day.setValue(rhythm == Rhythm.MONTHLY ? timing.day() : 5);
        weekday.setItems(1, 2, 3, 4, 5, 6, 7);
        weekday.setItemLabelGenerator(d -> getTranslation("reports.weekday." + d));
        weekday.setValue(rhythm == Rhythm.WEEKLY ? timing.day() : 1);
        workday.setItems(IntStream.concat(IntStream.rangeClosed(1, Timing.LAST_WORKDAY), IntStream.of(-1))
                .boxed()
                .toList());
        workday.setItemLabelGenerator(d -> d < 0
                ? getTranslation("reports.editor.workday.last")
                : getTranslation("reports.editor.workday.nth", d));
        workday.setValue(rhythm == Rhythm.WORKDAY ? timing.day() : 3);
        time.setValue(timing.time());
        cron.setValue(timing.cron());
        cron.setHelperText(getTranslation("reports.editor.cron"));
        cron.setValueChangeMode(ValueChangeMode.LAZY);
        rule.setItems(DayRule.values());
        rule.setItemLabelGenerator(r -> getTranslation("reports.editor.rule." + r));
        rule.setValue(timing.rule());
        rule.addClassName("wide");
        zone.setItems(Stream.concat(
                        Stream.of(timing.zone()),
                        ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of))
                .distinct()
                .toList());
        zone.setItemLabelGenerator(ZoneId::getId);
        zone.setValue(timing.zone());
        from.setValue(timing.from());
        until.setValue(timing.until());
        from.setClearButtonVisible(true);
        until.setClearButtonVisible(true);
        from.setLocale(Locale.CHINA);
        until.setLocale(Locale.CHINA);
    }

    Timing timing() {
        int number =
                switch (rhythm) {
                    case WEEKLY -> weekday.getValue();
                    case WORKDAY -> workday.getValue();
                    default -> day.getValue();
                };
        return new Timing(
                rhythm,
                number,
                Optional.ofNullable(time.getValue()).orElse(LocalTime.MIDNIGHT),
                cron.getValue(),
                zone.getValue(),
                rule.getValue(),
                from.getValue(),
                until.getValue(),
                calendars.getValue());
    }

    private void showFields() {
        day.setVisible(rhythm == Rhythm.MONTHLY);
        weekday.setVisible(rhythm == Rhythm.WEEKLY);
        workday.setVisible(rhythm == Rhythm.WORKDAY);
        time.setVisible(rhythm != Rhythm.CRON && rhythm != Rhythm.PUBLISHED);
        cron.setVisible(rhythm == Rhythm.CRON);
    }

    /** What happens to times when the clocks of the zone are moved next. */
    private void showClocks() {
        ZoneOffsetTransition next = zone.getValue().getRules().nextTransition(Instant.now());
        if (next == null) {
            clocks.setText(getTranslation("reports.editor.zone.fixed"));
            return;
        }
        clocks.setText(getTranslation(
                next.isGap() ? "reports.editor.zone.gap" : "reports.editor.zone.overlap",
                CHANGE.format(next.getDateTimeBefore()),
                CHANGE.format(next.getDateTimeAfter())));
    }
}
