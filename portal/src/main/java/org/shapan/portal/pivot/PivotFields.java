package org.shapan.portal.pivot;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.OlapWrapper;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Dimension;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Level;
import org.olap4j.metadata.Measure;
import org.olap4j.metadata.NamedSet;
import org.olap4j.metadata.Property;
import org.olap4j.type.SetType;
import org.olap4j.type.TupleType;
import org.olap4j.type.Type;
import org.shapan.engine.api.CubeFields;
import org.shapan.engine.api.CubeKpis;

/**
 * What a cube offers to a pivot: its measures and hierarchies with captions in the connection's language. A snapshot; it
 * needs no connection.
 *
 * @param hidden unique names of the measures and hierarchies that the catalog hides, also where they are not offered
 */
public record PivotFields(
        String cube,
        String caption,
        List<MeasureField> measures,
        List<HierarchyField> hierarchies,
        List<KpiField> kpis,
        List<SetField> sets,
        Set<String> hidden) {
    /**
     * A measure.
     *
     * @param description may be empty
     * @param group caption of its measure group; null for a calculated one
     * @param folder display folder, parts separated by {@code \}; null for none
     * @param names what it may be called, in all languages
     */
    public record MeasureField(
            String uniqueName,
            String name,
            String caption,
            String description,
            boolean calculated,
            String group,
            String folder,
            List<String> names) {
        public MeasureField {
            names = List.copyOf(names);
        }

        /** Without group and folder. */
        public MeasureField(String uniqueName, String name, String caption, String description, boolean calculated) {
            this(uniqueName, name, caption, description, calculated, null, null, List.of(name, caption));
        }
    }

    /**
     * A key performance indicator.
     *
     * @param parts measures of what it has: value, goal, status, trend
     */
    public record KpiField(String name, String caption, String folder, Map<KpiPart, MeasureField> parts) {
        public KpiField {
            parts = Collections.unmodifiableMap(new EnumMap<>(parts));
        }
    }

    /** What a KPI consists of. */
    public enum KpiPart {
        VALUE,
        GOAL,
        STATUS,
        TREND
    }

    /** A named set of the catalog over one hierarchy. */
    public record SetField(String name, String caption, String hierarchy, List<String> names) {
        public SetField {
            names = List.copyOf(names);
        }

        /** The pick that takes it, see {@link Pick}. */
        public Pick pick() {
            return Pick.of(Pick.Kind.SET, hierarchy, "[" + name.replace("]", "]]") + "]");
        }
    }

    /** A property that members of a level have. */
    public record PropertyField(String level, String name, String caption) {}

    /**
     * A hierarchy.
     *
     * @param caption of the hierarchy
     * @param dimension caption of its dimension
     * @param all unique name of the All member, or null
     * @param levels without the All level, topmost first
     * @param properties of its levels
     * @param names what it and its dimension may be called, in all languages
     */
    public record HierarchyField(
            String uniqueName,
            String caption,
            String dimension,
            boolean time,
            String all,
            List<LevelField> levels,
            List<PropertyField> properties,
            List<String> names) {
        public HierarchyField {
            levels = List.copyOf(levels);
            properties = List.copyOf(properties);
            names = List.copyOf(names);
        }

        /** Without properties. */
        public HierarchyField(
                String uniqueName,
                String caption,
                String dimension,
                boolean time,
                String all,
                List<LevelField> levels) {
            this(uniqueName, caption, dimension, time, all, levels, List.of(), List.of(caption, dimension));
        }

        public LevelField level(String uniqueLevel) {
            return levels.stream()
                    .filter(level -> level.uniqueName().equals(uniqueLevel))
                    .findFirst()
                    .orElseThrow(() -> new UnknownNameException("level", uniqueLevel));
        }

        public LevelField deepest() {
            return levels.getLast();
        }

        /** The level of periods that people follow: months, where it has them, else the deepest. */
        public LevelField periods() {
            return levels.stream().filter(LevelField::months).findFirst().orElseGet(this::deepest);
        }
    }

    /** A level; depth as in olap4j (the All level is 0 where there is one); {@code months} where its members are months. */
    public record LevelField(String uniqueName, String caption, int depth, boolean months) {}

    /** A cube to choose. */
    public record CubeChoice(String name, String caption) {}

    public PivotFields {
        measures = List.copyOf(measures);
        hierarchies = List.copyOf(hierarchies);
        kpis = List.copyOf(kpis);
        sets = List.copyOf(sets);
        hidden = Set.copyOf(hidden);
    }

    /** Without KPIs and sets. */
    public PivotFields(String cube, String caption, List<MeasureField> measures, List<HierarchyField> hierarchies) {
        this(cube, caption, measures, hierarchies, List.of(), List.of(), Set.of());
    }

    public Optional<HierarchyField> hierarchy(String uniqueName) {
        return hierarchies.stream()
                .filter(hierarchy -> hierarchy.uniqueName().equals(uniqueName))
                .findFirst();
    }

    /** The hierarchy a level or member belongs to, by its unique name; itself by its own. */
    public Optional<HierarchyField> hierarchyOf(String uniqueName) {
        return hierarchies.stream()
                .filter(hierarchy -> uniqueName.equals(hierarchy.uniqueName())
                        || uniqueName.startsWith(hierarchy.uniqueName() + "."))
                .max(java.util.Comparator.comparingInt(h -> h.uniqueName().length()));
    }

    /** A hierarchy for people: its dimension, and its own name where the dimension has several. */
    public String label(HierarchyField hierarchy) {
        long siblings = hierarchies.stream()
                .filter(other -> other.dimension().equals(hierarchy.dimension()))
                .count();
        return siblings > 1 ? hierarchy.dimension() + " " + hierarchy.caption() : hierarchy.dimension();
    }

    /** What the column of a property is called: by its caption, and by its level where the cube has another field so called. */
    String propertyName(HierarchyField hierarchy, PropertyField property) {
        long alike = hierarchies.stream()
                        .flatMap(other -> other.properties().stream())
                        .filter(other -> other.caption().equals(property.caption()))
                        .count()
                + measures.stream()
                        .filter(measure -> measure.name().equals(property.caption())
                                || measure.caption().equals(property.caption()))
                        .count();
        return alike == 1
                ? property.caption()
                : label(hierarchy) + " " + hierarchy.level(property.level()).caption() + " · " + property.caption();
    }

    /** A measure, also one that only a KPI consists of. */
    public Optional<MeasureField> measure(String uniqueName) {
        return Stream.concat(measures.stream(), kpis.stream().flatMap(kpi -> kpi.parts().values().stream()))
                .filter(measure -> measure.uniqueName().equals(uniqueName))
                .findFirst();
    }

    /** Which part of a KPI a measure is that is no field by itself; empty for other measures. */
    public Optional<KpiPart> kpiPart(String uniqueName) {
        return measures.stream().anyMatch(field -> field.uniqueName().equals(uniqueName))
                ? Optional.empty()
                : kpis.stream()
                        .flatMap(kpi -> kpi.parts().entrySet().stream())
                        .filter(part -> part.getValue().uniqueName().equals(uniqueName))
                        .findFirst()
                        .map(Map.Entry::getKey);
    }

    /** Unique name of the first stored measure: where it is empty there are no rows. */
    public String firstStored() {
        return measures.stream()
                .filter(measure -> !measure.calculated() && !hidden.contains(measure.uniqueName()))
                .findFirst()
                .or(() -> measures.stream().findFirst())
                .map(MeasureField::uniqueName)
                .orElseThrow(() -> new UnknownNameException("measure", cube));
    }

    /** The visible cubes of a connection. */
    public static List<CubeChoice> cubes(OlapConnection connection) throws OlapException {
        List<CubeChoice> choices = new ArrayList<>();
        for (Cube cube : connection.getOlapSchema().getCubes()) {
            if (cube.isVisible()) {
                choices.add(new CubeChoice(cube.getName(), cube.getCaption()));
            }
        }
        return choices;
    }

    /** The fields that a catalog shows; throws {@link UnknownNameException} where the person has no such cube. */
    public static PivotFields read(OlapConnection connection, String cubeName) throws SQLException {
        return read(connection, cubeName, false);
    }

    /** As {@link #read(OlapConnection, String)}, where {@code all} with measures and dimensions that the catalog hides. Roles count alike. */
    static PivotFields read(OlapConnection connection, String cubeName, boolean all) throws SQLException {
        Cube cube = connection.getOlapSchema().getCubes().get(cubeName);
        if (cube == null) {
            throw new UnknownNameException("cube", cubeName);
        }
        CubeFields arranged = ((OlapWrapper) cube).unwrap(CubeFields.class);
        Set<String> hidden = new HashSet<>();
        List<MeasureField> measures = new ArrayList<>();
        for (Measure measure : cube.getMeasures()) {
            if (!measure.isVisible()) {
                hidden.add(measure.getUniqueName());
            }
            if (all || measure.isVisible()) {
                String description = measure.getDescription();
                measures.add(new MeasureField(
                        measure.getUniqueName(),
                        measure.getName(),
                        measure.getCaption(),
                        description == null ? "" : description,
                        measure.isCalculated(),
                        arranged.group(measure),
                        arranged.folder(measure),
                        arranged.names(measure)));
            }
        }
        List<HierarchyField> hierarchies = new ArrayList<>();
        for (Dimension dimension : cube.getDimensions()) {
            if (dimension.getDimensionType() != Dimension.Type.MEASURE && (all || dimension.isVisible())) {
                for (Hierarchy hierarchy : dimension.getHierarchies()) {
                    hierarchies.add(read(dimension, hierarchy, arranged));
                    if (!dimension.isVisible()) {
                        hidden.add(hierarchy.getUniqueName());
                    }
                }
            }
        }
        return new PivotFields(
                cube.getName(), cube.getCaption(), measures, hierarchies, kpis(cube), sets(cube, arranged), hidden);
    }

    private static List<KpiField> kpis(Cube cube) throws SQLException {
        List<KpiField> found = new ArrayList<>();
        for (CubeKpis.Kpi kpi : ((OlapWrapper) cube).unwrap(CubeKpis.class).kpis()) {
            Map<KpiPart, MeasureField> parts = new EnumMap<>(KpiPart.class);
            part(parts, KpiPart.VALUE, kpi.value(), kpi);
            part(parts, KpiPart.GOAL, kpi.goal(), kpi);
            part(parts, KpiPart.STATUS, kpi.status(), kpi);
            part(parts, KpiPart.TREND, kpi.trend(), kpi);
            found.add(new KpiField(kpi.name(), kpi.caption(), kpi.folder(), parts));
        }
        return found;
    }

    private static void part(Map<KpiPart, MeasureField> parts, KpiPart part, String measure, CubeKpis.Kpi kpi) {
        if (measure != null) {
            String description = kpi.description() == null ? "" : kpi.description();
            parts.put(part, new MeasureField(measure, kpi.name(), kpi.caption(), description, true));
        }
    }

    private static List<SetField> sets(Cube cube, CubeFields arranged) {
        List<SetField> found = new ArrayList<>();
        for (NamedSet set : cube.getSets()) {
            Type type = set.getExpression().getType();
            if (type instanceof SetType one
                    && !(one.getElementType() instanceof TupleType)
                    && one.getHierarchy() != null) {
                found.add(new SetField(
                        set.getName(), set.getCaption(), one.getHierarchy().getUniqueName(), arranged.names(set)));
            }
        }
        return found;
    }

    private static HierarchyField read(Dimension dimension, Hierarchy hierarchy, CubeFields arranged)
            throws OlapException {
        List<LevelField> levels = new ArrayList<>();
        List<PropertyField> properties = new ArrayList<>();
        for (Level level : hierarchy.getLevels()) {
            if (level.getLevelType() != Level.Type.ALL && level.isVisible()) {
                levels.add(new LevelField(
                        level.getUniqueName(),
                        level.getCaption(),
                        level.getDepth(),
                        level.getLevelType() == Level.Type.TIME_MONTHS));
                for (Property property : level.getProperties()) {
                    if (!(property instanceof Property.StandardMemberProperty) && property.isVisible()) {
                        properties.add(
                                new PropertyField(level.getUniqueName(), property.getName(), property.getCaption()));
                    }
                }
            }
        }
        String all = hierarchy.hasAll() ? hierarchy.getRootMembers().get(0).getUniqueName() : null;
        return new HierarchyField(
                hierarchy.getUniqueName(),
                hierarchy.getCaption(),
                dimension.getCaption(),
                dimension.getDimensionType() == Dimension.Type.TIME,
                all,
                levels,
                properties,
                Stream.concat(arranged.names(hierarchy).stream(), arranged.names(dimension).stream())
                        .distinct()
                        .toList());
    }
}
