package org.shapan.warehouse.feed;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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

    private static final int BUFFER = 1 << 16;

    public FeedFile {
        requireNonNull(feed, "feed is null");
        requireNonNull(file, "file is null");
        requireNonNull(sha256, "sha256 is null");
        if (rows < 0) {
            throw new IllegalArgumentException("rows of " + file + " is negative: " + rows);
        }
    }

    /** The checksum of a file as manifests have it. */
    public static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
