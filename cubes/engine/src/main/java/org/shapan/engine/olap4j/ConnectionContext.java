package org.shapan.engine.olap4j;

import java.util.List;
import java.util.Locale;
import org.shapan.engine.access.CubeAccess;
import org.shapan.engine.star.Cube;

/** What metadata needs to know of the connection it was asked from. */
interface ConnectionContext {
    Locale locale();

    /** Cubes the role sees, in order of the catalog. */
    List<Cube> cubes();

    /** What the role sees of a cube. */
    CubeAccess access(Cube cube);
}
