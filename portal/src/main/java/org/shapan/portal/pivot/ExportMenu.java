package org.shapan.portal.pivot;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.Menu;

/** Takes the result elsewhere: workbook, CSV, PDF, picture of the chart, clipboard. A file is made while it is downloaded. */
final class ExportMenu extends Span {
    /** Cells that go to the clipboard at once. */
    private static final long MOST_COPIED = 200_000;

    private static final int TIP = 4_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private interface Writing {
        void write(ExportSheet sheet, OutputStream out) throws IOException;
    }

    private final ExportLimits limits;
    private final transient Consumer<String> onRecord;
    private final Anchor workbook;
    private final Anchor csv;
    private final Anchor pdf;
    private final Anchor print;
    private final NativeButton schedule;
    private volatile ExportSheet sheet;

    /**
     * @param picture downloads the chart as a picture with these facts
     * @param onRecord is told what leaves before it does, and throws where it may not
     * @param send makes a schedule of the pivot
     */
    ExportMenu(ExportLimits limits, Consumer<ExportSheet> picture, Consumer<String> onRecord, Runnable send) {
        this.limits = limits;
        this.onRecord = onRecord;
        String factsName = getTranslation("pivot.export.facts");
        String trends = getTranslation("pivot.trends");
        Locale locale = getLocale();
        workbook = file(
                "xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                true,
                (exported, out) -> new WorkbookExport(exported, factsName, trends).write(out));
        csv = file("csv", "text/csv; charset=utf-8", true, ExportMenu::csv);
        Writing pages = (exported, out) -> new PdfExport(exported, locale).write(out);
        pdf = file("pdf", "application/pdf", true, pages);
        print = file("pdf", "application/pdf", false, pages);
        NativeButton button = Buttons.with(Icon.EXPORT, getTranslation("pivot.export"), () -> {});
        button.add(Icon.CHEVRON.create());
        Menu menu = new Menu(button).alignEnd();
        menu.item(getTranslation("pivot.export.xlsx"), false, () -> download(workbook, limits.cells()));
        menu.item(getTranslation("pivot.export.csv"), false, () -> download(csv, limits.cells()));
        menu.item(getTranslation("pivot.export.pdf"), false, () -> download(pdf, limits.pdfCells()));
        menu.item(getTranslation("pivot.export.png"), false, () -> {
            if (sheet != null) {
                onRecord.accept(sheet.fileName("png"));
                picture.accept(sheet);
            }
        });
        menu.item(getTranslation("pivot.export.print"), false, () -> download(print, limits.pdfCells()));
        menu.item(getTranslation("pivot.export.clipboard"), false, this::copy);
        menu.item(getTranslation("pivot.export.mdx"), false, this::copyMdx);
        schedule = menu.item(getTranslation("pivot.schedule"), false, send);
        add(button, workbook, csv, pdf, print);
        setVisible(false);
    }

    /**
     * What is exported from now on; null for nothing.
     *
     * @param reports whether there are reports, so that it can be sent by a schedule
     */
    void show(ExportSheet shown, boolean reports) {
        sheet = shown;
        schedule.setVisible(reports);
        setVisible(shown != null);
    }

    /** @param saved whether the browser is to save it; else it shows it */
    private Anchor file(String ending, String mediaType, boolean saved, Writing writing) {
        Anchor anchor = new Anchor(
                (DownloadHandler) event -> {
                    ExportSheet exported = sheet;
                    onRecord.accept(exported.fileName(ending));
                    if (saved) {
                        event.setFileName(exported.fileName(ending));
                    } else {
                        event.getResponse().setHeader("Content-Disposition", "inline");
                    }
                    event.setContentType(mediaType);
                    try (OutputStream out = event.getOutputStream()) {
                        writing.write(exported.read(), out);
                    }
                },
                "");
        anchor.getElement().setAttribute("hidden", true);
        if (saved) {
            anchor.getElement().setAttribute("download", true);
        } else {
            anchor.setTarget("_blank");
        }
        anchor.setClassName("export-" + (saved ? ending : "print"));
        return anchor;
    }

    private static void csv(ExportSheet exported, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        TextExport.COMMA.write(exported, writer);
        writer.flush();
    }

    private void download(Anchor file, long most) {
        if (!refused(most)) {
            file.getElement().executeJs("this.click()");
        }
    }

    private void copy() {
        if (!refused(MOST_COPIED)) {
            copied(sheet.cells());
            getUI().ifPresent(ui ->
                    ui.getPage().executeJs("navigator.clipboard?.writeText($0)", TextExport.TAB.write(sheet.read())));
            tell(getTranslation("pivot.copied"));
        }
    }

    /** Puts on record that cells of what is shown go to the clipboard. */
    void copied(long cells) {
        if (sheet != null) {
            onRecord.accept(sheet.fileName("clipboard") + " (" + cells + ")");
        }
    }

    /** The statement holds names, no figures. */
    private void copyMdx() {
        if (sheet != null && sheet.content() instanceof PivotResult result) {
            getUI().ifPresent(ui -> ui.getPage().executeJs("navigator.clipboard?.writeText($0)", result.mdx()));
            tell(getTranslation("pivot.copied"));
        }
    }

    private boolean refused(long most) {
        if (sheet == null) {
            return true;
        }
        boolean tooMany = sheet.cells() > most
                || sheet.content().columnCount() + sheet.headColumns() > WorkbookExport.MOST_COLUMNS
                || sheet.content().rowCount() + sheet.headRows() > WorkbookExport.MOST_ROWS;
        if (tooMany) {
            Figures figures = Figures.in(getLocale());
            tell(getTranslation("pivot.export.tooMany", figures.number(sheet.cells(), 0), figures.number(most, 0)));
        }
        return tooMany;
    }

    private static void tell(String text) {
        Notification.show(text, TIP, Notification.Position.BOTTOM_CENTER);
    }
}
