package org.shapan.portal.pivot;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.shapan.portal.widget.Menu;

/** The menu of the grid: what can be done with a cell, with a member in a head, with several marked ones. */
final class GridMenu {
    /** Members that are kept or left out at once: each stands in the URL. */
    static final int MOST_MEMBERS = 100;

    /** What the view does with a cell. */
    interface Cells {
        void explain(int row, int column);

        void rows(int row, int column);
    }

    private final PivotView view;
    private final PivotGrid grid;
    private final Cells cells;
    private Div anchor;
    private Menu menu;
    private PivotResult result;
    private PivotFields fields;
    private GridPlace place;

    GridMenu(PivotView view, PivotGrid grid, Cells cells) {
        this.view = view;
        this.grid = grid;
        this.cells = cells;
        grid.addMenuListener(event -> open(event.place(), event.x(), event.y()));
    }

    /** What menus are about from now on. */
    void show(PivotResult shown) {
        result = shown;
        fields = shown.fields();
    }

    private void open(GridPlace asked, int x, int y) {
        if (anchor != null) {
            anchor.removeFromParent();
        }
        place = asked;
        anchor = new Div();
        anchor.addClassName("menu-at");
        anchor.getElement().setAttribute("aria-label", text("pivot.menu"));
        anchor.getStyle().set("left", x + "px").set("top", y + "px");
        view.add(anchor);
        menu = new Menu(anchor);
        fill();
        menu.open(grid::focusGrid);
    }

    private void fill() {
        menu.clear();
        boolean written = result.model().mdx() != null;
        boolean cell = place.row() >= 0 && place.column() >= 0;
        if (cell) {
            int row = place.row();
            int column = place.column();
            item("pivot.explain", () -> cells.explain(row, column));
            if (!written) {
                item("pivot.rowsBehind", () -> cells.rows(row, column));
            }
        }
        item("pivot.copy", () -> grid.copy(place.marked()));
        if (!written && view.shown()) {
            if (place.column() >= 0) {
                showAs();
            }
            order();
            place.ofRows(result).ifPresent(this::members);
            place.ofColumns(result).ifPresent(this::members);
        }
    }

    private void showAs() {
        String base = ShowAs.base(result.measure(Math.max(0, place.row()), place.column()));
        page("pivot.as", page -> {
            for (ShowAs kind : ShowAs.of(fields)) {
                String name = kind.of(base);
                boolean shown = result.model().measures().contains(name);
                page.item(text("pivot.as." + kind), shown, () -> view.changeShown(m -> m.toggleMeasure(name)));
            }
        });
    }

    private void order() {
        List<String> key = result.sortKey(place.column() >= 0 ? place.column() : -1 - Math.max(0, place.level()));
        if (key.isEmpty()) {
            return;
        }
        boolean labels = place.column() < 0;
        page("pivot.order", page -> {
            Sort.Order now = ColumnSort.order(result.model(), key);
            List<Sort.Order> orders = new ArrayList<>(List.of(Sort.Order.DESC, Sort.Order.ASC));
            if (!labels) {
                orders.add(Sort.Order.BDESC);
            }
            for (Sort.Order order : orders) {
                Sort sort = new Sort(order, key);
                page.item(text("pivot.order." + order), order == now, () -> view.changeShown(m -> m.withSort(sort)));
            }
            page.item(
                    text("pivot.order.none"),
                    result.model().sort() == null,
                    () -> view.changeShown(m -> m.withSort(null)));
        });
    }

    private void members(GridPlace.Meant meant) {
        Optional<PivotFields.HierarchyField> found = fields.hierarchy(meant.hierarchy());
        if (found.isEmpty()) {
            return;
        }
        String name = meant.hierarchy();
        String caption = meant.head().text();
        List<String> members = meant.members();
        menu.head(Menu.remark(
                meant.one() ? caption : text("pivot.menu.members", caption, Integer.toString(members.size()))));
        if (members.size() > MOST_MEMBERS) {
            menu.head(Menu.remark(text("pivot.menu.tooMany", Integer.toString(MOST_MEMBERS))));
        } else {
            item("pivot.menu.keepOnly", () -> view.changeShown(m -> MemberOperations.keepOnly(m, name, members)));
            if (!all(meant)) {
                item("pivot.menu.exclude", () -> view.changeShown(m -> MemberOperations.exclude(m, name, members)));
            }
        }
        if (meant.one()) {
            drill(meant, found.get());
        }
        if (members.size() <= MOST_MEMBERS) {
            across(name, members);
        }
    }

    private void drill(GridPlace.Meant meant, PivotFields.HierarchyField hierarchy) {
        HeadCell head = meant.head();
        if (head.box() != HeadCell.Box.NONE) {
            boolean open = head.box() == HeadCell.Box.OPEN;
            item(
                    open ? "pivot.close" : "pivot.open",
                    () -> view.changeShown(m -> m.toggle(head.hierarchy(), head.member(), open)));
            item(
                    "pivot.menu.drillDown",
                    () -> view.changeShown(m -> MemberOperations.drillDown(m, head.hierarchy(), head.member())));
        }
        GridPlace.level(hierarchy, result, meant)
                .map(level -> hierarchy.levels().indexOf(level))
                .filter(index -> index > 0)
                .map(index -> hierarchy.levels().get(index - 1))
                .ifPresent(above -> menu.item(
                        text("pivot.menu.drillUp", above.caption()),
                        false,
                        () -> view.changeShown(
                                m -> MemberOperations.drillUp(m, head.hierarchy(), above.uniqueName()))));
    }

    private void across(String name, List<String> members) {
        List<PivotFields.HierarchyField> others = fields.hierarchies().stream()
                .filter(other ->
                        !other.uniqueName().equals(name) && result.model().field(other.uniqueName()) == null)
                .toList();
        if (others.isEmpty()) {
            return;
        }
        page(
                "pivot.menu.across",
                page -> others.forEach(other -> {
                    String level =
                            (other.time() ? other.periods() : other.levels().getFirst()).uniqueName();
                    page.item(
                            fields.label(other),
                            false,
                            () -> view.changeShown(
                                    m -> MemberOperations.across(m, name, members, other.uniqueName(), level)));
                }));
    }

    /** Whether nothing of the hierarchy would be left. */
    private boolean all(GridPlace.Meant meant) {
        AxisLayout axis = meant.onRows() ? result.rows() : result.columns();
        return axis.lines().stream()
                .flatMap(line -> line.heads().stream())
                .filter(head -> head.member() != null
                        && head.column() == meant.head().column()
                        && meant.hierarchy().equals(head.hierarchy()))
                .allMatch(head -> meant.members().contains(head.member()));
    }

    private void item(String key, Runnable action) {
        menu.item(text(key), false, action);
    }

    /** A choice that puts a page of further choices into the menu. */
    private void page(String key, Consumer<Menu> choices) {
        NativeButton more = menu.turn(text(key), () -> {
            menu.clear();
            menu.turn(text(key), this::fill).addClassName("back");
            choices.accept(menu);
        });
        more.addClassName("more");
    }

    private String text(String key, Object... parameters) {
        return view.getTranslation(key, parameters);
    }
}
