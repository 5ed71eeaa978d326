package org.shapan.portal.reports;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.shapan.portal.widget.Segmented;
import org.shapan.reports.delivery.Condition;
import org.shapan.reports.delivery.Condition.Comparison;
import org.shapan.reports.delivery.Condition.Kind;

/** When a mail is sent at all, and how long its recipient is left in peace after one. */
final class ConditionFields extends Div {
    private static final int LONGEST_COOL_DOWN = 24 * 366;

    private final TextArea mdx = new TextArea();
    private final Select<Comparison> comparison = new Select<>();
    private final BigDecimalField limit = new BigDecimalField();
    private final IntegerField coolDown = new IntegerField();
    private final Div threshold = new Div(mdx, comparison, limit);
    private Kind kind;

    ConditionFields(Condition condition, Runnable changed) {
        this.kind = condition.kind();
        addClassName("sec");
        add(new H2(getTranslation("reports.editor.condition")));
        mdx.setValue(Optional.ofNullable(condition.mdx()).orElse(""));
        mdx.setPlaceholder(
                "SELECT {[Measures].[Churn rate]} ON COLUMNS FROM [Operations] WHERE ($P{branch}, $P{month})");
        mdx.setMinRows(2);
        mdx.setMaxRows(6);
        comparison.setItems(Comparison.values());
        comparison.setItemLabelGenerator(c -> getTranslation("reports.editor.comparison." + c));
        comparison.setValue(Optional.ofNullable(condition.comparison()).orElse(Comparison.ABOVE));
        limit.setValue(Optional.ofNullable(condition.limit()).orElse(BigDecimal.ZERO));
        coolDown.setValue((int) condition.coolDown().toHours());
        coolDown.setMin(0);
        coolDown.setMax(LONGEST_COOL_DOWN);
        mdx.setAriaLabel("MDX");
        comparison.setAriaLabel(getTranslation("reports.editor.condition.THRESHOLD"));
        limit.setAriaLabel(getTranslation("reports.editor.condition.THRESHOLD"));
        threshold.addClassName("g");
        Map<String, String> kinds = new LinkedHashMap<>();
        for (Kind choice : Kind.values()) {
            kinds.put(choice.name(), getTranslation("reports.editor.condition." + choice));
        }
        Segmented choice = new Segmented(kinds, kind.name(), chosen -> {
            kind = Kind.valueOf(chosen);
            threshold.setVisible(kind == Kind.THRESHOLD);
            changed.run();
        });
        threshold.setVisible(kind == Kind.THRESHOLD);
        ScheduleForm.line(this, getTranslation("reports.editor.condition.when"), choice, threshold);
        ScheduleForm.line(
                this,
                getTranslation("reports.editor.cooldown"),
                coolDown,
                new Span(getTranslation("reports.editor.hours")),
                ScheduleForm.hint(getTranslation("reports.editor.cooldown.hint")));
        mdx.addValueChangeListener(change -> changed.run());
        comparison.addValueChangeListener(change -> changed.run());
        limit.addValueChangeListener(change -> changed.run());
        coolDown.addValueChangeListener(change -> changed.run());
    }

    Condition condition() {
        int hours = Math.clamp(Optional.ofNullable(coolDown.getValue()).orElse(0), 0, LONGEST_COOL_DOWN);
        Duration peace = Duration.ofHours(hours);
        return kind == Kind.THRESHOLD
                ? Condition.threshold(
                        mdx.getValue(),
                        comparison.getValue(),
                        Optional.ofNullable(limit.getValue()).orElse(BigDecimal.ZERO),
                        peace)
                : Condition.of(kind, peace);
    }
}
