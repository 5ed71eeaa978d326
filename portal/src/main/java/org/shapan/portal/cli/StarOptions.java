package org.shapan.portal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shapan.portal.star.StarSettings;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A star of the user's own, the same in all commands: {@code --catalog FILE --jdbc URL …}. */
final class StarOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--catalog", paramLabel = "FILE", description = "Mondrian 3 schema file.")
    private Path catalog;

    @Option(names = "--jdbc", paramLabel = "URL", description = "Database of the star.")
    private String jdbc;

    @Option(names = "--jdbc-user", paramLabel = "USER", description = "User of the database.")
    private String user;

    @Option(
            names = "--jdbc-password-file",
            paramLabel = "FILE",
            description = "File with the password of that user. Or set the environment variable SHAPAN_JDBC_PASSWORD.")
    private Path passwordFile;

    @Option(
            names = "--jdbc-password",
            paramLabel = "PASSWORD",
            defaultValue = "${env:SHAPAN_JDBC_PASSWORD}",
            showDefaultValue = CommandLine.Help.Visibility.NEVER,
            description = "The password itself; other users of this machine can see it in the list of processes.")
    private String password;

    @Option(
            names = "--drivers",
            paramLabel = "DIR",
            description =
                    "Directory with the jar files of further JDBC drivers; PostgreSQL, DuckDB and H2 come with Shapan.")
    private Path drivers;

    /** Whether a star is named. */
    boolean given() {
        if ((catalog == null) != (jdbc == null)) {
            throw new ParameterException(spec.commandLine(), "--catalog and --jdbc go together");
        }
        return catalog != null;
    }

    /** @throws ParameterException when no star is named, or its password file cannot be read */
    StarSettings settings() {
        if (!given()) {
            throw new ParameterException(spec.commandLine(), "--catalog FILE and --jdbc URL are needed");
        }
        return new StarSettings(catalog, jdbc, user, passwordFile == null ? password : read(passwordFile), drivers);
    }

    private String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(), "the password file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
