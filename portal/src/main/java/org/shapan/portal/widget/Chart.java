package org.shapan.portal.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.DomListenerRegistration;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An Apache ECharts drawing. The option is plain JSON; a string such as {@code "$measure"} is replaced in the browser by
 * the theme's colour of that name (see {@code chart/echarts-light.json}, block {@code shapan}), so that a chart follows
 * the light and the dark theme and Java never names a colour.
 */
@Tag("sp-chart")
@JsModule("context://chart/sp-chart.js")
public final class Chart extends Component implements HasSize, HasStyle {
    /** A click on a drawn point, bar or slice. */
    @DomEvent("point")
    public static final class PointClick extends ComponentEvent<Chart> {
        private final String series;
        private final String name;
        private final int index;
        private final String cell;

        public PointClick(
                Chart source,
                boolean fromClient,
                @EventData("event.detail.series") String series,
                @EventData("event.detail.name") String name,
                @EventData("event.detail.index") int index,
                @EventData("event.detail.cell") String cell) {
            super(source, fromClient);
            this.series = series;
            this.name = name;
            this.index = index;
            this.cell = cell;
        }

        /** Name of the series; empty where the chart has one without a name. */
        public String series() {
            return series;
        }

        /** Name of the category or slice. */
        public String name() {
            return name;
        }

        /** What the option says in {@code cell} of the point; empty where it says nothing. */
        public String cell() {
            return cell;
        }

        /** Position in the series' data. */
        public int index() {
            return index;
        }
    }

    /**
     * A drawn point, bar, slice or cell.
     *
     * @param series name; empty where the chart has one without a name, or no line is meant more than another
     * @param name of the category, the point or the slice
     * @param index position in the data of the series; with an axis of categories the position on that axis
     * @param cell what the option says in {@code cell} of the point; empty where it says nothing
     */
    public record Point(String series, String name, int index, String cell) {
        /** What was drawn at this position, of all that was drawn; empty where the position is none. */
        public <T> Optional<T> in(List<T> drawn) {
            return index >= 0 && index < drawn.size() ? Optional.of(drawn.get(index)) : Optional.empty();
        }
    }

    /** @param label what the chart shows, for screen readers */
    public Chart(String label) {
        getElement().setAttribute("role", "figure").setAttribute("aria-label", label);
    }

    /** Draws this option; the former drawing is replaced as a whole. */
    public void setOption(ObjectNode option) {
        getElement().setPropertyJson("option", option);
    }

    /**
     * Downloads the drawing as a PNG picture in the colours on screen.
     *
     * @param lines what stands between title and drawing
     */
    public void download(String title, List<String> lines, String fileName) {
        ArrayNode texts = JsonNodeFactory.instance.arrayNode();
        lines.forEach(texts::add);
        getElement().callJsFunction("picture", title, texts, fileName);
    }

    /**
     * Hears which point a right click or long press asks for: the one that was hit, or the nearest one. The listener is to {@link #offer} what
     * can be asked.
     */
    public void onAsk(Consumer<Point> listener) {
        String[] data = {"event.detail.series", "event.detail.name", "event.detail.index", "event.detail.cell"};
        DomListenerRegistration asks = getElement()
                .setAttribute("data-asks", "")
                .addEventListener("ask", event -> {
                    JsonNode point = event.getEventData();
                    listener.accept(new Point(
                            point.get(data[0]).asString(),
                            point.get(data[1]).asString(),
                            point.get(data[2]).asInt(),
                            point.get(data[3]).asString()));
                });
        for (String each : data) {
            asks.addEventData(each);
        }
    }

    /** Opens the menu of numbers where the click was; without any the list of the card's button. */
    public void offer(List<String> numbers) {
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        numbers.forEach(names::add);
        getElement().callJsFunction("offer", names);
    }

    public Registration addPointClickListener(ComponentEventListener<PointClick> listener) {
        return addListener(PointClick.class, listener);
    }
}
