package org.shapan.portal.pivot;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.shapan.portal.province.DataState;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.MdxText;

/** The panel at the right: where the active figure comes from, and the MDX text of the pivot. */
final class ExplainPanel extends Div {
    private final NativeButton explainTab;
    private final NativeButton mdxTab;
    private final Div body = new Div();
    private boolean mdxShown;
    private Consumer<String> edit = statement -> {};
    private PivotResult result;
    private PivotFields fields;
    private DataState data;
    private Map<String, String> captions = Map.of();
    private int row = -1;
    private int column = -1;

    ExplainPanel(Runnable onClose) {
        addClassNames("card", "ex");
        explainTab = new NativeButton(getTranslation("pivot.explain"), click -> tab(false));
        mdxTab = new NativeButton(getTranslation("pivot.mdx"), click -> tab(true));
        NativeButton close = new NativeButton("", click -> onClose.run());
        close.addClassName("right");
        close.setAriaLabel(getTranslation("pivot.close"));
        close.add(Icon.CLOSE.create());
        Div tabs = new Div(explainTab, mdxTab, close);
        tabs.addClassName("tabs");
        body.addClassName("exb");
        add(tabs, body);
        tab(false);
    }

    /** @param editor opens a statement to be edited */
    void setEditor(Consumer<String> editor) {
        edit = editor;
    }

    void show(PivotResult shown, PivotFields shownFields, DataState state, Map<String, String> memberCaptions) {
        result = shown;
        fields = shownFields;
        data = state;
        captions = memberCaptions;
        if (shown == null
                || row >= shown.rows().lines().size()
                || column >= shown.columns().lines().size()) {
            row = -1;
            column = -1;
        }
        draw();
    }

    void cell(int chosenRow, int chosenColumn) {
        row = chosenRow;
        column = chosenColumn;
        if (!mdxShown) {
            draw();
        }
    }

    private void tab(boolean mdx) {
        mdxShown = mdx;
        explainTab.setClassName("on", !mdx);
        mdxTab.setClassName("on", mdx);
        explainTab.getElement().setAttribute("aria-pressed", Boolean.toString(!mdx));
        mdxTab.getElement().setAttribute("aria-pressed", Boolean.toString(mdx));
        draw();
    }

    private void draw() {
        body.removeAll();
        if (result == null) {
            return;
        }
        if (mdxShown) {
            body.add(
                    new MdxText(result.mdx()),
                    copy(),
                    new MdxText(result.loads().plan()));
        } else if (row < 0) {
            Paragraph hint = new Paragraph(getTranslation("pivot.noCell"));
            hint.addClassName("hint");
            body.add(hint);
        } else {
            explain();
        }
    }

    private void explain() {
        Span address = new Span(address(result, row, column));
        address.addClassName("hint");
        Div value = new Div(result.text(row, column).isEmpty() ? "—" : result.text(row, column));
        value.addClassName("big");
        HtmlContainer list = new HtmlContainer("dl");
        fields.measure(ShowAs.base(result.measure(row, column)))
                .ifPresent(measure -> entry(
                        list,
                        "pivot.definition",
                        measure.description().isEmpty()
                                ? measure.caption()
                                : getTranslation("pivot.definition.value", measure.caption(), measure.description())));
        double number = result.number(row, column);
        if (!Double.isNaN(number)) {
            entry(list, "pivot.exact", BigDecimal.valueOf(number).toPlainString());
        }
        List<String> filters = new ArrayList<>();
        for (FilterField filter : result.model().filters()) {
            String members = filter.picked().isEmpty()
                    ? getTranslation("pivot.all")
                    : String.join(
                            ", ",
                            filter.picked().stream()
                                    .map(member -> captions.getOrDefault(member, member))
                                    .toList());
            fields.hierarchy(filter.hierarchy())
                    .ifPresent(hierarchy -> filters.add(hierarchy.dimension() + " " + members));
        }
        if (!filters.isEmpty()) {
            entry(list, "pivot.filtersInEffect", String.join(" · ", filters));
        }
        if (data != null && data.ofWarehouse()) {
            entry(
                    list,
                    "pivot.dataVersion",
                    getTranslation(
                            "pivot.dataVersion.value",
                            Long.toString(data.version()),
                            data.asOf().toString()));
        }
        body.add(address, value, list, new MdxText(result.mdx()), copy());
    }

    /** The heads of a cell's row and column. */
    static String address(PivotResult result, int row, int column) {
        List<String> steps = new ArrayList<>();
        result.rows().lines().get(row).heads().forEach(head -> steps.add(head.text()));
        result.columns().lines().get(column).heads().forEach(head -> steps.add(head.text()));
        return String.join(" › ", steps);
    }

    private void entry(HtmlContainer list, String key, String text) {
        HtmlContainer term = new HtmlContainer("dt");
        term.setText(getTranslation(key));
        HtmlContainer description = new HtmlContainer("dd");
        description.setText(text);
        list.add(term, description);
    }

    private Component copy() {
        NativeButton copy = MdxText.copy(getTranslation("pivot.copy"), getTranslation("pivot.copied"), result.mdx());
        Div row = new Div(copy, Buttons.plain(getTranslation("pivot.mdx.edit"), () -> edit.accept(result.mdx())));
        row.addClassName("row");
        return row;
    }
}
