package org.shapan.portal.pivot;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shapan.engine.api.RowBlock;
import org.shapan.portal.customer.Unmasking;
import org.shapan.portal.security.Audit;
import org.shapan.portal.security.AuditEntry;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.Menu;

/** The rows behind a cell: a page at a time, the columns that are wanted, as a file. */
final class RowsDialog extends Dialog {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Where rows come from; it connects, so it is made in the background. */
    interface Source {
        CellRows open() throws SQLException;
    }

    private final Source source;
    private final RowLimits limits;
    private final Unmasking unmasking;
    private final Audit audit;
    private final List<ExportSheet.Fact> facts;
    private final String subject;
    private final Div body = new Div();
    private final Span place = new Span();
    private final Span note = new Span();
    private final NativeButton before;
    private final NativeButton after;
    private final NativeButton columnsButton;
    private final Menu columnsMenu;
    private final NativeButton unmask;
    private final NativeButton csv;
    private final Anchor file;
    private final Set<String> chosen = new LinkedHashSet<>();
    private List<RowBlock.Column> all = List.of();
    private volatile CellRows rows;
    private CellRows.Window window;
    private volatile String purpose;
    private long asked;

    /**
     * @param subject the cell in words, for the head and the audit log
     * @param facts what stands above the rows in a file
     */
    RowsDialog(
            Source source,
            RowLimits limits,
            Unmasking unmasking,
            Audit audit,
            String subject,
            List<ExportSheet.Fact> facts) {
        this.source = source;
        this.limits = limits;
        this.unmasking = unmasking;
        this.audit = audit;
        this.subject = subject;
        this.facts = List.copyOf(facts);
        setHeaderTitle(getTranslation("pivot.rows.title", subject));
        setWidth("min(1180px, 94vw)");
        setHeight("min(720px, 88vh)");
        setResizable(true);
        addClassName("rows-behind");
        before = Buttons.plain("‹ " + getTranslation("pivot.rows.before"), () -> read(window.from() - limits.page()));
        after = Buttons.plain(getTranslation("pivot.rows.after") + " ›", () -> read(window.from() + limits.page()));
        columnsButton = Buttons.plain(getTranslation("pivot.rows.columns"), () -> {});
        columnsButton.add(Icon.CHEVRON.create());
        columnsMenu = new Menu(columnsButton);
        unmask = Buttons.plain(getTranslation("customers.unmask"), this::ask);
        file = file();
        csv = Buttons.with(
                Icon.EXPORT,
                getTranslation("pivot.rows.csv"),
                () -> file.getElement().executeJs("this.click()"));
        NativeButton close = Buttons.plain(getTranslation("pivot.rows.close"), this::close);
        Span gap = new Span();
        gap.addClassName("right");
        place.getElement().setAttribute("aria-live", "polite");
        note.addClassName("hint");
        Div tools = new Div(columnsButton, unmask, csv, file, note);
        tools.addClassName("row");
        body.addClassName("rows-table");
        Div content = new Div(tools, body);
        content.addClassName("rows-content");
        add(content);
        getFooter().add(place, gap, before, after, close);
        controls();
    }

    /** Opens with the first page on its way. */
    void show() {
        open();
        read(0);
    }

    private void read(int from) {
        UI ui = UI.getCurrent();
        long number = ++asked;
        List<String> wanted = List.copyOf(chosen);
        body.setClassName("loading", true);
        Thread.ofVirtual().name("rows").start(() -> {
            try {
                if (rows == null) {
                    CellRows opened = source.open();
                    List<RowBlock.Column> columns = opened.columns();
                    rows = opened;
                    ui.accessLater(() -> start(columns), () -> {}).run();
                } else {
                    CellRows.Window found = rows.read(wanted, Math.max(0, from), limits.page());
                    ui.accessLater(() -> accept(number, found), () -> {}).run();
                }
            } catch (SQLException | RuntimeException e) {
                ui.accessLater(() -> fail(number, e), () -> {}).run();
            }
        });
    }

    private void accept(long number, CellRows.Window found) {
        if (number != asked) {
            return;
        }
        window = found;
        draw();
    }

    /** Keys of members are there to be chosen, but not at first. */
    private void start(List<RowBlock.Column> columns) {
        all = columns;
        all.stream().filter(column -> !CellRows.key(column)).forEach(column -> chosen.add(column.name()));
        columnChoice();
        read(0);
    }

    private void fail(long number, Exception failure) {
        if (number == asked) {
            body.setClassName("loading", false);
            body.removeAll();
            Div fault = new Div(
                    failure instanceof UnknownNameException
                            ? getTranslation("pivot.rows.written")
                            : String.valueOf(failure.getMessage()));
            fault.addClassName("fault");
            fault.getElement().setAttribute("role", "alert");
            body.add(fault);
            controls();
        }
    }

    private void columnChoice() {
        columnsMenu.clear();
        for (RowBlock.Column column : all) {
            Checkbox box = new Checkbox(column.caption(), chosen.contains(column.name()));
            box.addValueChangeListener(change -> {
                boolean last = !change.getValue() && chosen.size() == 1;
                if (last) {
                    box.setValue(true);
                } else if (change.isFromClient()) {
                    List<String> order = new ArrayList<>();
                    all.stream()
                            .map(RowBlock.Column::name)
                            .filter(name -> name.equals(column.name()) ? change.getValue() : chosen.contains(name))
                            .forEach(order::add);
                    chosen.clear();
                    chosen.addAll(order);
                    read(0);
                }
            });
            columnsMenu.add(box);
        }
    }

