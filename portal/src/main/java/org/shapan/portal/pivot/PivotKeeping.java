package org.shapan.portal.pivot;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.security.Audit;
import org.shapan.portal.security.AuditEntry.Action;
import org.shapan.portal.security.AuditEntry.Outcome;
import org.shapan.portal.widget.Buttons;

/**
 * What becomes of an open pivot as a whole: steps back and forth, saved pivots, exports, import. A link names the saved
 * pivot it came from by {@code saved}; alone ({@code saved}, {@code version}) it opens that pivot.
 */
final class PivotKeeping implements FileTools.Asked {
    static final String SAVED = "saved";
    private static final String VERSION = "version";
    /** Where a schedule is edited, and the report that lays a saved pivot out. */
    private static final String SCHEDULE = "reports/schedule";

    private static final String REPORT = "RU";
    private static final int TIP = 3_000;

    private final PivotView view;
    private final SavedPivots pivots;
    private final PortalUser user;
    private final SavedDialogs dialogs;
    private final UndoSteps steps = new UndoSteps();
    private final ExportMenu export;
    private final FileTools tools;
    private SavedPivot saved;
    private boolean fresh;

    PivotKeeping(PivotView view, SavedPivots pivots, PortalUser user, ExportLimits limits, Audit audit) {
        this.view = view;
        this.pivots = pivots;
        this.user = user;
        this.dialogs = new SavedDialogs(pivots, user);
        this.export = new ExportMenu(
                limits,
                sheet -> view.chartCard().picture(sheet),
                file -> audit.record(Action.EXPORT, file, Outcome.OK),
                this::schedule);
        this.tools = new FileTools(this, export);
    }

    FileTools tools() {
        return tools;
    }

    /** The saved pivot that is open. */
    Optional<SavedPivot> saved() {
        return Optional.ofNullable(saved);
    }

    /** The next pivot is a new one. */
    void leave() {
        saved = null;
    }

    /**
     * The link to open for a URL.
     *
     * @throws UnknownNameException where it names a saved pivot the person may not see
     */
    Map<String, List<String>> enter(Map<String, List<String>> url) {
        Map<String, List<String>> link = new LinkedHashMap<>(url);
        List<String> named = link.remove(SAVED);
        List<String> version = link.remove(VERSION);
        saved = named == null ? null : pivots.find(user, number(named.getFirst()));
        fresh = saved != null && link.isEmpty();
        if (fresh) {
            Optional<Integer> asked =
                    version == null ? Optional.empty() : Optional.of((int) number(version.getFirst()));
            link.putAll(pivots.link(user, saved.id(), asked));
            link.remove(SAVED);
        }
        steps.visit(link);
        tools.show(steps);
        return link;
    }

    /**
     * The model that the link of {@link #enter} became.
     *
     * @return whether a saved pivot was opened as it is kept
     */
    boolean entered(PivotModel model) {
        steps.resolve(PivotLink.write(model));
        boolean opened = fresh;
        fresh = false;
        return opened;
    }

