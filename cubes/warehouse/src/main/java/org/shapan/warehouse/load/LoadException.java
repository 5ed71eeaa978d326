package org.shapan.warehouse.load;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A delivery was refused; the warehouse is as it was before. The message is one sentence for a person, {@link #remedy()} says what to
 * do, and feed, file and column say where the fault is, as far as it has a place.
 */
public final class LoadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Code {
        /** The directory has no manifest. */
        MANIFEST_MISSING,
        /** The manifest cannot be read, names an unknown feed or contradicts itself. */
        MANIFEST_INVALID,
        /** A file that the manifest names, or must name, is not there. */
        FILE_MISSING,
        /** The bytes of a file are not those the manifest vouches for. */
        CHECKSUM,
        /** A file is neither Parquet nor CSV, or is damaged. */
        FILE_UNREADABLE,
        /** A file is not in the encoding that the manifest says. */
        ENCODING,
        /** A record of a CSV file has more or fewer fields than its header. */
        FIELD_COUNT,
        /** A value of a CSV file is not of its column's type. */
        VALUE_TYPE,
        /** A column is missing, superfluous or of another type. */
        COLUMN,
        /** A file has not the rows that the manifest says. */
        ROW_COUNT,
        /** A value is missing where there must be one. */
        NULL_VALUE,
        /** A row does not belong to the period of its file. */
        PERIOD,
        /** A month is closed and may not be delivered again without being asked to restate it. */
        PERIOD_CLOSED,
        /** A key is in no dimension. */
        UNKNOWN_KEY,
        /** Two rows have the same key. */
        DUPLICATE_ROW,
        /** A value lies outside its range, so that the row would fall out of the star. */
        VALUE_RANGE,
        /** The facts do not add up to the ledger, or the identity of subscribers is broken. */
        RECONCILIATION,
        /** Another load is running. */
        BUSY,
        /** The loading thread was interrupted. */
        CANCELLED,
        /** The database or the disk failed. */
        DATABASE
    }

    private final Code code;
    private final Place place;
    private final String remedy;
    private transient List<BadRow> badRows = List.of();

    /**
     * Where a fault is.
     *
     * @param feed name of the feed, or null
     * @param file name of the file, or null
     * @param column name of the column, or null
     */
    record Place(String feed, String file, String column) {
        static final Place NONE = new Place(null, null, null);
    }

    LoadException(Code code, Place place, String message, String remedy, Throwable cause) {
        super(message, cause);
        this.code = requireNonNull(code, "code is null");
        this.place = requireNonNull(place, "place is null");
        this.remedy = requireNonNull(remedy, "remedy is null");
    }

    LoadException(Code code, Place place, String message, String remedy) {
        this(code, place, message, remedy, null);
    }

    /** The same refusal, with the bad rows that were found until then. */
    LoadException after(List<BadRow> found) {
        badRows = List.copyOf(found);
        return this;
    }

    /** Bad rows that were found until the refusal, the first 10,000. */
    public List<BadRow> badRows() {
        return badRows;
    }

    /** What is wrong, for programs. */
    public Code code() {
        return code;
    }

    /** Name of the feed at fault, or null. */
    public String feed() {
        return place.feed();
    }

    /** Name of the file at fault, or null. */
    public String file() {
        return place.file();
    }

    /** Name of the column at fault, or null. */
    public String column() {
        return place.column();
    }

    /** What a person can do about it, one sentence. */
    public String remedy() {
        return remedy;
    }
}
