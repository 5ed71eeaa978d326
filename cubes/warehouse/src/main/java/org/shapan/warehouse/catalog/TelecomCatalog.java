package org.shapan.warehouse.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Gives the catalog {@code telecom.xml} over the star of {@code org.shapan.warehouse.star}. */
public final class TelecomCatalog {

    /** Name of the catalog. */
    public static final String NAME = "Telecom";

    /** Name of its main file. */
    public static final String FILE = "telecom.xml";

    /** Names of the files it includes, relative to the main file. */
    public static final List<String> INCLUDES = List.of(
            "telecom/folders.xml",
            "telecom/dimensions.xml",
            "telecom/revenue.xml",
            "telecom/subscribers.xml",
            "telecom/targets.xml",
            "telecom/channels.xml",
            "telecom/numbers.xml",
            "telecom/halls.xml",
            "telecom/social.xml",
            "telecom/sp.xml",
            "telecom/sp-users.xml",
            "telecom/arrears.xml",
            "telecom/sp-risk.xml",
            "telecom/groups.xml",
            "telecom/retention.xml",
            "telecom/data-services.xml",
            "telecom/campaigns.xml");

    private TelecomCatalog() {}

    /** Text of the main file. */
    public static String text() {
        return include(FILE);
    }

    /**
     * Text of a file of the catalog, by its name relative to the main file.
     *
     * @throws UncheckedIOException when there is no such file
     */
    public static String include(String file) {
        try (InputStream in = TelecomCatalog.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new NoSuchFileException(file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the catalog into a directory, for those who want to read or change it.
     *
     * @return path of the main file
     */
    public static Path writeTo(Path directory) throws IOException {
        for (String file : INCLUDES) {
            write(directory, file);
        }
        return write(directory, FILE);
    }

    private static Path write(Path directory, String file) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, include(file));
    }
}
