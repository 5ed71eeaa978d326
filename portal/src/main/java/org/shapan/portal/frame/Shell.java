package org.shapan.portal.frame;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.lumo.Lumo;

/** The page around the portal: style sheets in the order of the guide (2), server push for running work. */
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet(Lumo.COMPACT_STYLESHEET)
@StyleSheet("look/tokens.css")
@StyleSheet("look/shapan.css")
@StyleSheet("look/portal.css")
@Viewport("width=device-width, initial-scale=1")
@Push
public class Shell implements AppShellConfigurator {
    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("icon", "look/mark.svg");
    }
}
