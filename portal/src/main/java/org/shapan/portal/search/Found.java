package org.shapan.portal.search;

import static java.util.Objects.requireNonNull;

/**
 * Something found.
 *
 * @param remark what tells it from others of the same name; may be empty
 * @param href where it leads, relative to the portal
 */
public record Found(Kind kind, String name, String remark, String href) {
    /** What was found, in the order in which it is listed. */
    public enum Kind {
        BOARD,
        REPORT,
        MEMBER,
        MEASURE,
        CUBE
    }

    public Found {
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
        requireNonNull(remark, "remark is null");
        requireNonNull(href, "href is null");
    }
}
