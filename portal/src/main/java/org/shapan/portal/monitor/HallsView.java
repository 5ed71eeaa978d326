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

/** V33, own halls: load, cost, and what they are worth per hall, employee and square metre. */
@NeedsWarehouse
@Route(value = HallsView.ROUTE, layout = MainLayout.class)
@Menu(title = "frame.rail.halls", order = 34, icon = "HALLS")
@PermitAll
public class HallsView extends MonitorView {
    static final String ROUTE = "halls";
    static final List<MonitorPage> PAGES = List.of(MonitorPage.HALLS);

    public HallsView(SignedIn signedIn, Province province, Cubes cubes) {
        super("frame.rail.halls", ROUTE, PAGES, signedIn, province, cubes);
    }
}
