package org.shapan.portal.pivot;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Icon;

/** Conditions on the members of fields: the first ten, a figure of at least, a label that contains. */
final class ConditionDialog extends Dialog {
    private final PivotActions actions;
    private final PivotModel model;
    private final PivotFields fields;
    private final Select<AxisField> field = new Select<>();
    private final Select<Condition.Kind> kind = new Select<>();
    private final Select<String> measure = new Select<>();
    private final BigDecimalField low = new BigDecimalField();
    private final BigDecimalField high = new BigDecimalField();
    private final TextField text = new TextField();

    ConditionDialog(PivotActions actions, PivotModel model, PivotFields fields) {
        this.actions = actions;
        this.model = model;
        this.fields = fields;
        setHeaderTitle(getTranslation("pivot.where"));
        List<AxisField> axes =
                Stream.concat(model.rows().stream(), model.columns().stream()).toList();
        field.setLabel(getTranslation("pivot.where.field"));
        field.setItems(axes);
        field.setItemLabelGenerator(this::caption);
        field.setValue(axes.getFirst());
        kind.setLabel(getTranslation("pivot.where.kind"));
        kind.setItems(Condition.Kind.values());
        kind.setItemLabelGenerator(value -> getTranslation("pivot.where." + value));
        kind.addValueChangeListener(change -> show());
        measure.setLabel(getTranslation("pivot.measures"));
        measure.setItems(model.measures());
        measure.setItemLabelGenerator(name -> MeasureText.of(name, model, fields, this::getTranslation));
        measure.setValue(model.measures().getFirst());
        low.setLabel(getTranslation("pivot.where.low"));
        low.setValue(BigDecimal.TEN);
        high.setLabel(getTranslation("pivot.where.high"));
        text.setLabel(getTranslation("pivot.where.text"));
        kind.setValue(Condition.Kind.TOP_COUNT);
        Div body = new Div(field, kind, measure, low, high, text);
        body.addClassName("conditions");
        axes.forEach(axis -> axis.conditions().forEach(condition -> body.add(now(axis, condition))));
        add(body);
        getFooter()
                .add(
                        Buttons.plain(getTranslation("pivot.cancel"), this::close),
                        Buttons.primary(getTranslation("pivot.picker.apply"), this::apply));
    }

    private String caption(AxisField axis) {
        PivotFields.HierarchyField hierarchy =
                fields.hierarchy(axis.hierarchy()).orElseThrow();
        return hierarchy.caption() + " · " + hierarchy.level(axis.level()).caption();
    }

    private void show() {
        boolean label = kind.getValue().label();
        measure.setVisible(!label);
        low.setVisible(!label);
        high.setVisible(kind.getValue() == Condition.Kind.BETWEEN);
        text.setVisible(label);
    }

    /** A condition that holds, with a way to drop it. */
    private Div now(AxisField axis, Condition condition) {
        NativeButton remove = new NativeButton("", click -> change(axis, null, condition));
        remove.add(Icon.CLOSE.create());
        remove.setAriaLabel(getTranslation("pivot.remove"));
        Div line = new Div(
                new Span(caption(axis) + " " + ConditionText.of(condition, model, fields, this::getTranslation)),
                remove);
        line.addClassName("chip");
        return line;
    }

    private void apply() {
        Condition.Kind chosen = kind.getValue();
        text.setInvalid(chosen.label() && text.getValue().isBlank());
        low.setInvalid(!chosen.label() && (low.getValue() == null || tooSmall(chosen)));
        high.setInvalid(chosen == Condition.Kind.BETWEEN && high.getValue() == null);
        if (text.isInvalid() || low.isInvalid() || high.isInvalid()) {
            return;
        }
        Condition next = chosen.label()
                ? Condition.label(chosen, text.getValue().strip())
                : chosen == Condition.Kind.BETWEEN
                        ? Condition.between(measure.getValue(), low.getValue(), high.getValue())
                        : Condition.value(chosen, measure.getValue(), low.getValue());
        change(field.getValue(), next, null);
    }

    /** How many, or what share, is at least something. */
    private boolean tooSmall(Condition.Kind chosen) {
        return chosen.compareTo(Condition.Kind.AT_LEAST) < 0 && low.getValue().signum() <= 0;
    }

    private void change(AxisField axis, Condition added, Condition removed) {
        close();
        List<Condition> next = new ArrayList<>(axis.conditions());
        next.remove(removed);
        if (added != null) {
            next.add(added);
        }
        actions.change(m -> m.change(axis.hierarchy(), now -> now.withConditions(next)));
    }
}
