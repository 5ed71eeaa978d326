package org.shapan.engine.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/** What connections must have in common to share a server. A catalog file that was changed makes another. */
record ServerKey(String jdbc, String jdbcUser, String jdbcPassword, Path catalog, FileTime changed) {

    static ServerKey of(ConnectString wanted) {
        Path catalog = wanted.catalog();
        try {
            return new ServerKey(
                    wanted.text(ConnectionProperty.JDBC),
                    wanted.text(ConnectionProperty.JDBC_USER),
                    wanted.text(ConnectionProperty.JDBC_PASSWORD),
                    catalog,
                    Files.getLastModifiedTime(catalog));
        } catch (IOException e) {
            throw new EngineException(OlapErrorCode.CONNECTION, "Catalog=" + catalog + " cannot be read", e);
        }
    }

    @Override
    public String toString() {
        return catalog + " over " + jdbc;
    }
}
