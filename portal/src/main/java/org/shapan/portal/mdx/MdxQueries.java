package org.shapan.portal.mdx;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.olap4j.OlapException;

/** Runs the statements of lines. */
public interface MdxQueries {
    /**
     * @param catalog schema file, null for the default
     * @param role null for the default
     * @param answer is given the cell set, or the rows of a drill-through or a plan, while they are open
     * @throws OlapException of the statement
     * @throws org.shapan.engine.api.EngineException of the catalog or the role
     */
    void run(String mdx, Path catalog, String role, Answer answer) throws OlapException;

    /** Takes a result. */
    interface Answer {
        void of(ResultSet result) throws SQLException;
    }
}
