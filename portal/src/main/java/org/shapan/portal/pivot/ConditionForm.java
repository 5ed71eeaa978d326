package org.shapan.portal.pivot;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.Optional;

/** The fields that make one condition: the first ten, a figure of at least, a label that contains. */
final class ConditionForm extends Div {
    private final Select<Condition.Kind> kind = new Select<>();
    private final Select<String> measure = new Select<>();
    private final BigDecimalField low = new BigDecimalField();
    private final BigDecimalField high = new BigDecimalField();
    private final TextField text = new TextField();

    /** @param model has a measure */
    ConditionForm(PivotModel model, PivotFields fields) {
        addClassName("conditions");
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
        add(kind, measure, low, high, text);
    }

    private void show() {
        boolean label = kind.getValue().label();
        measure.setVisible(!label);
        low.setVisible(!label);
        high.setVisible(kind.getValue() == Condition.Kind.BETWEEN);
        text.setVisible(label);
    }

    /** The condition; empty, with the wrong fields marked, where it is none. */
    Optional<Condition> read() {
        Condition.Kind chosen = kind.getValue();
        text.setInvalid(chosen.label() && text.getValue().isBlank());
        low.setInvalid(!chosen.label() && (low.getValue() == null || tooSmall(chosen)));
        high.setInvalid(chosen == Condition.Kind.BETWEEN && high.getValue() == null);
        if (text.isInvalid() || low.isInvalid() || high.isInvalid()) {
            return Optional.empty();
        }
        if (chosen.label()) {
            return Optional.of(Condition.label(chosen, text.getValue().strip()));
        }
        return Optional.of(
                chosen == Condition.Kind.BETWEEN
                        ? Condition.between(measure.getValue(), low.getValue(), high.getValue())
                        : Condition.value(chosen, measure.getValue(), low.getValue()));
    }

    /** How many, or what share, is at least something. */
    private boolean tooSmall(Condition.Kind chosen) {
        return chosen.compareTo(Condition.Kind.AT_LEAST) < 0 && low.getValue().signum() <= 0;
    }
}
