package org.shapan.warehouse.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes {@code server.json}, which only its owner may read. */
final class ServerFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ServerFile() {}

    /** Replaces the file in one step, so that a reader sees the old or the new one. */
    static void write(Path file, ServerInfo info) throws IOException {
        Path fresh =
                Files.createTempFile(file.toAbsolutePath().getParent(), "server", ".tmp", DataDirectory.ownerOnly());
        try {
            Files.writeString(fresh, JSON.writeValueAsString(info) + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** The content, or empty when there is no such file or it is not one of ours. */
    static Optional<ServerInfo> read(Path file) throws IOException {
        try {
            return Optional.ofNullable(JSON.readValue(Files.readString(file), ServerInfo.class));
        } catch (NoSuchFileException | JacksonException e) {
            return Optional.empty();
        }
    }
}
