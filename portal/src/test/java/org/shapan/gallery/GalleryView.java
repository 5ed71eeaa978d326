package org.shapan.gallery;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.PortalView;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Badge;
import org.shapan.portal.widget.Breadcrumb;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.Chart;
import org.shapan.portal.widget.FilterChip;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.KpiTile;
import org.shapan.portal.widget.Notice;
import org.shapan.portal.widget.RankingColumn;
import org.shapan.portal.widget.RankingTable;
import org.shapan.portal.widget.Segmented;
import org.shapan.portal.widget.State;
import org.shapan.portal.widget.Tiles;
import org.shapan.portal.widget.Trend;

/** Every widget with the figures of mock-up 04, to be looked at beside it. */
@Route(value = "gallery", layout = MainLayout.class)
@Menu(title = "frame.rail.areas", order = 10, icon = "AREAS")
@PermitAll
public class GalleryView extends PortalView {
    private record Area(
            String name, String type, State state, double revenue, double delta, double relative, double share) {}

    public GalleryView() {
        super("frame.rail.areas");
        breadcrumb()
                .show(List.of(
                        new Breadcrumb.Step("珠海公司", "333.68 万 −3.0%", State.YELLOW, "gallery"),
                        new Breadcrumb.Step("香洲分公司", "52.70 万 −15.0%", State.RED, null)));
        FilterChip<String> period = new FilterChip<>("周期", c -> c, c -> {});
        period.show(List.of("2010年3月", "2010年2月"), "2010年3月", "2010年3月");
        FilterChip<String> area = new FilterChip<>("区域", c -> c, c -> {});
        area.show(List.of("香洲分公司", "全公司"), "香洲分公司", "全公司");
        Span right = new Span(
                Buttons.with(Icon.MAIL, "订阅", () -> {}),
                Buttons.with(Icon.EXPORT, "导出", () -> {}),
                Buttons.primary("异动定位", () -> {}));
        right.addClassNames("right", "row");
        filters().add(period, area, right);
        Tiles tiles = new Tiles();
        List<Double> trend =
                Arrays.asList(57.0, 57.4, 58.3, 58.0, 58.6, 58.4, 60.3, 60.8, 60.1, 61.9, 59.6, 63.4, 52.7);
        Figures figures = Figures.in(getLocale());
        tiles.show(List.of(
                tile("折前收入", figures.money(527_000), State.RED, trend),
                tile("ARPU", new Figures.Quantity("67.13", "元"), State.RED, trend),
                tile("全年目标完成", new Figures.Quantity("23.27", "%"), State.YELLOW, trend),
                tile("期末到达用户", figures.count(7764, "户"), State.GREEN, trend.subList(0, 12)),
                tile("净增用户", new Figures.Quantity("−172", "户"), State.NONE, List.of()),
                tile("离网率", null, State.NONE, List.of())));
        add(tiles, ranking(), trend(trend));
    }

    private static KpiTile.Content tile(String label, Figures.Quantity value, State state, List<Double> trend) {
        return new KpiTile.Content(
                label,
                value,
                state,
                true,
                trend,
                List.of(new KpiTile.Comparison("预期", "−15.0%", state), new KpiTile.Comparison("同比", "−7.7%")),
                "gallery",
                "527,000.00 元");
    }

    private Card ranking() {
        Figures figures = Figures.in(getLocale());
        RankingTable<Area> table = new RankingTable<>(List.of(
                RankingColumn.<Area>mark(Area::state),
                RankingColumn.name("微区域", Area::name, Area::type),
                RankingColumn.number("收入", a -> figures.number(a.revenue(), 2), Area::revenue),
                RankingColumn.number("ΔE", a -> figures.difference(a.delta(), 2), Area::delta),
                RankingColumn.<Area>number("ΔE %", a -> figures.change(a.relative()), Area::relative)
                        .judged(Area::state),
                RankingColumn.bar("贡献度", a -> figures.ratio(a.share(), 1), Area::share)));
        table.sortedBy(5, true).onSelect(a -> table.select(a::equals)).onDrill(a -> {});
        table.show(
                List.of(
                        new Area("拱北", "商业区", State.RED, 15.10, -8.90, -.371, .957),
                        new Area("南屏", "工业园", State.GREEN, 10.20, -.40, -.038, .043),
                        new Area("新香洲", "居住区", State.YELLOW, 4.00, 0, 0, 0),
                        new Area("前山", "居住区", State.GREEN, 9.90, .10, .01, -.011)),
                new Area("香洲合计", "", State.RED, 52.70, -9.30, -.15, 1));
        Map<String, String> shapes = new LinkedHashMap<>();
        shapes.put("chart", "图");
        shapes.put("table", "表");
        shapes.put("ledger", "帐");
        return new Card("微区域排名")
                .remark("按贡献度，6 个片区，收入单位 万元")
                .tools(new Segmented(shapes, "table", s -> {}))
                .flush()
                .body(table);
    }

    private Div trend(List<Double> actual) {
        List<String> months =
                List.of("09-03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "10-01", "02", "03");
        List<Double> expected = actual.stream().map(v -> 61.0).toList();
        Chart chart = new Chart("折前收入趋势");
        chart.setOption(new Trend(
                        months,
                        "万元",
                        actual,
                        expected,
                        0.03,
                        actual.stream().map(v -> v - 4).toList(),
                        11,
                        State.RED,
                        "52.7",
                        new Trend.Names("实际", "预期", "±3%", "去年", "春节"),
                        1)
                .option());
        Card card = new Card("折前收入趋势").grow();
        card.body(chart);
        Card states = new Card("状态").grow();
        states.body(
                Notice.bar(
                        State.RED,
                        "查询超过单元格上限",
                        "需要 4,200,000 格，你的上限是 1,000,000 格（QUERY_CELLS）。",
                        Buttons.plain("只取非空", () -> {})),
                Notice.middle(Icon.FILTER, "当前筛选没有数据", "万山 在 2010年3月 没有 集团专线 收入。", Buttons.plain("清除 业务 筛选", () -> {})),
                Badge.fact("新片区 2 个月"),
                Badge.of(State.YELLOW, "迟到"));
        Div row = new Div(card, states);
        row.addClassName("grow");
        row.getStyle()
                .set("display", "grid")
                .set("grid-template-columns", "1fr 1fr")
                .set("gap", "12px")
                .set("flex", "1 0 280px");
        return row;
    }
}
