package org.shapan.portal.reports;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.account.Roles;
import org.shapan.portal.cubes.Cubes;
import org.shapan.portal.province.OnWarehouse;
import org.shapan.portal.security.Audit;
import org.shapan.portal.security.AuditEntry;
import org.shapan.reports.render.ReportRenderer;
import org.shapan.reports.render.TemplateTrial;
import org.shapan.reports.template.TemplateCatalog;
import org.shapan.reports.template.TemplateFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The templates of the administrator's folder: read at the start and when an administrator says so. */
@Service
@OnWarehouse
class FolderTemplates {
    private static final Logger LOG = LoggerFactory.getLogger(FolderTemplates.class);

    private final TemplateCatalog templates;
    private final ReportRenderer renderer;
    private final ReportCentre centre;
    private final Cubes cubes;
    private final Audit audit;

    FolderTemplates(TemplateCatalog templates, ReportRenderer renderer, ReportCentre centre, Cubes cubes, Audit audit) {
        this.templates = templates;
        this.renderer = renderer;
        this.centre = centre;
        this.cubes = cubes;
        this.audit = audit;
    }

    /** The folder, if one is set. */
    Optional<Path> folder() {
        return templates.folder();
    }

    /** What was not in order at the last reading. */
    List<TemplateFault> faults() {
        return templates.faults();
    }

    /** Ids of what is offered of the folder. */
    List<String> offered() {
        return templates.all().stream()
                .map(template -> template.id())
                .filter(templates::isOfFolder)
                .toList();
    }

    /** Lets the cubes look at the queries of what was read at the start; nothing is asked of the data. */
    void checkAtStart() {
        if (templates.folder().isPresent()) {
            tell(read(false));
        }
    }

    /**
     * What reads the folder anew and tries every template with the whole company's rights; that it will is on record when this returns. It may
     * be run in another thread.
     *
     * @throws SecurityException for who is no administrator
     */
    Supplier<List<TemplateFault>> reload(PortalUser user) {
        if (!user.roles().contains(Roles.ADMIN)) {
            throw new SecurityException("the folder of templates is not open to " + user.login());
        }
        audit.record(AuditEntry.Action.RELOAD, "report templates", AuditEntry.Outcome.OK);
        return () -> {
            List<TemplateFault> faults = read(true);
            centre.forgetPreviews();
            tell(faults);
            return faults;
        };
    }

    private List<TemplateFault> read(boolean filling) {
        return templates.reload(new TemplateTrial(
                renderer, () -> cubes.connect(ReportEndpoint.OPERATOR, Locale.SIMPLIFIED_CHINESE), filling));
    }

    private static void tell(List<TemplateFault> faults) {
        faults.forEach(fault -> LOG.warn("a report template is not offered: {}", fault));
    }
}
