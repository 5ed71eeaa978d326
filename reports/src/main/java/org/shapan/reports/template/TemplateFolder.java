package org.shapan.reports.template;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRDataset;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRExpression;
import net.sf.jasperreports.engine.JRExpressionCollector;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JRVariable;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import org.shapan.reports.query.MdxFields;
import org.shapan.reports.template.TemplateFault.Reason;

/**
 * The administrator's folder of templates: {@code ID.jrxml} with {@code ID.properties} and {@code ID_en.properties}. A compiled {@code .jasper} is never
 * read. Each template is checked for itself; a faulty one keeps no other from being offered.
 */
final class TemplateFolder {
    /** Name of an image in the folder. */
    static final String IMAGE = "[A-Za-z0-9][A-Za-z0-9_-]*\\.(?:png|jpg)";

    private static final Pattern ID = Pattern.compile("[A-Z][A-Za-z0-9_-]{0,31}");
    private static final String FILTERS = "filters.fixed";
    private static final Pattern PAIRS = Pattern.compile("[^=;]+=[^=;]*(?:;[^=;]+=[^=;]*)*");
    private static final String JRXML = ".jrxml";
    private static final long MOST_BYTES = 2L * 1024 * 1024;

    private final Path folder;
    private final Set<String> reserved;
    private final Set<String> parts;
    private final JasperReportsContext context;

    /**
     * What a look at the folder found.
     *
     * @param templates by id, in the order of their ids
     */
    record Contents(Map<String, Template> templates, List<TemplateFault> faults) {}

    /**
     * @param reserved ids of the templates of the build
     * @param parts names of the subreports that there are
     */
    TemplateFolder(Path folder, Set<String> reserved, Set<String> parts) {
        this.folder = requireNonNull(folder, "folder is null");
        this.reserved = Set.copyOf(reserved);
        this.parts = Set.copyOf(parts);
        this.context = JasperContext.create(folder);
    }

    /**
     * Reads and checks all templates of the folder; none when there is no such folder.
     *
     * @throws UncheckedIOException when the folder cannot be listed
     */
    Contents read(TemplateProbe probe) {
        Map<String, Template> templates = new TreeMap<>();
        List<TemplateFault> faults = new ArrayList<>();
        for (String file : files()) {
            String id = file.substring(0, file.length() - JRXML.length());
            List<TemplateFault> found = new ArrayList<>();
            Optional<Template> template = read(id, found);
            if (found.isEmpty() && template.isPresent()) {
                probe.problems(template.get())
                        .forEach(p -> found.add(new TemplateFault(id, file, 0, p.reason(), p.detail())));
            }
            if (found.isEmpty() && template.isPresent()) {
                templates.put(id, template.get());
            }
            faults.addAll(found);
        }
        return new Contents(templates, List.copyOf(faults));
    }

