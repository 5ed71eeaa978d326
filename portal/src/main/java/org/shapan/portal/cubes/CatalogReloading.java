package org.shapan.portal.cubes;

import java.util.List;
import org.shapan.engine.CatalogReload;
import org.shapan.engine.CubeServer;
import org.shapan.engine.SavedQuery;
import org.shapan.engine.catalog.CatalogDefinition;
import org.shapan.warehouse.data.DataDirectory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.stereotype.Component;

/** Reads the catalog anew and says what changes and which kept queries break. */
@Component
@ConditionalOnBean(DataDirectory.class)
public class CatalogReloading {
    private final CubeSource cubes;
    private final ObjectProvider<SavedQueries> keepers;

    public CatalogReloading(CubeSource cubes, ObjectProvider<SavedQueries> keepers) {
        this.cubes = cubes;
        this.keepers = keepers;
    }

    /**
     * Reloads, or only says what a reload would do.
     *
     * @throws org.shapan.engine.api.EngineException CATALOG_INVALID, CATALOG_REFUSED: nothing has changed
     */
    public CatalogReload run(boolean dryRun) {
        CubeServer server = cubes.server();
        CatalogDefinition definition = cubes.read();
        List<SavedQuery> queries =
                keepers.stream().flatMap(keeper -> keeper.all().stream()).toList();
        return dryRun
                ? server.previewReload(cubes.catalog(), definition, queries)
                : server.reload(cubes.catalog(), definition, queries);
    }
}
