package org.shapan.portal.pivot;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.sql.SQLException;
import org.shapan.portal.widget.Buttons;

/** Writes a calculated measure; the engine checks it before it is used. */
final class CalculationDialog extends Dialog {
    /** Checks the statement of a model; throws what the engine says. */
    interface Check {
        void check(PivotModel model) throws SQLException;
    }

    private final PivotActions actions;
    private final PivotModel model;
    private final PivotFields fields;
    private final Check check;
    private final TextField name = new TextField();
    private final TextArea formula = new TextArea();
    private final TextField format = new TextField();
    private final Span fault = new Span();
    private final NativeButton use = Buttons.primary(getTranslation("pivot.picker.apply"), this::apply);

    CalculationDialog(PivotActions actions, PivotModel model, PivotFields fields, Check check) {
        this.actions = actions;
        this.model = model;
        this.fields = fields;
        this.check = check;
        setHeaderTitle(getTranslation("pivot.calculate"));
        setWidth("560px");
        name.setLabel(getTranslation("pivot.calculate.name"));
        formula.setLabel(getTranslation("pivot.calculate.formula"));
        formula.setMinHeight("120px");
        format.setLabel(getTranslation("pivot.calculate.format"));
        format.setPlaceholder("#,##0.0");
        Select<PivotFields.MeasureField> insert = new Select<>();
        insert.setLabel(getTranslation("pivot.calculate.insert"));
        insert.setItems(fields.measures());
        insert.setItemLabelGenerator(PivotFields.MeasureField::caption);
        insert.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                formula.setValue((formula.getValue() + " " + change.getValue().uniqueName()).strip());
                insert.clear();
            }
        });
        fault.getElement().setAttribute("role", "alert");
        fault.addClassName("fault");
        Div body = new Div(name, formula, insert, format, fault);
        body.addClassName("conditions");
        add(body);
        model.calculations()
                .forEach(calculation -> body.add(Buttons.plain(calculation.name(), () -> edit(calculation))));
        getFooter()
                .add(
                        Buttons.plain(getTranslation("pivot.cancel"), this::close),
                        Buttons.plain(getTranslation("pivot.remove"), this::remove),
                        use);
    }

    private void edit(Calculation calculation) {
        name.setValue(calculation.name());
        formula.setValue(calculation.formula());
        String own = model.style(calculation.uniqueName()).format();
        format.setValue(own == null ? "" : own);
    }

    private void remove() {
        close();
        actions.change(m -> m.withoutCalculation(name.getValue().strip()));
    }

    private void apply() {
        String called = name.getValue().strip();
        boolean taken = fields.measure(new Calculation(called, "").uniqueName()).isPresent();
        name.setInvalid(called.isEmpty() || taken);
        formula.setInvalid(formula.getValue().isBlank());
        if (name.isInvalid() || formula.isInvalid()) {
            fault.setText(taken ? getTranslation("pivot.calculate.taken", called) : "");
            return;
        }
        Calculation calculation = new Calculation(called, formula.getValue().strip());
        PivotModel next = model.withCalculation(calculation)
                .withStyle(
                        calculation.uniqueName(),
                        model.style(calculation.uniqueName()).withFormat(format.getValue()));
        UI ui = UI.getCurrent();
        use.setEnabled(false);
        Thread.ofVirtual().name("check").start(() -> {
            String refused = refusal(next);
            ui.accessLater(() -> checked(next, refused), () -> {}).run();
        });
    }

    /** What the engine has against a model; null: nothing. */
    private String refusal(PivotModel next) {
        try {
            check.check(next);
            return null;
        } catch (SQLException | RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void checked(PivotModel next, String refused) {
        use.setEnabled(true);
        formula.setInvalid(refused != null);
        fault.setText(refused == null ? "" : refused);
        if (refused == null) {
            close();
            actions.change(m -> next);
        }
    }
}
