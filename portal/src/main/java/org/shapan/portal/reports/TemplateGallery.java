package org.shapan.portal.reports;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.text.Language;
import org.shapan.reports.template.Template;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The templates with their first pages, as the reader would see them; each leads to its form. */
final class TemplateGallery extends Div {
    private static final Logger LOG = LoggerFactory.getLogger(TemplateGallery.class);

    private final transient ReportCentre centre;
    private final transient PortalUser user;
    private final Language language;
    private final Map<Template, Div> pictures = new LinkedHashMap<>();

    TemplateGallery(ReportCentre centre, PortalUser user, Language language) {
        this.centre = centre;
        this.user = user;
        this.language = language;
        addClassName("tpg");
        centre.templates().forEach(template -> add(card(template)));
    }

    private Anchor card(Template template) {
        Div picture = new Div();
        picture.addClassNames("pic", "skel");
        pictures.put(template, picture);
        Span id = new Span(template.id());
        id.addClassName("muted");
        Span prompts = new Span(template.parameters().stream()
                .map(parameter -> template.caption(parameter, language.locale()))
                .collect(Collectors.joining(" · ")));
        prompts.addClassName("hint");
        Div words = new Div(id, Cells.bold(template.title(language.locale())), prompts);
        words.addClassName("words");
        Anchor card = new Anchor("reports/template?" + TemplateView.REPORT + "=" + template.id());
        card.addClassNames("card", "tp");
        card.add(picture, words);
        return card;
    }

    /** One after the other, so that the cubes have room for others; pages that were made before are there at once. */
    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        Thread.ofVirtual()
                .name("report-thumbnails")
                .start(() -> pictures.forEach((template, picture) -> {
                    try {
                        byte[] png = centre.thumbnail(template, language, user);
                        ui.accessLater(() -> show(template, picture, png), () -> {})
                                .run();
                    } catch (SQLException | RuntimeException e) {
                        LOG.info("no thumbnail of {} for {}: {}", template.id(), user.login(), e.getMessage());
                        ui.accessLater(() -> picture.removeClassName("skel"), () -> {})
                                .run();
                    }
                }));
    }

    private void show(Template template, Div picture, byte[] png) {
        picture.removeClassName("skel");
        picture.removeAll();
        picture.add(new Image(
                "data:image/png;base64," + Base64.getEncoder().encodeToString(png),
                getTranslation("reports.preview.of", template.title(language.locale()))));
    }
}
