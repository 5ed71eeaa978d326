package org.shapan.warehouse.feed;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a delivery holds, written last into {@code manifest.json}: a directory without one is not complete.
 *
 * @param format {@link Feeds#FORMAT} of the writer
 * @param source who made it, e.g. {@code generator demo seed 20100331}
 * @param firstMonth first month of facts, yyyymm
 * @param lastMonth last month of facts, yyyymm: the as-of month
 * @param provisional whether the last month is not closed yet: it will be delivered again; null is false
 * @param encoding of its CSV files, such as GBK; null is UTF-8
 * @param files its files in the order of their names
 */
public record Manifest(
        int format,
        String source,
        int firstMonth,
        int lastMonth,
        Boolean provisional,
        String encoding,
        List<FeedFile> files) {

    /** Name of the manifest in the directory of a delivery. */
    public static final String FILE = "manifest.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public Manifest {
        requireNonNull(source, "source is null");
        provisional = provisional != null && provisional;
        files = List.copyOf(files);
    }

    /** Of closed months. */
    public Manifest(int format, String source, int firstMonth, int lastMonth, List<FeedFile> files) {
        this(format, source, firstMonth, lastMonth, false, null, files);
    }

    /** The encoding of CSV files; {@link IllegalArgumentException} when it is not known. */
    public Charset charset() {
        return encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    }

    /** The files of one feed, by period. */
    public List<FeedFile> files(Feed feed) {
        return files.stream().filter(f -> f.feed().equals(feed.name())).toList();
    }

    /** Rows of the files of a feed. */
    public long rows(String feed) {
        return files.stream()
                .filter(f -> f.feed().equals(feed))
                .mapToLong(FeedFile::rows)
                .sum();
    }

    /** Rows of all files. */
    public long rows() {
        return files.stream().mapToLong(FeedFile::rows).sum();
    }

    /** Writes the manifest into {@code directory}, replacing one that is there. */
    public void write(Path directory) throws IOException {
        String text = JSON.writeValueAsString(this).replace("\r\n", "\n") + "\n";
        Files.writeString(directory.resolve(FILE), text);
    }

    /**
     * Reads the manifest of {@code directory}.
     *
     * @throws java.nio.file.NoSuchFileException when there is none
     * @throws IOException when it cannot be read or is not a manifest of {@link Feeds#FORMAT}; the message says why
     */
    public static Manifest read(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        Manifest manifest;
        try {
            manifest = JSON.readValue(Files.readString(file), Manifest.class);
        } catch (JacksonException e) {
            throw new IOException(file + " is not a manifest: " + e.getOriginalMessage(), e);
        }
        if (manifest != null && manifest.encoding() != null && !isCharset(manifest.encoding())) {
            throw new IOException("%s names an unknown encoding %s".formatted(file, manifest.encoding()));
        }
        if (manifest == null || manifest.format() != Feeds.FORMAT) {
            throw new IOException("%s has format %s, this version reads format %d"
                    .formatted(file, manifest == null ? "none" : manifest.format(), Feeds.FORMAT));
        }
        return manifest;
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
