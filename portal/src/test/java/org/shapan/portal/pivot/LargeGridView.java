package org.shapan.portal.pivot;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.PortalView;

/** The pivot's grid over 100,000 rows and 500 columns, two heads deep on both axes: figure = row × 1000 + column. */
@Route(value = LargeGridView.ROUTE, layout = MainLayout.class)
@PermitAll
public class LargeGridView extends PortalView {
    static final String ROUTE = "test/large-grid";
    static final int ROWS = 100_000;
    static final int COLUMNS = 500;
    private static final int ROW_GROUP = 100;
    private static final int COLUMN_GROUP = 10;

    /** Computed, so that its size is no matter. */
    private record Product(AxisLayout rows, AxisLayout columns) implements GridContent {
        @Override
        public String text(int row, int column) {
            return String.format("%,d", (long) number(row, column));
        }

        @Override
        public double number(int row, int column) {
            return row * 1000.0 + column;
        }
    }

    private static final GridContent CONTENT =
            new Product(axis("Area", ROWS, ROW_GROUP), axis("Month", COLUMNS, COLUMN_GROUP));

    public LargeGridView() {
        super("pivot.title");
        PivotGrid grid = new PivotGrid();
        Div card = new Div(grid);
        card.addClassNames("card", "gridc");
        card.getStyle().set("height", "800px").set("display", "flex");
        grid.getStyle().set("flex", "1");
        add(card);
        grid.show(CONTENT, "Large", false);
    }

    private static AxisLayout axis(String name, int lines, int group) {
        List<List<AxisMember>> positions = new ArrayList<>(lines);
        for (int i = 0; i < lines; i++) {
            positions.add(List.of(
                    new AxisMember("[" + name + " group].[" + i / group + "]", name + " group " + i / group, 1, null),
                    new AxisMember("[" + name + "].[" + i % group + "]", name + " " + i, 1, null)));
        }
        List<AxisLayout.Spec> specs = IntStream.range(0, 2)
                .mapToObj(i -> new AxisLayout.Spec(
                        i == 0 ? "[" + name + " group]" : "[" + name + "]", "", 1, Map.of(1, name + i), List.of()))
                .toList();
        return AxisLayout.of(
                positions,
                specs,
                false,
                new AxisLayout.Order(PivotModel.Subtotals.NONE, false, false),
                new AxisLayout.TotalText() {
                    @Override
                    public String total() {
                        return "Total";
                    }

                    @Override
                    public String subtotal(String member) {
                        return member;
                    }
                });
    }
}
