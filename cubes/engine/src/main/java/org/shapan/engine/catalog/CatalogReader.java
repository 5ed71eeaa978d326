package org.shapan.engine.catalog;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/**
 * Reads catalogs. What is wrong with the text itself is told here; what does not fit the database is told by star.
 *
 * <p>Errors: CATALOG_INVALID and CATALOG_REFUSED with file, line and column; CONNECTION when the file cannot be read.
 */
public final class CatalogReader {
    private static final Map<String, Naming> NAMING =
            Map.of("mondrian3", Naming.MONDRIAN3, "ssas", Naming.SSAS, "mondrian4", Naming.MONDRIAN4);

    private final CatalogLimits limits;
    private final Includes includes;

    /** How included files are found. */
    @FunctionalInterface
    public interface Includes {
        /**
         * The text of an included file.
         *
         * @param file as written in {@code <sp:Include file="…"/>}: relative, without {@code ..}
         * @throws UncheckedIOException when there is no such file
         */
        String text(String file);
    }

    public CatalogReader(CatalogLimits limits, Includes includes) {
        this.limits = requireNonNull(limits, "limits is null");
        this.includes = requireNonNull(includes, "includes is null");
    }

    /** Reads a file; includes are found beside it. */
    public static CatalogDefinition read(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        CatalogReader reader = new CatalogReader(CatalogLimits.DEFAULTS, name -> textOf(directory.resolve(name)));
        String text;
        try {
            text = textOf(file);
        } catch (UncheckedIOException e) {
            throw new EngineException(
                    OlapErrorCode.CONNECTION, "Cannot read the catalog " + file + ": " + e.getCause(), e);
        }
        return reader.read(file.getFileName().toString(), text);
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a text.
     *
     * @param file name for messages
     */
    public CatalogDefinition read(String file, String text) {
        return new Session().read(file, text);
    }

    /** One reading: collects what a file and its includes define. */
    private final class Session {
        private final Faults faults = new Faults();
        private final List<Notice> notices = new ArrayList<>();
        private final Set<String> files = new LinkedHashSet<>();

        private final Map<String, Map<String, String>> folders = new HashMap<>();
        private final List<ParameterDefinition> parameters = new ArrayList<>();
        private final List<DimensionDefinition> dimensions = new ArrayList<>();
        private final List<CubeDefinition> cubes = new ArrayList<>();
        private final List<VirtualCubeDefinition> virtualCubes = new ArrayList<>();
        private final List<NamedSetDefinition> namedSets = new ArrayList<>();
        private final List<RoleDefinition> roles = new ArrayList<>();

        CatalogDefinition read(String file, String text) {
            files.add(file);
            XmlElement root = root(file, text);
            contents(root);
            checkNames();
            CatalogDefinition catalog = faults.attempt(() -> catalog(root));
            faults.throwIfAny();
            assert GrammarCheck.isRead(root);
            return catalog;
        }

        private CatalogDefinition catalog(XmlElement root) {
            return new CatalogDefinition(
                    root.required("name"),
                    Texts.of(root),
                    root.choice("sp:naming", NAMING, Naming.MONDRIAN3),
                    root.attribute("measuresCaption"),
                    root.attribute("defaultRole"),
                    folders,
                    parameters,
                    dimensions,
                    cubes,
                    virtualCubes,
                    namedSets,
                    roles,
                    notices,
                    root.place());
        }

        private XmlElement root(String file, String text) {
            XmlElement root = XmlReader.read(file, text, limits);
            if (!root.name().equals("Schema")) {
                throw CatalogErrors.invalid(
                        root.place(), "a catalog begins with <Schema>, this file with <" + root.name() + ">");
            }
            new GrammarCheck(Grammar.CATALOG, notices, faults).check(root);
            faults.throwIfAny();
            return root;
        }

        private void contents(XmlElement root) {
            each(root, "sp:Include", this::include);
            each(root, "sp:Folder", this::folder);
            each(root, "Parameter", parameter -> parameters.add(parameter(parameter)));
            each(root, "Dimension", dimension -> dimensions.add(DimensionReader.dimension(dimension, true)));
            each(root, "sp:TimeCalculations", time -> dimensions.add(TimeCalculationsReader.dimension(time)));
            each(root, "Cube", cube -> cubes.add(CubeReader.cube(cube)));
            each(root, "VirtualCube", cube -> virtualCubes.add(CubeReader.virtualCube(cube)));
            faults.attempt(() -> namedSets.addAll(CubeReader.namedSets(root)));
            each(root, "Role", role -> roles.add(RoleReader.role(role)));
        }

        /** A fault in one element does not hide those of the next. */
        private void each(XmlElement root, String name, Consumer<XmlElement> reading) {
            root.children(name).forEach(element -> faults.attempt(() -> reading.accept(element)));
        }

        private void include(XmlElement element) {
            String file = element.required("file");
            Place place = element.placeOf("file");
            Path path = Path.of(file).normalize();
            if (path.isAbsolute() || path.startsWith("..")) {
                throw CatalogErrors.refused(
                        place, "an included file must lie beside the catalog or below, not at '" + file + "'");
            }
            if (!files.add(path.toString())) {
                throw CatalogErrors.invalid(place, "'" + file + "' is included twice");
            }
            if (files.size() > limits.includes()) {
                throw CatalogErrors.invalid(place, "more files than catalog.maxIncludes = " + limits.includes());
            }
            String text;
            try {
                text = includes.text(path.toString());
            } catch (UncheckedIOException e) {
                throw CatalogErrors.invalid(place, "cannot read the included file '" + file + "': " + e.getCause(), e);
            }
            XmlElement root = root(path.toString(), text);
            contents(root);
            for (String attribute : root.attributes().keySet()) {
                root.attribute(attribute);
                if (!attribute.equals("name")) {
                    notices.add(new Notice(
                            "attribute '" + attribute + "' of an included <Schema> has no effect",
                            root.placeOf(attribute)));
                }
            }
            Texts.of(root);
        }

        private void folder(XmlElement element) {
            String name = element.required("name");
            if (folders.put(name, Texts.byLocale(element, "caption", "sp:Caption")) != null) {
                throw CatalogErrors.invalid(
                        element.placeOf("name"), "the folder '" + name + "' has its captions already");
            }
        }

        private ParameterDefinition parameter(XmlElement element) {
            return new ParameterDefinition(
                    element.required("name"),
                    element.attribute("type", "String"),
                    element.formula("defaultValue"),
                    element.flag("modifiable", true),
                    Texts.of(element),
                    element.place());
        }

        private void checkNames() {
            Map<String, Place> cubeNames = new HashMap<>();
            cubes.forEach(c -> unique(cubeNames, "cube", c.name(), c.place()));
            virtualCubes.forEach(c -> unique(cubeNames, "cube", c.name(), c.place()));
            Map<String, Place> dimensionNames = new HashMap<>();
            dimensions.forEach(d -> unique(dimensionNames, "shared dimension", d.name(), d.place()));
            dropReplacedRoles();
        }

        /** As in Mondrian, the last role of a name counts. */
        private void dropReplacedRoles() {
            Map<String, RoleDefinition> last = new LinkedHashMap<>();
            for (RoleDefinition role : roles) {
                RoleDefinition replaced = last.put(role.name(), role);
                if (replaced != null) {
                    notices.add(new Notice(
                            "role '" + role.name() + "' has no effect: it is defined again at " + role.place(),
                            replaced.place()));
                }
            }
            roles.clear();
            roles.addAll(last.values());
        }

        private void unique(Map<String, Place> names, String what, String name, Place place) {
            Place first = names.putIfAbsent(name.toLowerCase(Locale.ROOT), place);
            if (first != null) {
                faults.add(CatalogErrors.invalid(
                        place, "there is already a " + what + " '" + name + "' at " + first, "Rename one of the two"));
            }
        }
    }
}
