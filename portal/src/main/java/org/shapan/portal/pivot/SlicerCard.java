package org.shapan.portal.pivot;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.shapan.portal.widget.Icon;

/** Filters as buttons above the grid: a strip for each; arrows move between its buttons. */
@JsModule("context://grid/slicer.js")
final class SlicerCard extends Div {
    private final PivotActions actions;
    private String pressed;

    SlicerCard(PivotActions actions) {
        this.actions = actions;
        addClassNames("card", "slicers");
        setVisible(false);
    }

    /** The button that was pressed last keeps the focus. */
    void show(List<Slicer> slicers, PivotFields fields) {
        removeAll();
        setVisible(!slicers.isEmpty());
        slicers.forEach(slicer -> fields.hierarchy(slicer.hierarchy())
                .ifPresent(hierarchy -> add(strip(slicer, fields.label(hierarchy)))));
        pressed = null;
    }

    private Div strip(Slicer slicer, String label) {
        Div strip = new Div();
        strip.addClassName("slicer");
        strip.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("pivot.slicer.of", label))
                .setAttribute("data-slicer", "");
        Span name = new Span(label);
        name.addClassName("nm");
        NativeButton all = button(getTranslation("pivot.all"), slicer.all());
        all.addClickListener(click -> {
            pressed = slicer.hierarchy();
            actions.change(m -> m.select(slicer.hierarchy(), Selection.ALL));
        });
        keep(all, slicer.hierarchy());
        Div buttons = new Div(all);
        buttons.addClassName("buttons");
        buttons.setClassName("line", slicer.timeline());
        slicer.groups().forEach((group, members) -> {
            if (!group.isEmpty()) {
                Span head = new Span(group);
                head.addClassName("hint");
                buttons.add(head);
            }
            members.forEach(member -> {
                NativeButton button = button(slicer.timeline() ? member.brief() : member.caption(), member.on());
                button.setAriaLabel(member.caption());
                button.setClassName("period", slicer.timeline());
                button.addClickListener(click -> {
                    pressed = member.member();
                    actions.change(m -> slicer.press(m, member.member(), press(click)));
                });
                keep(button, member.member());
                buttons.add(button);
            });
        });
        if (slicer.more() > 0) {
            NativeButton more = button(getTranslation("pivot.slicer.more", slicer.more()), false);
            more.getElement().removeAttribute("aria-pressed");
            more.addClickListener(click -> actions.choose(slicer.hierarchy()));
            buttons.add(more);
        }
        NativeButton close = new NativeButton(
                "", click -> actions.change(m -> m.withLook(m.look().toggleSlicer(slicer.hierarchy()))));
        close.addClassName("shut");
        close.add(Icon.CLOSE.create());
        close.setAriaLabel(getTranslation("pivot.slicer.close", label));
        strip.add(name, buttons, close);
        buttons.getElement()
                .executeJs("const on = [...this.querySelectorAll('.period.on')].at(-1) ?? this.lastElementChild;"
                        + " on?.scrollIntoView({ inline: 'center', block: 'nearest' });");
        return strip;
    }

    private void keep(NativeButton button, String member) {
        if (member.equals(pressed)) {
            button.focus();
        }
    }

    private static Slicer.Press press(ClickEvent<NativeButton> click) {
        return click.isShiftKey()
                ? Slicer.Press.UNTIL
                : click.isCtrlKey() || click.isMetaKey() ? Slicer.Press.ADD : Slicer.Press.ALONE;
    }

    private NativeButton button(String text, boolean on) {
        NativeButton button = new NativeButton(text);
        button.setClassName("on", on);
        button.setTitle(getTranslation("pivot.slicer.hint"));
        button.getElement().setAttribute("aria-pressed", Boolean.toString(on));
        return button;
    }
}
