package org.shapan.portal.pivot;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import org.shapan.engine.api.Region;
import tools.jackson.databind.node.JsonNodeFactory;

/** An area to write MDX in, with coloured keywords and a fault underlined at its place. */
@Tag("sp-mdx")
@JsModule("context://grid/sp-mdx.js")
public final class MdxField extends Component implements HasStyle {
    /** The text was changed. */
    @DomEvent("typed")
    public static final class Typed extends ComponentEvent<MdxField> {
        private final String text;

        public Typed(MdxField source, boolean fromClient, @EventData("event.detail.text") String text) {
            super(source, fromClient);
            this.text = text;
        }
    }

    private String text;

    /** @param label what it is for, for screen readers */
    public MdxField(String label, String text) {
        this.text = text;
        getElement().setAttribute("label", label);
        getElement().setProperty("text", text);
        addListener(Typed.class, event -> this.text = event.text);
    }

    /** What stands in it now. */
    public String text() {
        return text;
    }

    /** Underlines a place, counted from 1; null for none. */
    public void fault(Region place) {
        getElement()
                .callJsFunction(
                        "fault",
                        place == null
                                ? JsonNodeFactory.instance.nullNode()
                                : JsonNodeFactory.instance
                                        .objectNode()
                                        .put("line", place.line())
                                        .put("column", place.column())
                                        .put("endLine", place.endLine())
                                        .put("endColumn", place.endColumn()));
    }
}
