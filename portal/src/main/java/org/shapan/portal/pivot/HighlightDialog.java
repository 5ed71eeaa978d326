package org.shapan.portal.pivot;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.shapan.portal.pivot.format.Highlight;
import org.shapan.portal.widget.Buttons;

/** How the figures of each measure are marked: bars, colour scale, red, yellow and green by a person's thresholds. */
final class HighlightDialog extends Dialog {
    private static final String USUAL = "USUAL";
    private static final int USUAL_COUNT = 5;

    private final PivotActions actions;
    private final List<Line> lines = new ArrayList<>();

    HighlightDialog(PivotActions actions, PivotModel model, PivotFields fields) {
        this.actions = actions;
        setHeaderTitle(getTranslation("pivot.highlight"));
        Div body = new Div();
        body.addClassNames("conditions", "highlights");
        for (String measure :
                model.measures().stream().filter(m -> !Trend.is(m)).toList()) {
            Line line = new Line(
                    measure, MeasureText.of(measure, model, fields, this::getTranslation), model.style(measure));
            lines.add(line);
            body.add(line);
        }
        Span hint = new Span(getTranslation("pivot.highlight.hint"));
        hint.addClassName("hint");
        body.add(hint);
        add(body);
        getFooter()
                .add(
                        Buttons.plain(getTranslation("pivot.cancel"), this::close),
                        Buttons.primary(getTranslation("pivot.picker.apply"), this::apply));
    }

    private void apply() {
        List<UnaryOperator<PivotModel>> changes = new ArrayList<>();
        for (Line line : lines) {
            if (!line.valid()) {
                return;
            }
            Highlight chosen = line.read();
            changes.add(m -> m.withStyle(line.measure, m.style(line.measure).with(chosen)));
        }
        close();
        actions.change(m -> {
            PivotModel next = m;
            for (UnaryOperator<PivotModel> change : changes) {
                next = change.apply(next);
            }
            return next;
        });
    }

    /** The choice for one measure. */
    private static final class Line extends Div {
        private final String measure;
        private final Select<String> kind = new Select<>();
        private final NumberField good = new NumberField();
        private final NumberField bad = new NumberField();
        private final IntegerField count = new IntegerField();

        Line(String measure, String caption, MeasureStyle style) {
            this.measure = measure;
            addClassName("own");
            List<String> kinds = new ArrayList<>(List.of(USUAL));
            for (Highlight.Kind each : Highlight.Kind.values()) {
                kinds.add(each.name());
            }
            kind.setLabel(caption);
            kind.setItems(kinds);
            kind.setItemLabelGenerator(name -> getTranslation("pivot.highlight." + name));
            good.setLabel(getTranslation("pivot.highlight.good"));
            bad.setLabel(getTranslation("pivot.highlight.bad"));
            count.setLabel(getTranslation("pivot.highlight.count"));
            count.setMin(1);
            count.setMax(Highlight.MOST);
            count.setStepButtonsVisible(true);
            count.setValue(USUAL_COUNT);
            Highlight now = style.highlight();
            kind.addValueChangeListener(change -> show());
            kind.setValue(now == null ? USUAL : now.kind().name());
            if (now != null && now.kind() == Highlight.Kind.LIGHTS) {
                good.setValue(now.good());
                bad.setValue(now.bad());
            }
            if (now != null && now.counted()) {
                count.setValue(now.count());
            }
            add(kind, good, bad, count);
        }

        private void show() {
            boolean lights = lights();
            good.setVisible(lights);
            bad.setVisible(lights);
            count.setVisible(counted());
        }

        private boolean counted() {
            return Highlight.Kind.TOP.name().equals(kind.getValue())
                    || Highlight.Kind.BOTTOM.name().equals(kind.getValue());
        }

        private boolean lights() {
            return Highlight.Kind.LIGHTS.name().equals(kind.getValue());
        }

        boolean valid() {
            good.setInvalid(lights() && good.getValue() == null);
            bad.setInvalid(lights() && bad.getValue() == null);
            Integer marked = count.getValue();
            count.setInvalid(counted() && (marked == null || marked < 1 || marked > Highlight.MOST));
            return !good.isInvalid() && !bad.isInvalid() && !count.isInvalid();
        }

        /** Null for what the grid does by itself. */
        Highlight read() {
            if (lights()) {
                return Highlight.lights(good.getValue(), bad.getValue());
            }
            if (counted()) {
                return Highlight.extreme(Highlight.Kind.valueOf(kind.getValue()), count.getValue());
            }
            return kind.getValue().equals(USUAL) ? null : Highlight.parse(kind.getValue());
        }
    }
}
