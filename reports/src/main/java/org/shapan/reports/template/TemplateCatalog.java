package org.shapan.reports.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.JRLoader;

/** The templates that came with the product, by id. */
public final class TemplateCatalog {
    static final String INDEX = "templates.index";
    /** Folder of the subreports that templates share. */
    static final String PARTS = "part";

    private final Map<String, Template> templates;
    private final Parts parts;

    private TemplateCatalog(Map<String, Template> templates, Parts parts) {
        this.templates = Collections.unmodifiableMap(templates);
        this.parts = parts;
    }

    /** Loads the templates compiled into the classpath. */
    public static TemplateCatalog bundled() {
        Map<String, Template> templates = new LinkedHashMap<>();
        for (String id : read(INDEX).lines().toList()) {
            templates.put(id, Template.of(id, load(id)));
        }
        Map<String, JasperReport> parts = new HashMap<>();
        for (String name : read(PARTS + "/" + INDEX).lines().toList()) {
            parts.put(name, load(PARTS + "/" + name));
        }
        return new TemplateCatalog(templates, new Parts(parts));
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
