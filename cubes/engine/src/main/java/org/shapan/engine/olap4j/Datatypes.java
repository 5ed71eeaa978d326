package org.shapan.engine.olap4j;

import org.olap4j.metadata.Datatype;
import org.shapan.engine.sql.DataType;

/** olap4j's names for the engine's data types. It has no name for exact decimals that OLE DB knows. */
final class Datatypes {
    private Datatypes() {}

    static Datatype of(DataType type) {
        return switch (type) {
            case INTEGER -> Datatype.INTEGER;
            case LONG -> Datatype.LARGE_INTEGER;
            case DECIMAL, DOUBLE -> Datatype.DOUBLE;
            case BOOLEAN -> Datatype.BOOLEAN;
            case STRING, DATE, TIME, TIMESTAMP -> Datatype.STRING;
        };
    }
}
