package org.shapan.portal.reports;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.shapan.portal.widget.Badge;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.State;
import org.shapan.portal.widget.StateMark;
import org.shapan.reports.schedule.Audience;

/** Who would get what: one row for each mail, and the parts that nobody answers for. */
final class AudienceCard extends Composite<Card> {
    private static final int MOST_ROWS = 100;

    AudienceCard() {
        Div hint = new Div(getTranslation("reports.editor.audience.hint"));
        hint.addClassName("hint");
        getContent().flush().body(hint).addClassName("nx");
    }

    @Override
    protected Card initContent() {
        return new Card(getTranslation("reports.editor.audience"));
    }

    /** @param subject of the first mail, empty where it is not known */
    void show(Audience audience, Optional<String> subject) {
        long parts =
                audience.copies().stream().map(Audience.Copy::part).distinct().count();
        long people = audience.copies().stream()
                .map(copy -> copy.recipient().address())
                .distinct()
                .count();
        getContent().remark(getTranslation("reports.editor.audience.count", parts, people));
        long vacant = audience.vacant().size()
                + audience.copies().stream()
                        .filter(Audience.Copy::standIn)
                        .map(Audience.Copy::part)
                        .distinct()
                        .count();
        if (vacant > 0) {
            getContent().tools(Badge.of(State.YELLOW, getTranslation("reports.editor.vacant.count", vacant)));
        } else {
            getContent().tools();
        }
        NativeTableBody body = new NativeTableBody();
        audience.vacant()
                .forEach(part -> body.add(row(
                        part,
                        getTranslation("reports.editor.vacant"),
                        getTranslation("reports.editor.vacant.nobody"),
                        State.YELLOW)));
        audience.copies().stream().limit(MOST_ROWS).forEach(copy -> {
            String address = copy.recipient().address();
            body.add(row(
                    copy.caption() == null ? "—" : copy.caption(),
                    copy.recipient().name(),
                    copy.standIn() ? getTranslation("reports.editor.standin", address) : address,
                    copy.standIn() ? State.YELLOW : State.GREEN));
        });
        NativeTable table = new NativeTable();
        table.add(body);
        Div said = new Div(subject.map(text -> getTranslation("reports.editor.subject.first", text))
                .orElse(""));
        said.addClassNames("hint", "sec-note");
        said.setVisible(subject.isPresent());
        Div rest = new Div();
        if (audience.copies().size() > MOST_ROWS) {
            rest.setText(getTranslation(
                    "reports.editor.audience.rest", audience.copies().size() - MOST_ROWS));
            rest.addClassName("hint");
        }
        getContent().body(said, table, rest);
    }

    private static NativeTableRow row(String part, String who, String where, State mark) {
        Div name = new Div(who);
        Span address = new Span(where);
        address.addClassName("hint");
        NativeTableCell person = Cells.of(name, address);
        NativeTableRow row = new NativeTableRow();
        row.add(Cells.of(Cells.bold(part)), person, Cells.of(new StateMark(mark)));
        return row;
    }
}
