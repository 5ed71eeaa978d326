package org.shapan.portal.cubes;

import org.shapan.engine.CubeServer;

/** Where the cube server comes from. */
@FunctionalInterface
public interface CubeSource {
    /** The server with the telecom catalog loaded; made when it is first asked for. */
    CubeServer server();
}
