package org.shapan.portal.internal;

import java.util.List;
import java.util.Map;
import org.shapan.engine.CatalogReload;
import org.shapan.engine.CubeServer;
import org.shapan.engine.SavedQuery;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.catalog.CatalogDefinition;
import org.shapan.engine.catalog.Faults;
import org.shapan.portal.cubes.CubeSource;
import org.shapan.portal.cubes.SavedQueries;
import org.shapan.warehouse.data.DataDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
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

    private final CubeSource cubes;
    private final ObjectProvider<SavedQueries> keepers;

    ReloadEndpoint(CubeSource cubes, ObjectProvider<SavedQueries> keepers) {
        this.cubes = cubes;
        this.keepers = keepers;
    }

    @PostMapping("/internal/reload")
    ResponseEntity<Map<String, Object>> reload(@RequestParam boolean dryRun) {
        try {
            CatalogReload reload = run(dryRun);
            List<String> changes =
                    reload.diff().changes().stream().map(Object::toString).toList();
            if (!dryRun) {
                LOG.info("The catalog was reloaded: {}; broken: {}", changes, reload.broken());
            }
            return ResponseEntity.ok(Map.of("changes", changes, "broken", reload.broken()));
        } catch (EngineException e) {
            if (!Faults.isFault(e)) {
                throw e;
            }
            return ResponseEntity.unprocessableContent().body(Map.of("error", e.getMessage()));
        }
    }

    private CatalogReload run(boolean dryRun) {
        CubeServer server = cubes.server();
        CatalogDefinition definition = cubes.read();
        List<SavedQuery> queries =
                keepers.stream().flatMap(keeper -> keeper.all().stream()).toList();
        return dryRun
                ? server.previewReload(cubes.catalog(), definition, queries)
                : server.reload(cubes.catalog(), definition, queries);
    }
}
