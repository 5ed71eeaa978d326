package org.shapan.portal.monitor;

import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.NeedsWarehouse;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.province.Province;

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
}
