package org.shapan.portal.monitor;

import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.frame.NeedsWarehouse;
import org.shapan.portal.frame.SignedIn;
import org.shapan.portal.province.Province;

/** V24 and V26: malicious arrears, and codes whose users have too much in common. */
@NeedsWarehouse
@Route(value = RiskView.ROUTE, layout = MainLayout.class)
@PermitAll
public class RiskView extends MonitorView {
    static final String ROUTE = "sp/risk";
    static final List<MonitorPage> PAGES = List.of(MonitorPage.ARREARS, MonitorPage.CONVERGENCE);

    public RiskView(SignedIn signedIn, Province province, Cubes cubes) {
        super("monitor.risk", ROUTE, PAGES, signedIn, province, cubes);
    }
}
