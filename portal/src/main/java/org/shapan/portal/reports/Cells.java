package org.shapan.portal.reports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;

/** Pieces of the lists of this room. */
final class Cells {
    private Cells() {}

    static NativeTable table(NativeTableBody body, NativeTableHeaderCell... heads) {
        NativeTable table = new NativeTable();
        table.addClassName("rct");
        NativeTableRow head = new NativeTableRow();
        for (NativeTableHeaderCell cell : heads) {
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        table.getHead().add(head);
        table.add(body);
        return table;
    }

    static NativeTableHeaderCell head(String text, String... classes) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.addClassNames(classes);
        return cell;
    }

    static NativeTableCell text(String text, String... classes) {
        NativeTableCell cell = new NativeTableCell(text);
        cell.addClassNames(classes);
        return cell;
    }

    static NativeTableCell of(Component... components) {
        return new NativeTableCell(components);
    }

    static HtmlContainer bold(String text) {
        HtmlContainer bold = new HtmlContainer("b");
        bold.addClassName("b");
        bold.setText(text);
        return bold;
    }

    static Span muted(String text) {
        Span muted = new Span(text);
        muted.addClassName("muted");
        return muted;
    }

    /** A line of a detail: name at the left, value at the right. */
    static Div pair(String name, Component value) {
        Div line = new Div(new Span(name), value);
        line.addClassName("kv");
        return line;
    }

    /** Makes a row selectable by mouse and keyboard. */
    static void onChoose(NativeTableRow row, boolean chosen, Runnable action) {
        row.setClassName("sel", chosen);
        row.getElement().setAttribute("tabindex", "0").setAttribute("aria-selected", Boolean.toString(chosen));
        row.getElement().addEventListener("click", event -> action.run());
        row.getElement().addEventListener("keydown", event -> action.run()).setFilter("event.key === 'Enter'");
    }
}
