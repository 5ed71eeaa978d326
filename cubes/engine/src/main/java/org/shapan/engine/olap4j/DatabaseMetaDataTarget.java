package org.shapan.engine.olap4j;

import java.util.Set;
import org.olap4j.CellSetListener;
import org.olap4j.OlapConnection;

/** Answers {@link org.olap4j.OlapDatabaseMetaData}; what is listed as result sets is read through the metadata objects instead. */
final class DatabaseMetaDataTarget {
    private final ConnectionTarget connection;
    private final String url;

    DatabaseMetaDataTarget(ConnectionTarget connection, String url) {
        this.connection = connection;
        this.url = url;
    }

    public OlapConnection getConnection() {
        return connection.facade();
    }

    public Set<CellSetListener.Granularity> getSupportedCellSetListenerGranularities() {
        return Set.of();
    }

    public String getMdxKeywords() {
        return "AND,AS,AXIS,BY,CASE,CELL,CHAPTERS,COLUMNS,DIMENSION,DRILLTHROUGH,ELSE,EMPTY,END,EXISTING,EXPLAIN,FROM,IN,IS,MEMBER,"
                + "NON,NOT,NULL,ON,OR,PAGES,PROPERTIES,ROWS,SECTIONS,SELECT,SET,THEN,WHEN,WHERE,WITH,XOR";
    }

    public String getURL() {
        return url;
    }

    public String getUserName() {
        return null;
    }

    public String getDriverName() {
        return "Shapan";
    }

    public String getDriverVersion() {
        return "0.1";
    }

    public int getDriverMajorVersion() {
        return 0;
    }

    public int getDriverMinorVersion() {
        return 1;
    }

    public String getDatabaseProductName() {
        return "Shapan";
    }

    public String getDatabaseProductVersion() {
        return "0.1";
    }

    public boolean isReadOnly() {
        return true;
    }
}