    private List<String> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(JRXML))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of templates " + folder + " cannot be read", e);
        }
    }

    private Optional<Template> read(String id, List<TemplateFault> faults) {
        String file = id + JRXML;
        if (!ID.matcher(id).matches()) {
            faults.add(new TemplateFault(id, file, 0, Reason.NAME, file));
            return Optional.empty();
        }
        if (reserved.contains(id)) {
            faults.add(new TemplateFault(id, file, 0, Reason.BUILD_TEMPLATE, id));
            return Optional.empty();
        }
        Optional<byte[]> content = content(id, file, faults);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        JrxmlCheck check = new JrxmlCheck(id, file, parts);
        faults.addAll(check.faults(content.get()));
        check.needs().images().forEach((image, line) -> {
            if (!Files.isRegularFile(folder.resolve(image), LinkOption.NOFOLLOW_LINKS)) {
                faults.add(new TemplateFault(id, file, line, Reason.RESOURCE, image));
            }
        });
        Map<Locale, Texts> texts = texts(id, check.needs().texts(), faults);
        return faults.isEmpty() ? compiled(id, content.get(), texts, faults) : Optional.empty();
    }

    private Optional<byte[]> content(String id, String file, List<TemplateFault> faults) {
        Path path = folder.resolve(file);
        try {
            if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && Files.size(path) <= MOST_BYTES) {
                return Optional.of(Files.readAllBytes(path));
            }
        } catch (IOException e) {
            // said below
        }
        faults.add(new TemplateFault(id, file, 0, Reason.FILE, file));
        return Optional.empty();
    }

    /** The texts in both languages; what is needed and missing is a fault. */
    private Map<Locale, Texts> texts(String id, Map<String, Integer> needed, List<TemplateFault> faults) {
        Map<Locale, Texts> texts = new HashMap<>();
        for (Locale locale : Texts.LANGUAGES) {
            String file = id + (locale.equals(Locale.ENGLISH) ? "_en" : "") + ".properties";
            Optional<byte[]> content = content(id, file, faults);
            if (content.isEmpty()) {
                continue;
            }
            Map<String, String> own = new HashMap<>();
            try {
                Properties lines = new Properties();
                lines.load(new StringReader(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(content.get()))
                        .toString()));
                lines.stringPropertyNames().forEach(key -> own.put(key, lines.getProperty(key)));
            } catch (CharacterCodingException | IllegalArgumentException e) {
                faults.add(new TemplateFault(id, file, 0, Reason.FILE, file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Texts all = Texts.with(own, locale);
            Map<String, Integer> keys = new TreeMap<>(needed);
            keys.put("title", 0);
            keys.put(FILTERS, 0);
            keys.keySet().stream()
                    .filter(key -> !all.containsKey(key))
                    .forEach(key -> faults.add(new TemplateFault(id, file, 0, Reason.TEXT, key)));
            if (all.containsKey(FILTERS) && !PAIRS.matcher(all.text(FILTERS)).matches()) {
                faults.add(new TemplateFault(id, file, 0, Reason.TEXT, FILTERS));
            }
            texts.put(locale, all);
        }
        return texts;
    }

    private Optional<Template> compiled(
            String id, byte[] content, Map<Locale, Texts> texts, List<TemplateFault> faults) {
        String file = id + JRXML;
        try {
            JasperDesign design = JRXmlLoader.load(context, new ByteArrayInputStream(content));
            design.setName(id);
            checkAgain(id, design, faults);
            checkParameters(id, design, texts, faults);
            checkFields(id, design, faults);
            if (!faults.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    Template.of(id, JasperCompileManager.getInstance(context).compile(design), texts));
        } catch (JRException | JRRuntimeException | IllegalArgumentException e) {
            faults.add(new TemplateFault(
                    id, file, 0, Reason.LAYOUT, String.valueOf(e.getMessage()).strip()));
            return Optional.empty();
        }
    }

    /** The expressions as JasperReports read them, whatever it made of the file, but for those of its own variables. */
    private void checkAgain(String id, JasperDesign design, List<TemplateFault> faults) {
        JRExpressionCollector collector = JRExpressionCollector.collector(context, design);
        List<JRExpression> all = new ArrayList<>(collector.collect());
        all.addAll(collector.getReportExpressions());
        datasets(design).forEach(dataset -> all.addAll(collector.getExpressions(dataset)));
        Set<String> own = datasets(design)
                .flatMap(dataset -> Stream.of(dataset.getVariables()))
                .filter(JRVariable::isSystemDefined)
                .flatMap(variable -> Stream.of(variable.getExpression(), variable.getInitialValueExpression()))
                .filter(Objects::nonNull)
                .map(JRExpression::getText)
                .collect(Collectors.toSet());
        own.add(JrxmlCheck.STYLES);
        all.stream()
                .filter(expression -> !own.contains(expression.getText()))
                .flatMap(expression -> ExpressionCheck.refused(expression).stream())
                .distinct()
                .forEach(found -> faults.add(new TemplateFault(id, id + JRXML, 0, Reason.EXPRESSION, found)));
    }

    /** What is filled in by nobody would be empty on the page. */
    private static void checkParameters(
            String id, JasperDesign design, Map<Locale, Texts> texts, List<TemplateFault> faults) {
        for (JRParameter parameter : design.getParameters()) {
            if (parameter.isSystemDefined()) {
                continue;
            }
            String name = parameter.getName();
            boolean given = AllowedTypes.GIVEN.containsKey(name);
            boolean hasDefault = parameter.getDefaultValueExpression() != null;
            if (parameter.isForPrompting() ? given : !given && !hasDefault) {
                faults.add(new TemplateFault(id, id + JRXML, 0, Reason.PARAMETER, name));
            }
            if (parameter.isForPrompting() && !given) {
                texts.forEach((locale, known) -> {
                    if (!known.containsKey("parameter." + name)) {
                        faults.add(new TemplateFault(
                                id,
                                id + (known.isEnglish() ? "_en" : "") + ".properties",
                                0,
                                Reason.TEXT,
                                "parameter." + name));
                    }
                });
            }
        }
    }

    private static void checkFields(String id, JasperDesign design, List<TemplateFault> faults) {
        for (JRDataset dataset : datasets(design).toList()) {
            if (dataset.getQuery() != null && !"mdx".equals(dataset.getQuery().getLanguage())) {
                faults.add(new TemplateFault(
                        id,
                        id + JRXML,
                        0,
                        Reason.LANGUAGE,
                        String.valueOf(dataset.getQuery().getLanguage())));
            }
            MdxFields.problems(dataset)
                    .forEach(problem -> faults.add(new TemplateFault(id, id + JRXML, 0, Reason.FIELD, problem)));
        }
    }

    private static Stream<JRDataset> datasets(JasperDesign design) {
        return Stream.concat(design.getDatasetsList().stream(), Stream.of(design.getMainDataset()));
    }
}
