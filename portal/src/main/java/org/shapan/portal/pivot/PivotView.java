package org.shapan.portal.pivot;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.PortalView;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.province.DataState;
import org.shapan.portal.province.Province;
import org.shapan.portal.text.Figures;
import org.shapan.portal.text.Texts;
import org.shapan.portal.widget.Breadcrumb;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.Chart;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.Notice;
import org.shapan.portal.widget.Segmented;
import org.shapan.portal.widget.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pivot (V04): the URL holds the model; every change is a navigation, so that the browser's back is undo. */
@Route(value = PivotLink.ROUTE, layout = MainLayout.class)
@Menu(title = "frame.rail.pivot", order = 40, icon = "PIVOT")
@StyleSheet("context://grid/pivot.css")
@PermitAll
public class PivotView extends PortalView implements BeforeEnterObserver, PivotActions {
    private static final Logger LOG = LoggerFactory.getLogger(PivotView.class);
    private static final int TIP = 2_000;

    private final Province province;
    private final PivotSession session;
    private final FieldList fieldList = new FieldList(this);
    private final Wells wells = new Wells(this);
    private final PivotGrid grid = new PivotGrid();
    private final Div gridCard = new Div();
    private final Div notice = new Div();
    private final Div status = new Div();
    private final Card chartCard = new Card("");
    private final Chart chart;
    private final Div layout = new Div();
    private final ExplainPanel explain;
    private final Map<String, String> captions = new HashMap<>();
    private PivotChart.Shape shape = PivotChart.Shape.BARS;
    private PivotFields fields;
    private PivotModel model;
    private PivotResult result;
    private int chosenRow;
    private int chosenColumn;
    private long asked;

