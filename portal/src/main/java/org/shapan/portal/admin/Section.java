package org.shapan.portal.admin;

import com.vaadin.flow.router.RouteConfiguration;
import java.util.List;
import java.util.stream.Stream;

/** The parts of administration, in the order of their tabs. */
enum Section {
    LOADS(LoadsView.class),
    ACCOUNTS(AccountsView.class),
    OPERATIONS(OperationsView.class),
    SETTINGS(SettingsView.class),
    AUDIT(AuditView.class);

    private final Class<? extends AdminView> view;

    Section(Class<? extends AdminView> view) {
        this.view = view;
    }

    Class<? extends AdminView> view() {
        return view;
    }

    /** Key of the name in the texts. */
    String textKey() {
        return "admin.section." + name();
    }

    /** The parts this portal has: over a star of somebody's own there are no loads. */
    static List<Section> present() {
        RouteConfiguration routes = RouteConfiguration.forApplicationScope();
        return Stream.of(values())
                .filter(section -> routes.isRouteRegistered(section.view))
                .toList();
    }
}
