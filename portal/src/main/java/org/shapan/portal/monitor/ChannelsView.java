package org.shapan.portal.monitor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import org.shapan.portal.channel.AdviceState;
import org.shapan.portal.channel.AdviceView;
import org.shapan.portal.channel.SavingState;
import org.shapan.portal.channel.SavingView;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.NeedsWarehouse;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.province.Province;
import org.shapan.portal.widget.Icon;

/** V30, V31 and V32: channels as they are monitored, what they cost, what social ones are worth. */
@NeedsWarehouse
@Route(value = ChannelsView.ROUTE, layout = MainLayout.class)
@Menu(title = "frame.rail.channels", order = 32, icon = "CHANNELS")
@PermitAll
public class ChannelsView extends MonitorView {
    static final String ROUTE = "channels";
    static final List<MonitorPage> PAGES = List.of(MonitorPage.MONITOR, MonitorPage.COST, MonitorPage.VALUE);

    public ChannelsView(SignedIn signedIn, Province province, Cubes cubes) {
        super("frame.rail.channels", ROUTE, PAGES, signedIn, province, cubes);
    }

    @Override
    protected List<Component> ways(MonitorState state) {
        return switch (state.page()) {
            case COST ->
                List.of(way(
                        "saving.title",
                        SavingView.ROUTE,
                        SavingState.parse(Map.of())
                                .withPeriod(state.period())
                                .withArea(state.area())
                                .parameters()));
            case VALUE ->
                List.of(way(
                        "advice.title",
                        AdviceView.ROUTE,
                        new AdviceState(state.period(), state.area(), null).parameters()));
            default -> List.of();
        };
    }

    private Component way(String title, String route, Map<String, String> parameters) {
        return button(
                Icon.SEARCH,
                getTranslation(title),
                new Location(route, QueryParameters.simple(parameters)).getPathWithQueryParameters());
    }
}
