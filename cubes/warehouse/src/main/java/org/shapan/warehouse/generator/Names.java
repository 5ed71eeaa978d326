package org.shapan.warehouse.generator;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A name in both languages, and the tables of names beside this class. */
record Names(String zh, String en) {

    Names {
        requireNonNull(zh, "zh is null");
        requireNonNull(en, "en is null");
    }

    /** Reads a table of this package, without its header: one array of fields per line. */
    static List<String[]> table(String file) {
        try (InputStream in = Names.class.getResourceAsStream(file)) {
            requireNonNull(in, file + " is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
