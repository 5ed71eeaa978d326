package org.shapan.reports.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.JRLoader;

/** The templates that came with the product and those of the administrator's folder, by id. */
public final class TemplateCatalog {
    static final String INDEX = "templates.index";
    /** Folder of the subreports that templates share. */
    static final String PARTS = "part";

    private final Map<String, Template> bundled;
    private final Parts parts;
    private final Path folder;
    private volatile TemplateFolder.Contents contents = new TemplateFolder.Contents(Map.of(), List.of());
    private volatile Map<String, Template> templates;

    private TemplateCatalog(Map<String, Template> bundled, Parts parts, Path folder) {
        this.bundled = Collections.unmodifiableMap(bundled);
        this.templates = this.bundled;
        this.parts = parts;
        this.folder = folder;
    }

    /** Loads the templates compiled into the classpath. */
    public static TemplateCatalog bundled() {
        return with(null);
    }

    /**
     * Loads the templates compiled into the classpath, and those of a folder as far as they are in order.
     *
     * @param folder null for none
     */
    public static TemplateCatalog with(Path folder) {
        Map<String, Template> templates = new LinkedHashMap<>();
        for (String id : read(INDEX).lines().toList()) {
            templates.put(id, Template.of(id, load(id)));
        }
        Map<String, JasperReport> parts = new HashMap<>();
        for (String name : read(PARTS + "/" + INDEX).lines().toList()) {
            parts.put(name, load(PARTS + "/" + name));
        }
        TemplateCatalog catalog = new TemplateCatalog(templates, new Parts(parts), folder);
        catalog.reload(TemplateProbe.NONE);
        return catalog;
    }

    /**
     * Reads the administrator's folder anew. What is not in order is not offered; until all is read, everything is as before.
     *
     * @param probe asked of each template that is well formed
     * @return what is not in order
     */
    public synchronized List<TemplateFault> reload(TemplateProbe probe) {
        if (folder != null) {
            TemplateFolder.Contents read = new TemplateFolder(folder, bundled.keySet(), parts.names()).read(probe);
            Map<String, Template> all = new TreeMap<>(bundled);
            all.putAll(read.templates());
            contents = read;
            templates = Collections.unmodifiableMap(all);
        }
        return contents.faults();
    }

    /** Folder of the administrator's templates, if any. */
    public Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    /** What was not in order when the folder was last read. */
    public List<TemplateFault> faults() {
        return contents.faults();
    }

    /** Whether a template is one of the administrator's folder. */
    public boolean isOfFolder(String id) {
        return contents.templates().containsKey(id);
    }

    public Optional<Template> find(String id) {
        return Optional.ofNullable(templates.get(id));
    }

    /** The subreports that templates share. */
    public Parts parts() {
        return parts;
    }

    /** All templates in the order of their ids. */
    public Collection<Template> all() {
        return templates.values();
    }

    private static JasperReport load(String id) {
        try (InputStream in = open(id + ".jasper")) {
            return (JasperReport) JRLoader.loadObject(JasperContext.create(), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JRException e) {
            throw new IllegalStateException("template " + id + " cannot be loaded", e);
        }
    }

    private static String read(String resource) {
        try (InputStream in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = TemplateCatalog.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException(
                    "resource " + resource + " is missing: the build compiles the templates in phase process-classes");
        }
        return in;
    }
}
