package org.shapan.portal.cubes;

import org.shapan.engine.CubeServer;
import org.shapan.engine.api.QueryListener;
import org.shapan.engine.catalog.CatalogDefinition;

/** Where the cube server comes from. */
public interface CubeSource {
    /** The server with its catalog loaded; made when it is first asked for. */
    CubeServer server();

    /** Name of that catalog. */
    String catalog();

    /** Tells this listener of every query from now on. */
    void listen(QueryListener listener);

    /**
     * Reads the catalog anew, as its file is now; the server goes on with what it has.
     *
     * @throws org.shapan.engine.api.EngineException CATALOG_INVALID, CATALOG_REFUSED; CONNECTION when the file cannot be read
     */
    CatalogDefinition read();
}
