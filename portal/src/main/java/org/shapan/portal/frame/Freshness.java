package org.shapan.portal.frame;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import org.shapan.portal.province.DataState;
import org.shapan.portal.province.Province;
import org.shapan.portal.province.ProvinceState;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.State;
import org.shapan.portal.widget.StateMark;

/**
 * How fresh the data are: a mark, the last day, closed or not; the data version stands in the tooltip. Empty where the data do not say.
 */
@SpringComponent
@UIScope
public class Freshness extends Span {
    private final Province province;
    private Class<?> shown;
    private Runnable unlisten = () -> {};

    public Freshness(Province province) {
        this.province = province;
        addClassName("fresh");
        getElement().setAttribute("role", "status");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        Runnable redraw = event.getUI().accessLater(() -> show(province.state()), () -> {});
        unlisten = province.listen(state -> {
            if (!(state instanceof ProvinceState.Preparing) || shown != state.getClass()) {
                redraw.run();
            }
        });
        show(province.state());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        unlisten.run();
    }

    private void show(ProvinceState state) {
        shown = state.getClass();
        removeAll();
        switch (state) {
            case ProvinceState.Preparing preparing ->
                add(new StateMark(State.NONE), new Span(getTranslation("frame.fresh.preparing")));
            case ProvinceState.Failed failed ->
                add(new StateMark(State.RED), new Span(getTranslation("frame.fresh.failed")));
            case ProvinceState.Ready(DataState data) when !data.ofWarehouse() -> {}
            case ProvinceState.Ready(DataState data) -> {
                String key = data.closed() ? "frame.fresh.closed" : "frame.fresh.open";
                String date = Figures.in(getLocale()).date(data.asOf());
                setTitle("v" + data.version());
                add(new StateMark(data.closed() ? State.GREEN : State.YELLOW), new Span(getTranslation(key, date)));
            }
        }
    }
}