    private static long number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new UnknownNameException("saved pivot", text);
        }
    }

    /** A link with the saved pivot it belongs to. */
    Map<String, List<String>> mark(Map<String, List<String>> link) {
        if (saved == null) {
            return link;
        }
        Map<String, List<String>> marked = new LinkedHashMap<>(link);
        marked.put(SAVED, List.of(Long.toString(saved.id())));
        return marked;
    }

    /**
     * What exports write from now on; null for nothing.
     *
     * @param reports whether it can be sent by a schedule
     */
    void offer(ExportSheet sheet, boolean reports) {
        export.show(sheet, reports);
    }

    /** A schedule sends what is saved: so the pivot is saved first, as far as it is not. */
    private void schedule() {
        if (saved == null || !saved.mayWrite()) {
            saveAs(this::editSchedule);
            return;
        }
        Map<String, List<String>> shown = PivotLink.write(view.model());
        if (!shown.equals(pivots.link(user, saved.id(), Optional.empty()))) {
            pivots.saveAgain(user, saved.id(), shown);
            kept(saved.id());
        }
        editSchedule();
    }

    private void editSchedule() {
        view.getUI()
                .ifPresent(ui -> ui.navigate(
                        SCHEDULE,
                        QueryParameters.of("pivot", Long.toString(saved.id())).merging("report", REPORT)));
    }

    /** Cells of what is shown go to the clipboard. */
    void copied(CellRange range) {
        export.copied(range.cells());
    }

    @Override
    public void save() {
        if (saved != null && saved.mayWrite()) {
            pivots.saveAgain(user, saved.id(), PivotLink.write(view.model()));
            kept(saved.id());
        } else {
            saveAs();
        }
    }

    @Override
    public void saveAs() {
        saveAs(() -> {});
    }

    private void saveAs(Runnable then) {
        if (view.model() != null) {
            String folder = saved != null && saved.mine() ? saved.folder() : "";
            dialogs.saveAs(folder, saved == null ? view.title() : saved.name(), (place, name) -> {
                kept(pivots.save(user, place, name, PivotLink.write(view.model())));
                then.run();
            });
        }
    }

    /** The address says the same as a model that needs no other result. */
    void replace(PivotModel model) {
        Location here = new Location(PivotLink.ROUTE, new QueryParameters(mark(PivotLink.write(model))));
        view.getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, here));
        steps.resolve(PivotLink.write(model));
    }

    /** The address names the saved pivot from now on. */
    private void kept(long id) {
        saved = pivots.find(user, id);
        view.nameIt();
        replace(view.model());
        tell(view.getTranslation("pivot.saved.as", saved.name(), Integer.toString(saved.version())));
    }

    @Override
    public void open() {
        dialogs.open(
                (pivot, version) -> {
                    saved = null;
                    Map<String, List<String>> link = new LinkedHashMap<>();
                    link.put(SAVED, List.of(Long.toString(pivot.id())));
                    version.ifPresent(number -> link.put(VERSION, List.of(Integer.toString(number))));
                    view.go(link);
                },
                this::read);
    }

    private void read(String text) {
        UI ui = UI.getCurrent();
        Thread.ofVirtual().name("pivot-import").start(() -> {
            try {
                SaikuImport saiku = SaikuImport.parse(text);
                SaikuImport.Imported imported = saiku.read(view.session().fields(saiku.cube(), false));
                ui.accessLater(() -> accept(imported), () -> {}).run();
            } catch (SaikuImport.NotSaikuException | UnknownNameException | SQLException e) {
                ui.accessLater(() -> tell(view.getTranslation("pivot.saiku.failed", e.getMessage())), () -> {})
                        .run();
            }
        });
    }

    private void accept(SaikuImport.Imported imported) {
        saved = null;
        view.go(PivotLink.write(imported.model()));
        report(imported);
    }

    private void report(SaikuImport.Imported imported) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(view.getTranslation("pivot.saiku.done"));
        boolean all = imported.left().isEmpty();
        dialog.add(new Paragraph(view.getTranslation(all ? "pivot.saiku.all" : "pivot.saiku.some")));
        UnorderedList list = new UnorderedList();
        imported.left()
                .forEach(left ->
                        list.add(new ListItem(view.getTranslation("pivot.saiku.left." + left.reason(), left.name()))));
        dialog.add(list);
        dialog.getFooter().add(Buttons.primary(view.getTranslation("pivot.close"), dialog::close));
        dialog.open();
    }

    @Override
    public void undo() {
        if (steps.mayUndo()) {
            view.go(steps.undone());
        }
    }

    @Override
    public void redo() {
        if (steps.mayRedo()) {
            view.go(steps.redone());
        }
    }

    @Override
    public void reset() {
        view.cube(view.model().cube());
    }

    @Override
    public void explain() {
        view.toggleExplain();
    }

    private static void tell(String text) {
        Notification.show(text, TIP, Notification.Position.BOTTOM_CENTER);
    }
}
