package org.shapan.warehouse.load;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Brings a CSV file (RFC 4180, with a header) into staging as UTF-8, each record led by the number of its line. Records with more or fewer
 * fields than the header are left out and told. The whole file is never in memory.
 */
final class CsvFile {

    private static final int BUFFER = 1 << 16;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int SHOWN = 200;

    /** Hears of records that cannot be read. */
    @FunctionalInterface
    interface BadRecords {
        void bad(long line, String text);
    }

    /** Nothing readable is left of the file. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;
        private final boolean encoding;

        Unreadable(String message, boolean encoding) {
            super(message);
            this.encoding = encoding;
        }

        /** Whether the file is not in its encoding, rather than not CSV. */
        boolean isOfEncoding() {
            return encoding;
        }
    }

    private final BadRecords badRecords;
    private final StringBuilder record = new StringBuilder();
    private List<String> header;
    private long line = 1;
    private long recordLine = 1;
    private int fields = 1;
    private boolean quoted;

    private CsvFile(BadRecords badRecords) {
        this.badRecords = badRecords;
    }

    /**
     * @return the names of the header
     * @throws Unreadable when it is not in the encoding, ends within quotes or is empty
     */
    static List<String> stage(Path file, Charset encoding, Path staged, BadRecords badRecords) throws IOException {
        CsvFile csv = new CsvFile(badRecords);
        try (Reader in = new InputStreamReader(
                        Files.newInputStream(file),
                        encoding.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT));
                BufferedWriter out = Files.newBufferedWriter(staged, StandardCharsets.UTF_8)) {
            csv.copy(in, out);
        } catch (CharacterCodingException e) {
            throw new Unreadable("is not in %s after line %d".formatted(encoding, csv.line), true);
        }
        return csv.header;
    }

    /** The names of the header of a file in UTF-8, as far as its first line tells; empty when that is not text. */
    static List<String> header(Path file) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String first = in.readLine();
            return first == null ? List.of() : names(first.startsWith(BYTE_ORDER_MARK) ? first.substring(1) : first);
        } catch (CharacterCodingException e) {
            return List.of();
        }
    }

    private static List<String> names(String record) {
        return List.of(record.replace("\"", "").split(",", -1));
    }

    private void copy(Reader in, BufferedWriter out) throws IOException {
        char[] buffer = new char[BUFFER];
        boolean first = true;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            int from = first && n > 0 && buffer[0] == BYTE_ORDER_MARK.charAt(0) ? 1 : 0;
            first = false;
            take(buffer, from, n, out);
        }
        if (quoted) {
            throw new Unreadable("ends within quotes that begin in the record of line %d".formatted(recordLine), false);
        }
        if (!record.isEmpty()) {
            end(out);
        }
        if (header == null) {
            throw new Unreadable("is empty", false);
        }
    }

    private void take(char[] buffer, int begin, int end, BufferedWriter out) throws IOException {
        int from = begin;
        for (int i = begin; i < end; i++) {
            char c = buffer[i];
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields++;
            } else if (c == '\n') {
                line++;
                if (!quoted) {
                    record.append(buffer, from, i - from);
                    from = i + 1;
                    end(out);
                }
            }
        }
        record.append(buffer, from, end - from);
    }

    /** A record is complete. */
    private void end(BufferedWriter out) throws IOException {
        if (!record.isEmpty() && record.charAt(record.length() - 1) == '\r') {
            record.setLength(record.length() - 1);
        }
        if (header == null) {
            header = names(record.toString());
        } else if (fields == header.size()) {
            out.append(Long.toString(recordLine)).append(',').append(record).append('\n');
        } else if (!record.isEmpty()) {
            badRecords.bad(recordLine, record.substring(0, Math.min(SHOWN, record.length())));
        }
        record.setLength(0);
        fields = 1;
        recordLine = line;
    }
}
