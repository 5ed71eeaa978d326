package org.shapan.portal.internal;

import java.util.List;
import java.util.Map;
import org.shapan.engine.CatalogReload;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.catalog.Faults;
import org.shapan.portal.cubes.CatalogReloading;
import org.shapan.portal.security.Audit;
import org.shapan.portal.security.AuditEntry.Action;
import org.shapan.portal.security.AuditEntry.Outcome;
import org.shapan.warehouse.data.DataDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /internal/reload?dryRun=}: reads the catalog anew. Answers {@code {"changes":[text],"broken":[{"name","code","message"}]}}, or
 * with status 422 {@code {"error"}} when the catalog is refused and nothing has changed.
 */
@RestController
@ConditionalOnBean(DataDirectory.class)
class ReloadEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(ReloadEndpoint.class);

    private final CatalogReloading reloading;
    private final Audit audit;

    ReloadEndpoint(CatalogReloading reloading, Audit audit) {
        this.reloading = reloading;
        this.audit = audit;
    }

    @PostMapping("/internal/reload")
    ResponseEntity<Map<String, Object>> reload(@RequestParam boolean dryRun) {
        try {
            CatalogReload reload = reloading.run(dryRun);
            List<String> changes =
                    reload.diff().changes().stream().map(Object::toString).toList();
            if (!dryRun) {
                audit.record(
                        Audit.SUB_COMMAND,
                        Audit.LOCAL,
                        Action.RELOAD,
                        changes.size() + " changes: " + changes,
                        Outcome.OK);
                LOG.info("The catalog was reloaded: {}; broken: {}", changes, reload.broken());
            }
            return ResponseEntity.ok(Map.of("changes", changes, "broken", reload.broken()));
        } catch (EngineException e) {
            if (!Faults.isFault(e)) {
                throw e;
            }
            if (!dryRun) {
                audit.record(Audit.SUB_COMMAND, Audit.LOCAL, Action.RELOAD, e.getMessage(), Outcome.REFUSED);
            }
            return ResponseEntity.unprocessableContent().body(Map.of("error", e.getMessage()));
        }
    }
}
