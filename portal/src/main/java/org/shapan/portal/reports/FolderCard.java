package org.shapan.portal.reports;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import java.util.function.Supplier;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.text.Language;
import org.shapan.portal.widget.Badge;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.State;
import org.shapan.reports.template.TemplateFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** For administrators: the folder of their templates, what is not in order in it, and reading it again. */
final class FolderCard extends Composite<Card> {
    private static final Logger LOG = LoggerFactory.getLogger(FolderCard.class);

    private final transient FolderTemplates templates;
    private final transient PortalUser user;
    private final Language language;
    private final transient Runnable reloaded;
    private final NativeButton again;

    /** @param reloaded called when the folder was read again */
    FolderCard(FolderTemplates templates, PortalUser user, Language language, Runnable reloaded) {
        this.templates = templates;
        this.user = user;
        this.language = language;
        this.reloaded = reloaded;
        this.again = Buttons.plain(getTranslation("reports.folder.reload"), this::reload);
        getContent()
                .remark(getTranslation(
                        "reports.folder.state",
                        templates.folder().orElseThrow().toString(),
                        templates.offered().size(),
                        templates.faults().stream()
                                .map(TemplateFault::template)
                                .distinct()
                                .count()))
                .tools(again)
                .flush()
                .addClassName("tfold");
        show(templates.faults());
    }

    @Override
    protected Card initContent() {
        return new Card(getTranslation("reports.folder.title"));
    }

    private void show(List<TemplateFault> faults) {
        if (faults.isEmpty()) {
            Div none = new Div(getTranslation("reports.folder.none"));
            none.addClassNames("hint", "sec-note");
            getContent().body(none);
            return;
        }
        NativeTableBody body = new NativeTableBody();
        for (TemplateFault fault : faults) {
            NativeTableRow row = new NativeTableRow();
            row.add(
                    Cells.of(Badge.of(State.RED, fault.template())),
                    Cells.text(fault.place(), "muted"),
                    Cells.text(fault.problem(language.locale())),
                    Cells.text(fault.remedy(language.locale())));
            body.add(row);
        }
        getContent()
                .body(Cells.table(
                        body,
                        Cells.head(getTranslation("reports.folder.template")),
                        Cells.head(getTranslation("reports.folder.place")),
                        Cells.head(getTranslation("reports.folder.problem")),
                        Cells.head(getTranslation("reports.folder.remedy"))));
    }

    /** Every template is filled once, which takes its time. */
    private void reload() {
        Supplier<List<TemplateFault>> reading = templates.reload(user);
        again.setEnabled(false);
        again.setText(getTranslation("reports.folder.reloading"));
        UI ui = UI.getCurrent();
        Thread.ofVirtual().name("read-templates").start(() -> {
            String said;
            try {
                said = reading.get().isEmpty() ? "reports.folder.read" : "reports.folder.faulty";
            } catch (RuntimeException e) {
                LOG.warn("the folder of templates cannot be read", e);
                said = "reports.folder.unreadable";
            }
            String key = said;
            ui.accessLater(
                            () -> {
                                Notification.show(getTranslation(key));
                                reloaded.run();
                            },
                            () -> {})
                    .run();
        });
    }
}
