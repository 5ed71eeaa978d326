package org.shapan.engine.olap4j;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.shapan.engine.access.CubeAccess;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.FactGroup;
import org.shapan.engine.star.Member;

/** The server behind connections, as the driver sees it. Thread-safe. */
public interface OlapServer {
    /** Name of the data source, shown as olap4j's database. */
    String name();

    List<String> catalogNames();

    /** Names of the roles that a connection to the catalog may take. */
    List<String> roleNames(String catalog);

    /**
     * The catalog as the union of roles sees it now; after a reload another object is given.
     *
     * @param roles empty for unrestricted access
     * @throws org.shapan.engine.api.EngineException CONNECTION when the catalog or a role does not exist
     */
    CatalogView catalog(String name, List<String> roles);

    /**
     * Runs a statement and blocks until it is finished.
     *
     * @throws org.shapan.engine.api.EngineException see {@code OlapErrorCode}
     */
    StatementOutcome execute(Query query);

    /**
     * Checks a query and tells what it would give, without running it.
     *
     * @throws org.shapan.engine.api.EngineException MDX_SYNTAX, MDX_UNKNOWN_NAME, MDX_TYPE, NOT_SUPPORTED
     */
    QueryDescription describe(String mdx, CatalogView catalog, Locale locale);

    /**
     * Forgets cells in memory that may depend on rows of a region.
     *
     * @param groups of the cube
     * @param region stored members of the cube; empty for all rows
     */
    void flush(Cube cube, Collection<FactGroup> groups, List<Member> region);

    /** One state of a catalog under given roles. */
    interface CatalogView {
        String name();

        /** Cubes the roles see, in order of the catalog. */
        List<Cube> cubes();

        CubeAccess access(Cube cube);

        /** Number of the data version it is bound to. */
        long dataVersion();

        /** Names of the dimensions that the catalog shares between cubes. */
        Set<String> sharedDimensions();

        /** A display folder as it is called in a language; null for null. */
        String folder(String path, Locale locale);

        /** Whether the roles see everything. */
        boolean isUnrestricted();
    }

    /**
     * @param customData what {@code CustomData()} gives, or null
     * @param timeout null for the server's default
     * @param parameters values of MDX parameters by upper-case name
     * @param cancel lets the statement cancel the running query
     * @param progress is told how far the query is
     */
    record Query(
            String mdx,
            CatalogView catalog,
            Locale locale,
            String user,
            String customData,
            Duration timeout,
            Map<String, Object> parameters,
            CancelSignal cancel,
            Progress progress) {}
}
