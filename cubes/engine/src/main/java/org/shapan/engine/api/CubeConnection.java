package org.shapan.engine.api;

import org.olap4j.OlapException;

/** What a connection offers beyond olap4j: {@code connection.unwrap(CubeConnection.class)}. */
public interface CubeConnection {
    /** Number of the data version that the next query sees; 0 for a source without versions. */
    long dataVersion() throws OlapException;

    MemberSearch members();

    /**
     * @throws OlapException ACCESS_DENIED when the connection is restricted by roles
     */
    CacheControl cache() throws OlapException;
}
