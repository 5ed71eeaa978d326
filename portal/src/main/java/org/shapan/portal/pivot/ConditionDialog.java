package org.shapan.portal.pivot;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
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
    private final ConditionForm form;

    ConditionDialog(PivotActions actions, PivotModel model, PivotFields fields) {
        this.actions = actions;
        this.model = model;
        this.fields = fields;
        this.form = new ConditionForm(model, fields);
        setHeaderTitle(getTranslation("pivot.where"));
        List<AxisField> axes =
                Stream.concat(model.rows().stream(), model.columns().stream()).toList();
        field.setLabel(getTranslation("pivot.where.field"));
        field.setItems(axes);
        field.setItemLabelGenerator(this::caption);
        field.setValue(axes.getFirst());
        form.addComponentAsFirst(field);
        axes.forEach(axis -> axis.conditions().forEach(condition -> form.add(now(axis, condition))));
        add(form);
        getFooter()
                .add(
                        Buttons.plain(getTranslation("pivot.cancel"), this::close),
                        Buttons.primary(
                                getTranslation("pivot.picker.apply"),
                                () -> form.read().ifPresent(condition -> change(field.getValue(), condition, null))));
    }

    private String caption(AxisField axis) {
        PivotFields.HierarchyField hierarchy =
                fields.hierarchy(axis.hierarchy()).orElseThrow();
        return hierarchy.caption() + " · " + hierarchy.level(axis.level()).caption();
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
