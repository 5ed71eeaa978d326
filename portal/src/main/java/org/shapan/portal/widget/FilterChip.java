package org.shapan.portal.widget;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A filter of the filter bar: {@code key value ⌄}, blue when it differs from its default; a click opens its choices. */
public final class FilterChip<T> extends NativeButton {
    private final Function<T, String> caption;
    private final Text value = new Text("");
    private final Consumer<T> listener;
    private List<T> choices = List.of();
    private T chosen;

    /**
     * @param key name of the filter
     * @param caption text of a choice
     * @param listener hears a choice of the user
     */
    public FilterChip(String key, Function<T, String> caption, Consumer<T> listener) {
        this.caption = caption;
        this.listener = listener;
        addClassName("f");
        Span name = new Span(key);
        name.addClassName("k");
        add(name, value, Icon.CHEVRON.create());
        Menu.onDemand(
                this,
                menu -> choices.forEach(choice ->
                        menu.item(caption.apply(choice), choice.equals(chosen), () -> listener.accept(choice))));
    }

    /** Shows these choices with one of them chosen; the chip is blue when it is not the default. */
    public void show(List<T> choices, T chosen, T standard) {
        this.choices = List.copyOf(choices);
        this.chosen = chosen;
        value.setText(caption.apply(chosen));
        setClassName("on", !chosen.equals(standard));
    }
}
