package org.shapan.portal.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinContext;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.lang.annotation.Annotation;
import org.jsoup.nodes.Element;
import org.shapan.portal.account.Accounts;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.account.Preferences;
import org.shapan.portal.province.OnWarehouse;
import org.shapan.portal.province.Province;
import org.shapan.portal.security.LanguageCookie;
import org.shapan.portal.text.Language;
import org.springframework.context.ApplicationContext;

/**
 * Gives each new screen its language and theme, holds every view back until the province is loaded, and leaves out the views that need a
 * warehouse where there is none.
 */
@org.springframework.stereotype.Component
class FrameInit implements VaadinServiceInitListener {
    private final AuthenticationContext context;
    private final Accounts accounts;
    private final Province province;
    private final boolean onWarehouse;

    FrameInit(AuthenticationContext context, Accounts accounts, Province province, ApplicationContext beans) {
        this.context = context;
        this.accounts = accounts;
        this.province = province;
        this.onWarehouse = !beans.containsBean(OnWarehouse.INSTEAD);
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::dressPage);
        if (!onWarehouse) {
            leaveOut(NeedsWarehouse.class, event.getSource().getContext());
        }
        event.getSource().addUIInitListener(init -> {
            context.getAuthenticatedUser(PortalUser.class)
                    .ifPresent(user -> init.getUI()
                            .setLocale(language(accounts.preferences(user)).locale()));
            init.getUI().addBeforeEnterListener(enter -> {
                Class<?> target = enter.getNavigationTarget();
                boolean needsData = target == Home.class || PortalView.class.isAssignableFrom(target);
                if (needsData && !province.ready()) {
                    enter.rerouteTo(PreparingView.class);
                }
            });
        });
    }

    /** Views without a route are in no menu either. */
    private static void leaveOut(Class<? extends Annotation> mark, VaadinContext context) {
        RouteConfiguration routes = RouteConfiguration.forRegistry(ApplicationRouteRegistry.getInstance(context));
        routes.getAvailableRoutes().stream()
                .<Class<? extends Component>>map(RouteBaseData::getNavigationTarget)
                .filter(view -> view.isAnnotationPresent(mark))
                .distinct()
                .toList()
                .forEach(routes::removeRoute);
    }

    /** Theme and language stand in the page itself, so that a dark screen does not flash white. */
    private void dressPage(IndexHtmlResponse response) {
        context.getAuthenticatedUser(PortalUser.class).ifPresent(user -> {
            takeOverLanguage(response, user);
            Preferences chosen = accounts.preferences(user);
            Element html = response.getDocument().getElementsByTag("html").first();
            html.attr("lang", language(chosen).locale().toLanguageTag());
            html.attr("theme", chosen.dark() ? "dark" : "light");
        });
    }

    /** A language chosen on the sign-in page becomes the account's. */
    private void takeOverLanguage(IndexHtmlResponse page, PortalUser user) {
        if (page.getVaadinRequest() instanceof VaadinServletRequest request
                && page.getVaadinResponse() instanceof VaadinServletResponse response) {
            LanguageCookie.read(request.getHttpServletRequest()).ifPresent(language -> {
                accounts.saveLanguage(user, language);
                LanguageCookie.clear(response.getHttpServletResponse());
            });
        }
    }

    private static Language language(Preferences chosen) {
        return chosen.language().orElse(Language.DEFAULT);
    }
}
