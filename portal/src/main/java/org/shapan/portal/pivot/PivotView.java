package org.shapan.portal.pivot;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.shapan.engine.api.Settings;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.PortalView;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.pivot.chart.ChartKind;
import org.shapan.portal.province.DataState;
import org.shapan.portal.province.Province;
import org.shapan.portal.security.Audit;
import org.shapan.portal.text.Texts;
import org.shapan.portal.widget.Breadcrumb;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/** The pivot (V04): the URL holds the model; every change is a navigation, so that the browser's back is undo. */
@Route(value = PivotLink.ROUTE, layout = MainLayout.class)
@Menu(title = "frame.rail.pivot", order = 40, icon = "PIVOT")
@StyleSheet("context://grid/pivot.css")
@PermitAll
public class PivotView extends PortalView implements BeforeEnterObserver, PivotActions {
    private static final Logger LOG = LoggerFactory.getLogger(PivotView.class);

    private static final int TIP = 4_000;

    private final Province province;
    private final PivotSession session;
    private final FieldList fieldList = new FieldList(this);
    private final Wells wells = new Wells(this);
    private final AnalysisTools analysis;
    private final SlicerCard slicers = new SlicerCard(this);
    private final ResultCard results = new ResultCard(this, this::stop);
    private final ChartCard chartCard;
    private final PortalUser author;
    private final SavedSelections selections;
    private final PivotKeeping keeping;
    private final PivotLimits limits;
    private final Div layout = new Div();
    private final ExplainPanel explain;
    private final GridMenu menu;
    private final MemberCaptions captionsOf;
    private final Map<String, String> captions = new HashMap<>();
    private PivotFields fields;
    /** What the person wants by now; {@link #opened} follows in the background. */
    private PivotModel model;

    private PivotModel opened;
    private PivotResult result;
    private List<ExportSheet.Fact> facts = List.of();
    private int chosenRow;
    private int chosenColumn;
    private CellRange marked;
    private long asked;
    private boolean automatic = true;

