package org.shapan.portal.reports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.text.Language;
import org.shapan.reports.crosstab.PivotSource;
import org.shapan.reports.render.MemberChoices.Choice;
import org.shapan.reports.template.Template;
import org.shapan.reports.template.TemplateParameter;

/** Fields for the prompts of a template; members are chosen among those the person sees. */
final class Prompts {
    private final Map<String, Supplier<String>> values = new LinkedHashMap<>();

    /** Puts a caption and a field for every prompt into the section. */
    Prompts(
            Div section,
            Template template,
            Map<String, String> given,
            ReportCentre centre,
            PortalUser user,
            Language language,
            String latest) {
        for (TemplateParameter parameter : template.parameters()) {
            Span caption = new Span(template.caption(parameter, language.locale()));
            caption.addClassName("k");
            Div field = new Div();
            field.addClassName("g");
            String value = given.getOrDefault(parameter.name(), "");
            String hint = template.hint(parameter, language.locale());
            Component input =
                    switch (parameter.kind()) {
                        case MEMBER -> members(parameter, value, centre, user, language, latest);
                        case PIVOT -> pivots(parameter, value, centre.pivots(user));
                        case FLAG -> flag(parameter, value, hint);
                        case NUMBER, TEXT -> text(parameter, value, hint);
                    };
            ((HasAriaLabel) input)
                    .setAriaLabel(input instanceof Checkbox ? caption.getText() + ' ' + hint : caption.getText());
            field.add(input);
            section.add(caption, field);
        }
    }

    private TextField text(TemplateParameter parameter, String value, String hint) {
        TextField text = new TextField();
        text.setPlaceholder(hint);
        text.setValue(value);
        values.put(parameter.name(), text::getValue);
        return text;
    }

    private Checkbox flag(TemplateParameter parameter, String value, String hint) {
        Checkbox flag = new Checkbox(hint, Boolean.parseBoolean(value));
        values.put(parameter.name(), () -> flag.getValue() ? "true" : "");
        return flag;
    }

    private ComboBox<PivotSource.Choice> pivots(
            TemplateParameter parameter, String value, List<PivotSource.Choice> choices) {
        ComboBox<PivotSource.Choice> box = new ComboBox<>();
        box.addClassName("wide");
        box.setItems(choices);
        box.setItemLabelGenerator(choice -> choice.caption() + " · " + choice.owner());
        Optional<PivotSource.Choice> given = choices.stream()
                .filter(choice -> Long.toString(choice.id()).equals(value))
                .findFirst();
        given.ifPresent(box::setValue);
        String unseen = given.isPresent() ? "" : value; // what the person does not see stays as it is
        box.setPlaceholder(unseen);
        values.put(
                parameter.name(),
                () -> box.getValue() == null
                        ? unseen
                        : Long.toString(box.getValue().id()));
        return box;
    }

    private ComboBox<Choice> members(
            TemplateParameter parameter,
            String value,
            ReportCentre centre,
            PortalUser user,
            Language language,
            String latest) {
        ComboBox<Choice> box = new ComboBox<>();
        List<Choice> choices = new ArrayList<>(choices(parameter, centre, user, language));
        Optional<Choice> given = choices.stream()
                .filter(choice ->
                        choice.value().equals(value) || choice.caption().equals(value))
                .findFirst();
        if (given.isEmpty() && !value.isBlank()) {
            given = Optional.of(new Choice(value, value)); // what the person does not see stays as it is
            choices.add(given.get());
        }
        box.setItems(choices);
        box.setItemLabelGenerator(Choice::caption);
        box.setClearButtonVisible(!parameter.required());
        if (parameter.latestPeriod()) {
            box.setPlaceholder(latest);
        }
        given.ifPresent(box::setValue);
        values.put(
                parameter.name(),
                () -> box.getValue() == null ? "" : box.getValue().value());
        return box;
    }

    private static List<Choice> choices(
            TemplateParameter parameter, ReportCentre centre, PortalUser user, Language language) {
        try {
            return centre.choices(parameter, user, language);
        } catch (SQLException e) {
            throw new IllegalStateException("the members of " + parameter.level() + " cannot be read", e);
        }
    }

    /** What is entered now; empty values are there as empty texts. */
    Map<String, String> values() {
        Map<String, String> now = new HashMap<>();
        values.forEach((name, value) -> now.put(name, value.get()));
        return now;
    }
}
