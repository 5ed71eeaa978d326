package org.shapan.engine.api;

import java.util.List;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Measure;
import org.olap4j.metadata.Member;

/**
 * Forgets cells in memory, for data that were changed behind the engine's back. Queries under way keep what they hold; members stay.
 *
 * <p>Errors: MDX_UNKNOWN_NAME for what is not in the connection's catalog, MDX_TYPE for a region that is not made of stored members.
 */
public interface CacheControl {
    /** Cells of all cubes of the catalog. */
    void flush() throws OlapException;

    /** Cells of all measure groups of a cube; a virtual cube's are those of the cubes below it. */
    void flush(Cube cube) throws OlapException;

    /** Cells of the measure group of a stored measure. */
    void flush(Measure measure) throws OlapException;

    /**
     * Cells of a cube that may depend on rows of a region. What is held for certain other members only, stays.
     *
     * @param region members such as one month: of one hierarchy any of them, of several hierarchies all; hierarchies that are not named
     *     stand for all their members
     */
    void flush(Cube cube, List<Member> region) throws OlapException;
}
