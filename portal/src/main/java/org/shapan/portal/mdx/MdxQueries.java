package org.shapan.portal.mdx;

import java.nio.file.Path;
import org.olap4j.CellSet;
import org.olap4j.OlapException;

/** Runs the queries of lines. */
public interface MdxQueries {
    /**
     * @param catalog schema file, null for the default
     * @param role null for the default
     * @throws OlapException of the query
     * @throws org.shapan.engine.api.EngineException of the catalog or the role
     */
    CellSet run(String mdx, Path catalog, String role) throws OlapException;
}
