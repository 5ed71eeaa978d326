package org.shapan.portal.pivot;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.sql.SQLException;
import org.shapan.portal.widget.Buttons;

/** Writes the pivot's statement by hand. The engine checks it in the background before it is run; a fault is shown at its place. */
final class MdxDialog extends Dialog {
    private final PivotActions actions;
    private final PivotModel model;
    private final CalculationDialog.Check check;
    private final MdxField text;
    private final Span fault = new Span();
    private final NativeButton run;

    /**
     * @param statement what is shown now
     * @param check checks a model's statement
     */
    MdxDialog(PivotActions actions, PivotModel model, String statement, CalculationDialog.Check check) {
        this.actions = actions;
        this.model = model;
        this.check = check;
        setHeaderTitle(getTranslation("pivot.mdx.edit"));
        setWidth("820px");
        text = new MdxField(getTranslation("pivot.mdx.edit"), statement);
        fault.addClassName("fault");
        fault.getElement().setAttribute("role", "alert");
        Span hint = new Span(getTranslation("pivot.mdx.hint"));
        hint.addClassName("hint");
        Div body = new Div(text, fault, hint);
        body.addClassName("conditions");
        add(body);
        run = Buttons.primary(getTranslation("pivot.mdx.run"), () -> check(true));
        getFooter().add(Buttons.plain(getTranslation("pivot.cancel"), this::close));
        if (model.mdx() != null) {
            getFooter().add(Buttons.plain(getTranslation("pivot.mdx.leave"), () -> {
                close();
                actions.change(m -> m.withMdx(null));
            }));
        }
        getFooter().add(Buttons.plain(getTranslation("pivot.mdx.check"), () -> check(false)), run);
    }

    private void check(boolean then) {
        UI ui = UI.getCurrent();
        PivotModel asked = model.withMdx(text.text());
        run.setEnabled(false);
        fault.setText(getTranslation("pivot.running"));
        Thread.ofVirtual().name("pivot-mdx").start(() -> {
            MdxFault found = fault(asked);
            ui.accessLater(() -> show(found, asked, then), () -> {}).run();
        });
    }

    /** Null where the statement is right. */
    private MdxFault fault(PivotModel asked) {
        try {
            check.check(asked);
            return null;
        } catch (SQLException | RuntimeException e) {
            return MdxFault.of(e);
        }
    }

    private void show(MdxFault found, PivotModel asked, boolean then) {
        run.setEnabled(true);
        text.fault(found == null ? null : found.place());
        if (found == null) {
            fault.setText(then ? "" : getTranslation("pivot.mdx.right"));
            if (then) {
                close();
                actions.change(m -> m.withMdx(asked.mdx()));
            }
        } else if (found.place() == null) {
            fault.setText(found.text());
        } else {
            fault.setText(getTranslation(
                    "pivot.mdx.fault", found.place().line(), found.place().column(), found.text()));
        }
    }
}