    public PivotView(Cubes cubes, SignedIn signedIn, Province province, Texts texts) {
        super("pivot.title");
        this.province = province;
        Locale locale = signedIn.locale();
        this.session = new PivotSession(cubes, signedIn.user(), locale, totals(texts, locale));
        this.chart = new Chart(getTranslation("pivot.title"));
        this.explain = new ExplainPanel(this::toggleExplain);
        layout();
        grid.addToggleListener(event -> change(m -> m.toggle(event.hierarchy(), event.member())));
        grid.addCellListener(event -> {
            chosenRow = event.row();
            chosenColumn = event.column();
            explain.cell(chosenRow, chosenColumn);
            drawChart();
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        open(event.getLocation().getQueryParameters().getParameters());
    }

    @Override
    public void change(UnaryOperator<PivotModel> change) {
        if (model != null) {
            go(PivotLink.write(change.apply(model)));
        }
    }

    @Override
    public void cube(String name) {
        go(Map.of("cube", List.of(name)));
    }

    @Override
    public void choose(String hierarchy) {
        fields.hierarchy(hierarchy).ifPresent(field -> {
            AxisField axis = model.field(hierarchy);
            List<String> picked = axis != null
                    ? axis.picked()
                    : model.filters().stream()
                            .filter(filter -> filter.hierarchy().equals(hierarchy))
                            .findFirst()
                            .map(FilterField::picked)
                            .orElse(List.of());
            PivotModel.Place place = model.place(hierarchy);
            String use = getTranslation(
                    place == PivotModel.Place.ROWS
                            ? "pivot.rows"
                            : place == PivotModel.Place.COLUMNS ? "pivot.columns" : "pivot.filters");
            try {
                MemberTree tree = session.members(hierarchy);
                new MemberPicker(
                                tree,
                                field.dimension() + " · " + field.caption(),
                                use,
                                picked,
                                members -> change(m -> m.pick(hierarchy, members)))
                        .open();
            } catch (SQLException e) {
                fail(e, false);
            }
        });
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

    /** Totals are named in background threads, which have no screen to ask for its language. */
    private static AxisLayout.TotalText totals(Texts texts, Locale locale) {
        return new AxisLayout.TotalText() {
            @Override
            public String total() {
                return texts.getTranslation("pivot.total", locale);
            }

            @Override
            public String subtotal(String member) {
                return texts.getTranslation("pivot.subtotal", locale, member);
            }
        };
    }

    private void layout() {
        gridCard.addClassNames("card", "gridc");
        status.addClassName("stat");
        gridCard.add(notice, grid, status);
        chartCard.addClassName("ch");
        chartCard.body(chart);
        Div middle = new Div(wells, gridCard, chartCard);
        middle.addClassName("pc");
        wells.setVisible(false);
        layout.addClassName("pv");
        layout.add(fieldList, middle, explain);
        add(layout);
    }

    private void toggleExplain() {
        boolean hide = explain.isVisible();
        explain.setVisible(!hide);
        layout.setClassName("wide", hide);
    }

    private void go(Map<String, List<String>> link) {
        getUI().ifPresent(ui -> ui.navigate(PivotView.class, new QueryParameters(link)));
    }

    /** Opens a link in the background; what was asked for before is cancelled and its answer dropped. */
    private void open(Map<String, List<String>> link) {
        UI ui = UI.getCurrent();
        DataState data = province.data().orElseThrow();
        long number = ++asked;
        gridCard.addClassName("busy");
        Thread.ofVirtual().name("pivot").start(() -> {
            try {
                session.cancel();
                PivotSession.Opened opened = session.open(link, data.asOf());
                Map<String, String> names = captions(opened.model());
                later(ui, number, () -> showModel(opened, names));
                if (!opened.model().measures().isEmpty()) {
                    PivotResult fresh = session.run(opened.model());
                    later(ui, number, () -> showResult(fresh, data));
                }
            } catch (SQLException | UnknownNameException e) {
                later(ui, number, () -> fail(e, true));
            } catch (RuntimeException e) {
                LOG.error("The pivot failed", e);
                later(ui, number, () -> fail(e, true));
            }
        });
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

    /** Captions of the members a model names, for chips and explanations. */
    private Map<String, String> captions(PivotModel opened) throws SQLException {
        Map<String, List<String>> named = new LinkedHashMap<>();
        opened.filters().forEach(filter -> named.put(filter.hierarchy(), filter.picked()));
        opened.rows().forEach(field -> named.put(field.hierarchy(), field.picked()));
        opened.columns().forEach(field -> named.put(field.hierarchy(), field.picked()));
        Map<String, String> found = new HashMap<>();
        for (Map.Entry<String, List<String>> entry : named.entrySet()) {
            if (!entry.getValue().isEmpty()) {
                MemberTree tree = session.members(entry.getKey());
                for (String member : entry.getValue()) {
                    found.put(member, tree.choice(member).caption());
                }
            }
        }
        return found;
    }

    private void showModel(PivotSession.Opened opened, Map<String, String> names) {
        fields = opened.fields();
        model = opened.model();
        captions.clear();
        captions.putAll(names);
        fieldList.show(opened.cubes(), fields, model);
        wells.setVisible(true);
        wells.show(fields, model, captions);
        tools();
        breadcrumb().show(List.of(Breadcrumb.Step.title(title(), fields.caption())));
        if (model.measures().isEmpty()) {
            gridCard.removeClassName("busy");
            grid.setVisible(false);
            chartCard.setVisible(false);
            notice.removeAll();
            notice.add(Notice.middle(
                    Icon.PIVOT, getTranslation("pivot.noMeasure"), getTranslation("pivot.noMeasure.why")));
        }
    }

    private String title() {
        String measures = model.measures().stream()
                .findFirst()
                .flatMap(fields::measure)
                .map(PivotFields.MeasureField::caption)
                .orElse("");
        List<String> axes = new ArrayList<>();
        model.rows().forEach(field -> axes.add(levelCaption(field)));
        model.columns().forEach(field -> axes.add(levelCaption(field)));
        return (measures + " " + String.join(" × ", axes)).strip();
    }

    private String levelCaption(AxisField field) {
        return fields.hierarchy(field.hierarchy())
                .orElseThrow()
                .level(field.level())
                .caption();
    }

    private void showResult(PivotResult fresh, DataState data) {
        boolean keep = result != null && sameShape(result.model(), fresh.model());
        result = fresh;
        gridCard.removeClassName("busy");
        notice.removeAll();
        boolean empty = fresh.empty();
        grid.setVisible(!empty);
        chartCard.setVisible(!empty);
        if (empty) {
            notice.add(empty());
        } else {
            grid.show(fresh, getTranslation("pivot.grid", title()), keep);
            if (!keep
                    || chosenRow >= fresh.rows().lines().size()
                    || chosenColumn >= fresh.columns().lines().size()) {
                chosenRow = 0;
                chosenColumn = 0;
            }
            drawChart();
        }
        explain.show(empty ? null : fresh, fields, data, captions);
        drawStatus(fresh, data);
    }

    /** Opening a member keeps scroll position and cell; another question starts at the top. */
    private static boolean sameShape(PivotModel before, PivotModel now) {
        return before.cube().equals(now.cube())
                && before.measures().equals(now.measures())
                && before.columns().equals(now.columns())
                && before.rows().stream()
                        .map(AxisField::level)
                        .toList()
                        .equals(now.rows().stream().map(AxisField::level).toList());
    }

    private Component empty() {
        NativeButton clear = Buttons.plain(
                getTranslation("pivot.empty.clear"),
                () -> change(m -> m.withFilters(m.filters().stream()
                        .map(filter -> new FilterField(filter.hierarchy(), List.of()))
                        .toList())));
        NativeButton show =
                Buttons.plain(getTranslation("pivot.empty.show"), () -> change(m -> m.withHideEmpty(false)));
        return Notice.middle(
                Icon.FILTER, getTranslation("pivot.empty"), getTranslation("pivot.empty.why"), clear, show);
    }

    private void drawStatus(PivotResult shown, DataState data) {
        status.removeAll();
        Figures figures = Figures.in(getLocale());
        status.add(
                new Span(getTranslation(
                        "pivot.status.size",
                        figures.number(shown.rows().lines().size(), 0),
                        figures.number(shown.columns().lines().size(), 0))),
                new Span(getTranslation("pivot.status.time", figures.number(shown.millis() / 1000.0, 2))));
        if (data.ofWarehouse()) {
            status.add(new Span(getTranslation("pivot.status.version", Long.toString(data.version()))));
        }
        status.add(running());
    }

    private Component running() {
        Div track = new Div(new Html("<i></i>"));
        track.addClassName("track");
        Span run = new Span(
                track,
                new Span(getTranslation("pivot.running")),
                Buttons.plain(getTranslation("pivot.cancel"), this::stop));
        run.addClassName("run");
        return run;
    }

    private void stop() {
        try {
            session.cancel();
        } catch (SQLException e) {
            fail(e, false);
        }
    }

    private void drawChart() {
        if (result == null || result.empty()) {
            return;
        }
        boolean yuan = province.data().filter(DataState::ofWarehouse).isPresent();
        PivotChart drawn = PivotChart.of(result, chosenRow, chosenColumn, shape, yuan, getLocale());
        chartCard.rename(drawn.title());
        String remark = getTranslation("pivot.chart.linked");
        if (!drawn.unit().isEmpty()) {
            remark += " · " + drawn.unit();
        }
        if (drawn.left() > 0) {
            remark += " · " + getTranslation("pivot.chart.left", drawn.left());
        }
        chartCard.remark(remark);
        Map<String, String> shapes = new LinkedHashMap<>();
        shapes.put("BARS", getTranslation("pivot.chart.bars"));
        shapes.put("LINES", getTranslation("pivot.chart.lines"));
        chartCard.tools(new Segmented(shapes, shape.name(), key -> {
            shape = PivotChart.Shape.valueOf(key);
            drawChart();
        }));
        chart.setOption(drawn.option());
    }

    private void tools() {
        filters().removeAll();
        NativeButton subtotals = Buttons.plain("", () -> {});
        subtotals.add(new Span(getTranslation("pivot.subtotals")), Icon.CHEVRON.create());
        org.shapan.portal.widget.Menu menu = new org.shapan.portal.widget.Menu(subtotals);
        for (PivotModel.Subtotals where : PivotModel.Subtotals.values()) {
            menu.item(
                    getTranslation("pivot.subtotals." + where),
                    where == model.subtotals(),
                    () -> change(m -> m.withSubtotals(where)));
        }
        menu.item(getTranslation("pivot.totals"), model.totals(), () -> change(m -> m.withTotals(!m.totals())));
        Span separator = new Span();
        separator.addClassName("sep");
        Span right = new Span(
                Buttons.plain(getTranslation("pivot.explain"), this::toggleExplain),
                Buttons.with(Icon.LINK, getTranslation("pivot.link"), this::copyLink));
        right.addClassNames("right", "row");
        filters()
                .add(
                        Buttons.plain(getTranslation("pivot.reset"), () -> cube(model.cube())),
                        Buttons.plain(getTranslation("pivot.undo"), () -> history(-1)),
                        Buttons.plain(getTranslation("pivot.redo"), () -> history(1)),
                        separator,
                        subtotals,
                        right);
    }

    private void history(int by) {
        getUI().ifPresent(ui -> ui.getPage().getHistory().go(by));
    }

    private void copyLink() {
        getUI().ifPresent(ui -> ui.getPage().executeJs("navigator.clipboard?.writeText(location.href)"));
        Notification.show(getTranslation("pivot.link.copied"), TIP, Notification.Position.BOTTOM_CENTER);
    }

    /** The last result stays below the message. */
    private void fail(Exception failure, boolean ended) {
        if (ended) {
            gridCard.removeClassName("busy");
        }
        notice.removeAll();
        boolean link = failure instanceof UnknownNameException;
        notice.add(Notice.bar(
                State.RED,
                getTranslation(link ? "pivot.broken" : "pivot.failed"),
                failure instanceof UnknownNameException unknown
                        ? getTranslation("pivot.broken.why", unknown.name())
                        : String.valueOf(failure.getMessage()),
                Buttons.plain(getTranslation("pivot.reset"), () -> go(Map.of()))));
        if (result == null) {
            grid.setVisible(false);
            chartCard.setVisible(false);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        status.removeAll();
        status.add(running());
    }
}
