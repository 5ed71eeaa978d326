package org.shapan.warehouse.feed;

import static java.util.Objects.requireNonNull;

/**
 * One file of a delivery.
 *
 * @param feed name of its feed
 * @param period yyyymm of a monthly feed, null of one delivered whole
 * @param file name relative to the manifest's directory
 * @param rows rows in it
 * @param sha256 lower-case hexadecimal SHA-256 of its bytes
 */
public record FeedFile(String feed, Integer period, String file, long rows, String sha256) {

    public FeedFile {
        requireNonNull(feed, "feed is null");
        requireNonNull(file, "file is null");
        requireNonNull(sha256, "sha256 is null");
        if (rows < 0) {
            throw new IllegalArgumentException("rows of " + file + " is negative: " + rows);
        }
    }
}