    private void draw() {
        body.setClassName("loading", false);
        body.removeAll();
        String why = purpose;
        List<Object[]> shown = why == null ? window.masked() : window.whole(numbers -> unmasking.record(numbers, why));
        HtmlContainer table = new HtmlContainer("table");
        HtmlContainer head = new HtmlContainer("tr");
        for (RowBlock.Column column : window.block().columns()) {
            HtmlContainer cell = new HtmlContainer("th");
            cell.setText(column.caption());
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        HtmlContainer top = new HtmlContainer("thead");
        top.add(head);
        HtmlContainer lines = new HtmlContainer("tbody");
        Figures figures = Figures.in(getLocale());
        for (Object[] row : shown) {
            HtmlContainer line = new HtmlContainer("tr");
            for (Object value : row) {
                HtmlContainer cell = new HtmlContainer("td");
                cell.setText(text(value, figures));
                cell.setClassName("n", value instanceof Number);
                line.add(cell);
            }
            lines.add(line);
        }
        table.add(top, lines);
        body.add(table);
        if (why != null && !window.hidden().isEmpty()) {
            Div mark = new Div(unmasking.viewer());
            mark.addClassName("rows-mark");
            mark.getElement().setAttribute("aria-hidden", "true");
            body.add(mark);
        }
        controls();
    }

    private static String text(Object value, Figures figures) {
        return switch (value) {
            case null -> "";
            case Boolean yes -> yes ? "✓" : "";
            case Double number -> figures.number(number, number == Math.rint(number) ? 0 : 2);
            case Float number -> figures.number(number, 2);
            case java.math.BigDecimal number ->
                figures.number(number.doubleValue(), number.stripTrailingZeros().scale() > 0 ? 2 : 0);
            default -> value.toString();
        };
    }

    private void controls() {
        boolean read = window != null && !body.getChildren().findFirst().isEmpty();
        int from = read ? window.from() : 0;
        int count = read ? window.block().rows().size() : 0;
        Figures figures = Figures.in(getLocale());
        place.setText(
                !read
                        ? ""
                        : count == 0
                                ? getTranslation("pivot.rows.none")
                                : getTranslation(
                                        window.block().more() ? "pivot.rows.some" : "pivot.rows.last",
                                        figures.number(from + 1, 0),
                                        figures.number(from + count, 0)));
        before.setEnabled(from > 0);
        after.setEnabled(read && window.block().more());
        csv.setEnabled(count > 0);
        boolean hidden = read && !window.hidden().isEmpty();
        unmask.setVisible(hidden && purpose == null && unmasking.isAllowed());
        String cap = figures.number(most(), 0);
        note.setText(
                hidden && purpose == null
                        ? getTranslation("pivot.rows.masked", cap)
                        : getTranslation("pivot.rows.cap", cap));
        columnsButton.setEnabled(!all.isEmpty());
    }

    private int most() {
        return unmasking.isAllowed() ? limits.exportUnmasking() : limits.export();
    }

    private void ask() {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("customers.unmask"));
        TextField field = new TextField(getTranslation("customers.purpose"));
        field.setMaxLength(Unmasking.LONGEST_PURPOSE);
        field.setWidthFull();
        field.setValueChangeMode(ValueChangeMode.EAGER);
        Span why = new Span(getTranslation("pivot.rows.unmask.why"));
        why.addClassName("hint");
        NativeButton show = Buttons.primary(getTranslation("customers.unmask.show"), () -> {
            purpose = field.getValue();
            dialog.close();
            draw();
        });
        show.setEnabled(false);
        field.addValueChangeListener(change -> show.setEnabled(Unmasking.isPurpose(change.getValue())));
        dialog.add(new Div(field, why));
        dialog.setWidth("420px");
        dialog.getFooter().add(Buttons.plain(getTranslation("customers.unmask.cancel"), dialog::close), show);
        dialog.open();
    }

    /** A file is written while it is downloaded, and put on record before. */
    private Anchor file() {
        Anchor anchor = new Anchor(
                (DownloadHandler) event -> {
                    event.setFileName("rows.csv");
                    event.setContentType("text/csv; charset=utf-8");
                    String why = purpose;
                    audit.record(
                            AuditEntry.Action.EXPORT,
                            subject + (why == null ? "" : ": " + why.strip()),
                            AuditEntry.Outcome.OK);
                    try (Writer out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
                        out.write(BYTE_ORDER_MARK);
                        for (ExportSheet.Fact fact : facts) {
                            TextExport.COMMA.values(out, List.of(fact.label(), fact.text()));
                        }
                        TextExport.COMMA.values(out, List.of());
                        rows.csv(
                                out,
                                List.copyOf(chosen),
                                most(),
                                why == null ? null : numbers -> unmasking.record(numbers, why));
                    } catch (SQLException e) {
                        throw new IOException(e);
                    }
                },
                "");
        anchor.getElement().setAttribute("hidden", true).setAttribute("download", true);
        anchor.setClassName("export-rows");
        return anchor;
    }
}