    public PivotView(
            Cubes cubes,
            SignedIn signedIn,
            Province province,
            Texts texts,
            ResultShelf shelf,
            SavedPivots saved,
            RowsBehind rowsBehind,
            Audit audit,
            SavedSelections selections,
            Environment environment) {
        super("pivot.title");
        this.province = province;
        this.selections = selections;
        this.author = signedIn.user();
        this.keeping = new PivotKeeping(
                this, saved, author, ExportLimits.fromSettings(new Settings(environment::getProperty)), audit);
        this.limits = PivotLimits.fromSettings(new Settings(environment::getProperty));
        Locale locale = signedIn.locale();
        this.captionsOf = new MemberCaptions((key, parameters) -> texts.getTranslation(key, locale, parameters));
        this.session = new PivotSession(cubes, signedIn.user(), locale, new TotalTexts(texts, locale), shelf);
        this.analysis = new AnalysisTools(this, session::check);
        this.explain = new ExplainPanel(this::toggleExplain);
        explain.setEditor(statement -> new MdxDialog(this, model, statement, session::check).open());
        this.chartCard = new ChartCard(new ChartCard.Listener() {
            @Override
            public void kind(ChartKind kind) {
                model = model.withChart(kind);
                keeping.replace(model);
                drawChart();
            }

            @Override
            public void cell(int row, int column) {
                clicked(row, column);
            }
        });
        layout();
        results.grid()
                .addToggleListener(event ->
                        changeShown(m -> m.toggle(event.hierarchy(), event.member(), result.opened(event.member()))));
        results.grid().addHeadListener(event -> changeShown(m -> ColumnSort.click(m, result.sortKey(event.column()))));
        results.grid().setCopyListener(keeping::copied);
        this.menu = new GridMenu(this, results.grid(), new GridMenu.Cells() {
            @Override
            public void explain(int row, int column) {
                if (model.look().full()) {
                    full(false);
                }
                explain.setVisible(true);
                layout.setClassName("wide", false);
                explain.cell(row, column);
            }

            @Override
            public void rows(int row, int column) {
                rowsBehind.show(session, result, row, column, facts);
            }
        });
        results.grid().setGoneListener(this::run);
        results.grid().addCellListener(event -> {
            chosenRow = event.row();
            chosenColumn = event.column();
            marked = null;
            explain.cell(chosenRow, chosenColumn);
            drawChart();
        });
        results.grid().addRangeListener(event -> {
            marked = event.range();
            chosenRow = marked.top();
            chosenColumn = marked.left();
            drawChart();
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            open(keeping.enter(event.getLocation().getQueryParameters().getParameters()));
        } catch (UnknownNameException e) {
            closed(e);
        }
    }

    @Override
    public void change(UnaryOperator<PivotModel> change) {
        if (model != null) {
            model = change.apply(model);
            go(PivotLink.write(model));
        }
    }

    /** Changes what the grid shows. Where it shows other fields than are wanted by now, they are to be run first. */
    void changeShown(UnaryOperator<PivotModel> change) {
        if (shown()) {
            change(change);
        } else {
            Notification.show(
                    getTranslation("pivot.held") + " · " + getTranslation("pivot.held.why"),
                    TIP,
                    Notification.Position.BOTTOM_CENTER);
        }
    }

    /** Whether the grid shows the fields that are wanted by now. */
    boolean shown() {
        return model != null && result != null && result.model().sameFields(model);
    }

    @Override
    public void cube(String name) {
        keeping.leave();
        go(Map.of("cube", List.of(name)));
    }

    @Override
    public void full(boolean alone) {
        model = model.withLook(model.look().withFull(alone));
        keeping.replace(model);
        alone();
    }

    private void alone() {
        boolean alone = model.look().full();
        layout.setClassName("full", alone);
        results.full(alone);
    }

    @Override
    public void choose(String hierarchy) {
        UI ui = UI.getCurrent();
        PivotFields from = fields;
        from.hierarchy(hierarchy)
                .ifPresent(field -> Thread.ofVirtual().name("pivot-members").start(() -> {
                    try {
                        MemberTree tree = session.members(from.cube(), hierarchy);
                        ui.accessLater(() -> pick(tree, from, field), () -> {}).run();
                    } catch (SQLException e) {
                        ui.accessLater(() -> fail(e, false), () -> {}).run();
                    }
                }));
    }

    private void pick(MemberTree tree, PivotFields from, PivotFields.HierarchyField field) {
        if (model != null && model.cube().equals(from.cube())) {
            new MemberPicker(new MemberPicker.Asked(session, tree, model, from, field, this, selections, author))
                    .open();
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        Thread.ofVirtual().start(() -> {
            try {
                session.close();
            } catch (SQLException e) {
                LOG.warn("A pivot's connection did not close", e);
            }
        });
    }

    private void layout() {
        Div middle = new Div(wells, slicers, results, chartCard.card());
        middle.addClassName("pc");
        wells.setVisible(false);
        layout.addClassName("pv");
        layout.add(fieldList, middle, explain);
        add(layout);
        Span separator = new Span();
        separator.addClassName("sep");
        filters()
                .add(
                        keeping.tools().left(),
                        separator,
                        analysis,
                        keeping.tools().right());
        filters().setVisible(false);
    }

    void toggleExplain() {
        boolean hide = explain.isVisible();
        explain.setVisible(!hide);
        layout.setClassName("wide", hide);
    }

    /** Goes to a link of this pivot. */
    void go(Map<String, List<String>> link) {
        getUI().ifPresent(ui -> ui.navigate(PivotView.class, new QueryParameters(keeping.mark(link))));
    }

    /** Opens a link in the background; what was asked for before is cancelled and its answer dropped. */
    private void open(Map<String, List<String>> link) {
        open(link, false);
    }

    /** @param pressed whether the person wants it run: neither held back nor asked about its size */
    private void open(Map<String, List<String>> link, boolean pressed) {
        boolean hold = !automatic && !pressed && result != null;
        UI ui = UI.getCurrent();
        DataState data = province.data().orElseThrow();
        long number = ask();
        results.busy(true);
        Thread.ofVirtual().name("pivot").start(() -> {
            try {
                session.endBefore(number);
                PivotSession.Opened fresh = session.open(link, data.asOf());
                Map<String, String> names = captionsOf.read(fresh.model(), fresh.fields(), session::members);
                later(ui, number, () -> showModel(fresh, names));
                List<Slicer> strips = Slicer.read(session, fresh.model(), fresh.fields());
                later(ui, number, () -> slicers.show(strips, fresh.fields()));
                if (hold) {
                    later(ui, number, results::held);
                } else if (!fresh.model().measures().isEmpty()) {
                    answer(ui, number, fresh, pressed, data);
                }
            } catch (SQLException | UnknownNameException e) {
                later(ui, number, () -> closed(e));
            } catch (RuntimeException e) {
                LOG.error("The pivot failed", e);
                later(ui, number, () -> closed(e));
            }
        });
    }

    private void answer(UI ui, long number, PivotSession.Opened fresh, boolean pressed, DataState data)
            throws SQLException {
        if (runs(ui, number, fresh, pressed)) {
            session.run(fresh.model(), number)
                    .ifPresent(answered -> later(ui, number, () -> showResult(answered, data)));
        }
    }

    /** From now on answers to what was asked for before are dropped. */
    private long ask() {
        asked = session.ask();
        return asked;
    }

    /** Whether a model is to be run; what is too large is said on the screen. */
    private boolean runs(UI ui, long number, PivotSession.Opened fresh, boolean pressed) throws SQLException {
        PivotEstimate estimate = session.estimate(fresh.model());
        if (pressed ? limits.may(estimate, fresh.model()) : estimate.cells() <= limits.ask()) {
            return true;
        }
        later(ui, number, () -> {
            results.tooMuch(estimate, limits, fresh.fields(), fresh.model());
            chartCard.card().setVisible(false);
        });
        return false;
    }

    @Override
    public boolean automatic() {
        return automatic;
    }

    @Override
    public void automatic(boolean on) {
        automatic = on;
        if (on) {
            run();
        } else {
            wells.show(fields, opened, captions);
        }
    }

    @Override
    public void run() {
        open(PivotLink.write(model), true);
    }

    private void later(UI ui, long number, Runnable action) {
        ui.accessLater(
                        () -> {
                            if (number == asked) {
                                action.run();
                            }
                        },
                        () -> {})
                .run();
    }

    private void showModel(PivotSession.Opened fresh, Map<String, String> names) {
        fields = fresh.fields();
        model = fresh.model();
        opened = model;
        boolean asks = keeping.entered(model);
        captions.clear();
        captions.putAll(names);
        fieldList.show(fresh.cubes(), fields, model);
        wells.setVisible(true);
        wells.show(fields, model, captions);
        filters().setVisible(true);
        analysis.show(model, fields);
        nameIt();
        alone();
        if (asks) {
            model.look().asked().forEach(this::choose);
        }
        if (model.measures().isEmpty()) {
            results.noMeasure();
            chartCard.card().setVisible(false);
        }
    }

    /** Says in the top bar what is open. */
    void nameIt() {
        breadcrumb()
                .show(List.of(keeping.saved()
                        .map(kept -> Breadcrumb.Step.title(kept.name(), kept.owner()))
                        .orElseGet(() -> Breadcrumb.Step.title(title(), fields.caption()))));
    }

    /** The model shown; null before the first. */
    PivotModel model() {
        return model;
    }

    ChartCard chartCard() {
        return chartCard;
    }

    PivotSession session() {
        return session;
    }

    String title() {
        return PivotTitle.of(model, fields, this::getTranslation);
    }

    private void showResult(PivotResult fresh, DataState data) {
        boolean keep = result != null
                && result.model().sameFields(fresh.model())
                && result.model().columns().equals(fresh.model().columns());
        result = fresh;
        marked = null;
        boolean empty = fresh.empty();
        results.show(fresh, getTranslation("pivot.grid", title()), keep, data);
        chartCard.card().setVisible(!empty);
        if (!empty) {
            if (!keep
                    || chosenRow >= fresh.rows().lines().size()
                    || chosenColumn >= fresh.columns().lines().size()) {
                chosenRow = 0;
                chosenColumn = 0;
            }
            drawChart();
        }
        Map<String, String> names = Map.copyOf(captions);
        explain.show(empty ? null : fresh, fields, data, names);
        menu.show(fresh);
        facts = new ExportFacts(this::getTranslation, fields, names).of(fresh.model(), data, author);
        keeping.offer(empty ? null : new ExportSheet(title(), facts, fresh), data.ofWarehouse());
    }

    private void stop() {
        long number = ask();
        results.cancelled(result != null, model == null ? null : this::run);
        chartCard.card().setVisible(result != null && !result.empty());
        Thread.ofVirtual().name("pivot-stop").start(() -> {
            try {
                session.endBefore(number);
            } catch (SQLException e) {
                LOG.warn("A pivot could not be cancelled", e);
            }
        });
    }

    private void drawChart() {
        if (result == null || result.empty()) {
            return;
        }
        boolean yuan = province.data().filter(DataState::ofWarehouse).isPresent();
        List<String> times = result.fields().hierarchies().stream()
                .filter(PivotFields.HierarchyField::time)
                .map(PivotFields.HierarchyField::uniqueName)
                .toList();
        chartCard.show(
                result, new PivotChart.Asked(chosenRow, chosenColumn, marked, model.chart(), times), yuan, getLocale());
    }

    /** A mark of the chart: its cell is chosen in the grid, its member is offered to be kept alone or opened. */
    private void clicked(int row, int column) {
        chosenRow = row;
        chosenColumn = column;
        results.grid().choose(row, column);
        explain.cell(row, column);
        List<HeadCell> heads = result.rows().lines().get(row).heads().stream()
                .filter(head -> head.hierarchy() != null)
                .toList();
        if (!heads.isEmpty()) {
            HeadCell head = heads.getLast();
            chartCard.offer(
                    head.text(),
                    () -> changeShown(m -> m.pick(head.hierarchy(), List.of(head.member()))),
                    head.box() == HeadCell.Box.CLOSED
                            ? () -> changeShown(m -> m.toggle(head.hierarchy(), head.member(), false))
                            : null);
        }
    }

    /** What was wanted cannot be opened or run; changes start from what was opened last. */
    private void closed(Exception failure) {
        model = opened;
        fail(failure, true);
    }

    /** The last result stays below the message. */
    private void fail(Exception failure, boolean ended) {
        if (ended) {
            results.busy(false);
        }
        results.fail(failure, result == null, () -> go(Map.of()));
        if (result == null) {
            chartCard.card().setVisible(false);
        }
    }
}
