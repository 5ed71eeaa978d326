package org.shapan.portal.sandtable;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.shapan.portal.board.Marks;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.Numbers;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.State;

/** Indicators by area in a box that scrolls: a tint and a mark where something is red or yellow, nothing else; each cell is a link. Arrows move between them. */
@JsModule("context://grid/arrow-keys.js")
final class SandGrid extends Div {
    private final SandBoard board;
    private final SandText text;
    private final Words words;
    private final Function<SandUnit, String> open;

    /** @param open where the head of a column leads */
    SandGrid(SandBoard board, SandText text, Words words, Figures figures, Function<SandUnit, String> open) {
        this.board = board;
        this.text = text;
        this.words = words;
        this.open = open;
        addClassName("sand");
        Element table = new Element("table");
        table.setAttribute("data-arrow-keys", "");
        table.appendChild(head(), body());
        getElement().appendChild(table);
        SandQuestions questions = new SandQuestions(board, words, figures);
        Numbers.of(this, "td.m", index -> questions.cell(at(index)));
    }

    /** The cell at a place: row by row, the area as a whole first. */
    private SandCell at(int index) {
        List<SandUnit> parts = board.figures().parts();
        int column = index % (parts.size() + 1);
        return board.figures()
                .cell(
                        board.figures().kpis().get(index / (parts.size() + 1)),
                        column == 0 ? board.figures().area() : parts.get(column - 1),
                        board.month());
    }

    private Element head() {
        Element head = new Element("thead");
        if (board.figures().parts().stream()
                .anyMatch(part -> part.parent() != board.figures().area())) {
            head.appendChild(cities());
        }
        Element row = new Element("tr");
        row.appendChild(cell("th", "nm", words.get("sand.kpi")));
        row.appendChild(cell("th", "num co", board.figures().area().name()));
        for (SandUnit part : board.figures().parts()) {
            Element column = cell("th", "num", "");
            if (part.hasParts()) {
                Element link = new Element("a").setAttribute("href", open.apply(part));
                link.setText(part.name());
                column.appendChild(link);
            } else {
                column.setText(part.name());
            }
            row.appendChild(column.setAttribute("title", part.name()));
        }
        return head.appendChild(row);
    }

    /** The cities above their branches. */
    private Element cities() {
        Element row = new Element("tr").setAttribute("class", "above");
        row.appendChild(cell("th", "nm", ""), cell("th", "co", ""));
        SandUnit city = null;
        Element last = null;
        int span = 0;
        for (SandUnit part : board.figures().parts()) {
            if (!part.parent().equals(city)) {
                city = part.parent();
                span = 0;
                last = cell("th", "", city.name());
                row.appendChild(last);
            }
            last.setAttribute("colspan", Integer.toString(++span));
        }
        return row;
    }

    private Element body() {
        Element body = new Element("tbody");
        SandDomain domain = null;
        for (SandKpi kpi : board.figures().kpis()) {
            if (kpi.domain() != domain) {
                domain = kpi.domain();
                Element group = new Element("tr").setAttribute("class", "g");
                int columns = board.figures().parts().size() + 2;
                group.appendChild(cell("td", "", words.get("sand.domain." + domain))
                        .setAttribute("colspan", Integer.toString(columns)));
                body.appendChild(group);
            }
            body.appendChild(row(kpi));
        }
        return body;
    }

    private Element row(SandKpi kpi) {
        Element row = new Element("tr");
        Element name = cell("th", "nm", "").setAttribute("scope", "row");
        Element unit = new Element("span").setAttribute("class", "u");
        unit.setText(text.unit(kpi));
        name.appendChild(Element.createText(text.name(kpi)), unit);
        row.appendChild(name);
        List<SandUnit> units = new ArrayList<>(List.of(board.figures().area()));
        units.addAll(board.figures().parts());
        for (SandUnit each : units) {
            row.appendChild(figure(
                    board.figures().cell(kpi, each, board.month()),
                    each == board.figures().area()));
        }
        return row;
    }

    private Element figure(SandCell cell, boolean total) {
        State state = Marks.of(cell.state());
        boolean marked = state == State.RED || state == State.YELLOW;
        Element td = cell("td", "m num" + (total ? " co" : "") + (marked ? " " + state.cssClass() : ""), "");
        String value = text.cell(cell);
        if (value.isEmpty()) {
            if (cell.value().isEmpty() && !cell.kpi().isByArea()) {
                td.setText("—");
                td.setAttribute("class", "m num no");
            }
            return td;
        }
        Element link = new Element("a").setAttribute("href", text.href(cell));
        link.setAttribute("title", text.explanation(cell));
        if (marked) {
            link.appendChild(new Element("i")
                    .setAttribute("class", "st " + state.cssClass())
                    .setAttribute("role", "img")
                    .setAttribute("aria-label", getTranslation(state.textKey())));
        }
        link.appendChild(Element.createText(value));
        return td.appendChild(link);
    }

    private static Element cell(String tag, String classes, String content) {
        Element cell = new Element(tag);
        if (!classes.isEmpty()) {
            cell.setAttribute("class", classes);
        }
        if (!content.isEmpty()) {
            cell.setText(content);
        }
        return cell;
    }
}
