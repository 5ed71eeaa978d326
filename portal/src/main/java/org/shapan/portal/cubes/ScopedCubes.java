package org.shapan.portal.cubes;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.shapan.engine.ConnectionSettings;
import org.shapan.engine.CubeServer;
import org.shapan.engine.access.ScopeRole.Scope;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.catalog.RoleDefinition.Rollup;
import org.shapan.portal.account.PortalUser;

/**
 * Connections to the cubes of a catalog as a person sees them. Thread-safe; a connection is cheap and is closed by who asked for it. Where
 * the catalog does not have the hierarchy of areas, a person restricted to areas gets no connection.
 */
public final class ScopedCubes implements Cubes {
    private static final String AREAS = "[Area].[Managed]";
    /** Shows areas that belong to others today with what they were before. */
    private static final String TODAY = "[Area today]";

    private final CubeSource source;
    private final ConcurrentMap<String, String> definedScopes = new ConcurrentHashMap<>();

    public ScopedCubes(CubeSource source) {
        this.source = source;
    }

    @Override
    public OlapConnection connect(PortalUser user, Locale locale) throws OlapException {
        return connect(user.areas(), locale, user.login());
    }

    @Override
    public OlapConnection connect(List<String> areas, Locale locale, String user) throws OlapException {
        try {
            CubeServer server = source.server();
            ConnectionSettings everything = new ConnectionSettings(source.catalog(), List.of(), locale, user);
            return server.connect(areas.isEmpty() ? everything : everything.withRoles(List.of(scope(server, areas))));
        } catch (EngineException e) {
            throw new OlapException(e.getMessage(), e.code().name(), e);
        }
    }

    /** The name of the role for these areas, defined on the server when it is first needed. */
    private String scope(CubeServer server, List<String> areas) {
        List<String> ordered = areas.stream().distinct().sorted().toList();
        return definedScopes.computeIfAbsent("area:" + String.join("|", ordered), role -> {
            server.defineRole(
                    source.catalog(),
                    role,
                    List.of(new Scope(List.of(AREAS), Rollup.PARTIAL, ordered, List.of(TODAY))));
            return role;
        });
    }
}
