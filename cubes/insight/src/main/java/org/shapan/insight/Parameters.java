package org.shapan.insight;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.shapan.insight.ParameterException.Code;

/**
 * The numbers of all rules by name, from one file: {@code insight.properties} beside this class holds the defaults of the
 * specification and says what each means; a file of one's own holds the version and what differs.
 */
public final class Parameters {
    /** Version of the rules; a file says for which it is made. */
    public static final int VERSION = 1;

    /** System property with the path of a file of one's own. */
    public static final String SETTING = "shapan.insight.parameters";

    private static final String DEFAULTS = "insight.properties";
    private static final String VERSION_KEY = "version";

    private final Map<String, double[]> values;

    private Parameters(Map<String, double[]> values) {
        this.values = Map.copyOf(values);
    }

    /** Those of the specification. */
    public static Parameters defaults() {
        return Holder.SPECIFIED;
    }

    /**
     * Those of this process: of the file that {@link #SETTING} names when they are first asked for, else the defaults.
     *
     * @throws ParameterException when the file cannot be used
     */
    public static Parameters current() {
        String file = System.getProperty(SETTING);
        return file == null || file.isBlank() ? defaults() : Holder.configured(Path.of(file));
    }

    /**
     * The defaults with the lines of a file in their place.
     *
     * @throws ParameterException for a file that is unreadable, of another version, or with a line no rule can use
     */
    public static Parameters read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return defaults().with(read(reader), file.toString());
        } catch (IOException e) {
            throw new ParameterException(
                    Code.UNREADABLE, file.toString(), "", "cannot be read: " + e, "Name a file that exists, in UTF-8");
        }
    }

    /** These with some in the place of others; as lines of a file, without the version. */
    public Parameters with(Map<String, String> lines) {
        Properties properties = new Properties();
        properties.setProperty(VERSION_KEY, Integer.toString(VERSION));
        properties.putAll(lines);
        return with(properties, "given");
    }

    private Parameters with(Properties lines, String file) {
        if (!Integer.toString(VERSION).equals(lines.getProperty(VERSION_KEY, "").strip())) {
            throw new ParameterException(
                    Code.VERSION,
                    file,
                    VERSION_KEY,
                    "is not " + VERSION,
                    "Compare the file with the defaults, then set it");
        }
        Map<String, double[]> changed = new HashMap<>(values);
        for (String name : lines.stringPropertyNames()) {
            double[] usual = values.get(name);
            if (usual == null) {
                throw new ParameterException(Code.UNKNOWN, file, name, "no rule knows it", "See insight.properties");
            }
            changed.put(name, numbers(file, name, lines.getProperty(name), usual));
        }
        return new Parameters(changed);
    }

    /** @param usual null for the defaults themselves */
    private static double[] numbers(String file, String name, String text, double[] usual) {
        String[] parts = text.strip().split("\\s*,\\s*", -1);
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            try {
                numbers[i] = Double.parseDouble(parts[i]);
            } catch (NumberFormatException e) {
                numbers[i] = Double.NaN;
            }
        }
        boolean isWrong = Arrays.stream(numbers).anyMatch(number -> !Double.isFinite(number));
        if (isWrong || (usual != null && usual.length != numbers.length)) {
            int needed = usual == null ? numbers.length : usual.length;
            throw new ParameterException(
                    Code.VALUE,
                    file,
                    name,
                    "'" + text + "' is not " + needed + " number(s)",
                    "Write them with a comma");
        }
        if (usual != null && usual.length == 2 && (usual[0] <= usual[1]) != (numbers[0] <= numbers[1])) {
            throw new ParameterException(
                    Code.VALUE, file, name, "'" + text + "' has yellow beyond red", "Write yellow first, then red");
        }
        return numbers;
    }

    private static Properties read(Reader reader) throws IOException {
        Properties properties = new Properties();
        try {
            properties.load(reader);
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
        return properties;
    }

    /** @throws IllegalArgumentException for a name that no line of the defaults has */
    public double number(String name) {
        return of(name, 1)[0];
    }

    /** A parameter of two numbers; throws as {@link #number}. */
    public Limits limits(String name) {
        double[] both = of(name, 2);
        return new Limits(both[0], both[1]);
    }

    private double[] of(String name, int length) {
        double[] numbers = values.get(requireNonNull(name, "name is null"));
        if (numbers == null || numbers.length != length) {
            throw new IllegalArgumentException("no parameter of " + length + " number(s): " + name);
        }
        return numbers;
    }

    /** What has been read. */
    private static final class Holder {
        static final Parameters SPECIFIED = specified();

        private static Path file;
        private static Parameters configured;

        private static Parameters specified() {
            try (Reader reader =
                    new InputStreamReader(Parameters.class.getResourceAsStream(DEFAULTS), StandardCharsets.UTF_8)) {
                Map<String, double[]> values = new HashMap<>();
                Properties lines = read(reader);
                lines.stringPropertyNames()
                        .forEach(name -> values.put(name, numbers(DEFAULTS, name, lines.getProperty(name), null)));
                return new Parameters(values);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static synchronized Parameters configured(Path path) {
            if (!path.equals(file)) {
                configured = Parameters.read(path);
                file = path;
            }
            return configured;
        }
    }
}
