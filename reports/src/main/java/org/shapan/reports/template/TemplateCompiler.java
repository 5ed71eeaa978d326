package org.shapan.reports.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;

/**
 * Build step: compiles every {@code *.jrxml} of a folder and of its folder of parts to a {@code .jasper} beside its copy among the
 * classes and writes the list of templates and that of parts. A cold compile takes seconds, so it happens here and never in a running server.
 */
public final class TemplateCompiler {
    private TemplateCompiler() {}

    /**
     * Compiles what is newer than its compiled form.
     *
     * @param arguments folder of the JRXML files, folder for the compiled ones
     */
    public static void main(String[] arguments) throws IOException, JRException {
        Path sources = Path.of(arguments[0]);
        Path target = Files.createDirectories(Path.of(arguments[1]));
        compileFolder(sources, target);
        compileFolder(sources.resolve(TemplateCatalog.PARTS), target.resolve(TemplateCatalog.PARTS));
    }

    /** Compiles the files of a folder and lists them. */
    private static void compileFolder(Path sources, Path target) throws IOException, JRException {
        Files.createDirectories(target);
        List<String> ids = new ArrayList<>();
        try (Stream<Path> files = Files.list(sources)) {
            for (Path source :
                    files.filter(f -> f.toString().endsWith(".jrxml")).sorted().toList()) {
                String id = source.getFileName().toString().replace(".jrxml", "");
                ids.add(id);
                compile(source, target.resolve(id + ".jasper"));
            }
        }
        Files.writeString(target.resolve(TemplateCatalog.INDEX), String.join("\n", ids) + "\n");
    }

    private static void compile(Path source, Path compiled) throws IOException, JRException {
        if (Files.exists(compiled)
                && Files.getLastModifiedTime(compiled).compareTo(Files.getLastModifiedTime(source)) > 0) {
            return;
        }
        JasperCompileManager.getInstance(JasperContext.create()).compileToFile(source.toString(), compiled.toString());
    }
}
