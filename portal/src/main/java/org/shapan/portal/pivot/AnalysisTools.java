package org.shapan.portal.pivot;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.Menu;

/** The part of the bar above a pivot that changes what it computes: totals and subtotals. */
final class AnalysisTools extends Span {
    private final PivotActions actions;

    AnalysisTools(PivotActions actions) {
        this.actions = actions;
        addClassName("row");
    }

    void show(PivotModel model) {
        removeAll();
        NativeButton subtotals = Buttons.plain("", () -> {});
        subtotals.add(new Span(getTranslation("pivot.subtotals")), Icon.CHEVRON.create());
        Menu menu = new Menu(subtotals);
        for (PivotModel.Subtotals where : PivotModel.Subtotals.values()) {
            menu.item(
                    getTranslation("pivot.subtotals." + where),
                    where == model.subtotals(),
                    () -> actions.change(m -> m.withSubtotals(where)));
        }
        menu.item(getTranslation("pivot.totals"), model.totals(), () -> actions.change(m -> m.withTotals(!m.totals())));
        add(subtotals);
    }
}
