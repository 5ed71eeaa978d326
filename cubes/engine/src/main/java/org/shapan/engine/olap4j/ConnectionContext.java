package org.shapan.engine.olap4j;

import java.util.Locale;
import org.shapan.engine.access.CubeAccess;
import org.shapan.engine.star.Cube;

/** What metadata needs to know of the connection it was asked from: its locale over a fixed state of the catalog. */
record ConnectionContext(ConnectionTarget connection, OlapServer.CatalogView view) {
    Locale locale() {
        return connection.getLocale();
    }

    /** What the role sees of a cube. */
    CubeAccess access(Cube cube) {
        return view.access(cube);
    }

    /** A display folder in the connection's language; null for null. */
    String folder(String path) {
        return view.folder(path, locale());
    }

    boolean isUnrestricted() {
        return view.isUnrestricted();
    }

    /**
     * What a query would give under the role.
     *
     * @throws org.shapan.engine.api.EngineException when it does not fit what the role sees
     */
    QueryDescription describe(String mdx) {
        return connection.server().describe(mdx, view, locale());
    }
}
