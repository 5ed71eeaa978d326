package org.shapan.portal.pivot;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.Menu;

/** The part of the bar above a pivot that changes what it computes: layout with totals, show as, order, conditions, calculations. */
final class AnalysisTools extends Span {
    private final PivotActions actions;
    private final CalculationDialog.Check check;

    /** @param check checks a model's statement */
    AnalysisTools(PivotActions actions, CalculationDialog.Check check) {
        this.actions = actions;
        this.check = check;
        addClassName("row");
    }

    void show(PivotModel model, PivotFields fields) {
        removeAll();
        if (model.mdx() != null) {
            add(Buttons.plain(getTranslation("pivot.mdx.leave"), () -> actions.change(m -> m.withMdx(null))));
            return;
        }
        menu("pivot.form", menu -> layout(menu, model));
        if (!model.measures().isEmpty()) {
            menu("pivot.as", menu -> showAs(menu, model, fields));
            if (!model.rows().isEmpty()) {
                menu("pivot.order", menu -> order(menu, model, fields));
            }
            if (!model.rows().isEmpty() || !model.columns().isEmpty()) {
                add(Buttons.plain(
                        getTranslation("pivot.where"), () -> new ConditionDialog(actions, model, fields).open()));
            }
        }
        if (!model.measures().isEmpty()) {
            add(Buttons.plain(
                    getTranslation("pivot.highlight"), () -> new HighlightDialog(actions, model, fields).open()));
        }
        if (!fields.measures().isEmpty()) {
            add(Buttons.with(
                    Icon.FORMULA,
                    getTranslation("pivot.calculate"),
                    () -> new CalculationDialog(actions, model, fields, check).open()));
        }
    }

    private void menu(String key, Consumer<Menu> fill) {
        NativeButton button = Buttons.plain("", () -> {});
        button.add(new Span(getTranslation(key)), Icon.CHEVRON.create());
        add(button);
        Menu.onDemand(button, fill);
    }

    private void layout(Menu menu, PivotModel model) {
        if (!model.rows().isEmpty()) {
            form(menu, model.look());
        }
        totals(menu, model.totals());
    }

    private void totals(Menu menu, Totals now) {
        menu.head(Menu.remark(getTranslation("pivot.subtotals")));
        for (PivotModel.Subtotals where : PivotModel.Subtotals.values()) {
            item(menu, "pivot.subtotals." + where, where == now.subtotals(), now.withSubtotals(where));
        }
        menu.head(Menu.remark(getTranslation("pivot.total")));
        item(menu, "pivot.totals.rows", now.rows(), now.withGrand(!now.rows(), now.columns()));
        item(menu, "pivot.totals.columns", now.columns(), now.withGrand(now.rows(), !now.columns()));
        item(menu, "pivot.totals.first", now.first(), now.withFirst(!now.first()));
        item(menu, "pivot.totals.visual", now.visual(), now.withVisual(!now.visual()));
        menu.head(Menu.remark(getTranslation("pivot.totals.how")));
        for (Totals.How how : Totals.How.values()) {
            item(menu, "pivot.totals." + how, how == now.how(), now.withHow(how));
        }
    }

    private void form(Menu menu, PivotLook now) {
        menu.head(Menu.remark(getTranslation("pivot.form.heads")));
        for (PivotLook.Form form : PivotLook.Form.values()) {
            menu.item(
                    getTranslation("pivot.form." + form),
                    form == now.form(),
                    () -> actions.change(m -> m.withLook(m.look().withForm(form))));
        }
        if (now.form() != PivotLook.Form.COMPACT) {
            menu.item(
                    getTranslation("pivot.form.repeat"),
                    now.repeat(),
                    () -> actions.change(m -> m.withLook(m.look().withRepeat(!now.repeat()))));
        }
    }

    private void item(Menu menu, String key, boolean chosen, Totals next) {
        menu.item(getTranslation(key), chosen, () -> actions.change(m -> m.withTotals(next)));
    }

    private void showAs(Menu menu, PivotModel model, PivotFields fields) {
        List<String> bases =
                model.measures().stream().map(ShowAs::base).distinct().toList();
        for (String base : bases) {
            if (bases.size() > 1) {
                menu.head(Menu.remark(MeasureText.of(base, model, fields, this::getTranslation)));
            }
            for (ShowAs kind : ShowAs.of(fields)) {
                String name = kind.of(base);
                menu.item(
                        getTranslation("pivot.as." + kind),
                        model.measures().contains(name),
                        () -> actions.change(m -> m.toggleMeasure(name)));
            }
        }
    }

    private void order(Menu menu, PivotModel model, PivotFields fields) {
        menu.item(
                getTranslation("pivot.order.none"), model.sort() == null, () -> actions.change(m -> m.withSort(null)));
        for (String measure : model.measures()) {
            menu.head(Menu.remark(MeasureText.of(measure, model, fields, this::getTranslation)));
            for (Sort.Order order : List.of(Sort.Order.DESC, Sort.Order.ASC, Sort.Order.BDESC)) {
                order(menu, model, Sort.of(order, measure, List.of()));
            }
        }
        for (AxisField field : model.rows()) {
            menu.head(Menu.remark(
                    fields.hierarchy(field.hierarchy()).orElseThrow().caption()));
            for (Sort.Order order : List.of(Sort.Order.ASC, Sort.Order.DESC)) {
                order(menu, model, new Sort(order, List.of(field.hierarchy())));
            }
            for (Sort.Order order : List.of(Sort.Order.ASC, Sort.Order.DESC)) {
                Sort sort = Sort.byKey(order, field.hierarchy());
                menu.item(
                        getTranslation("pivot.order.key." + order),
                        sort.equals(model.sort()),
                        () -> actions.change(m -> m.withSort(sort)));
            }
        }
    }

    private void order(Menu menu, PivotModel model, Sort sort) {
        menu.item(
                getTranslation("pivot.order." + sort.order()),
                sort.equals(model.sort()),
                () -> actions.change(m -> m.withSort(sort)));
    }
}
