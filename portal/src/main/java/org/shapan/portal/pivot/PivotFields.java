package org.shapan.portal.pivot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Dimension;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Level;
import org.olap4j.metadata.Measure;

/**
 * What a cube offers to a pivot: its measures and hierarchies with captions in the connection's language. A snapshot; it
 * needs no connection.
 */
public record PivotFields(String cube, String caption, List<MeasureField> measures, List<HierarchyField> hierarchies) {
    /** A measure. {@code description} may be empty. */
    public record MeasureField(
            String uniqueName, String name, String caption, String description, boolean calculated) {}

    /**
     * A hierarchy.
     *
     * @param caption of the hierarchy
     * @param dimension caption of its dimension
     * @param all unique name of the All member, or null
     * @param levels without the All level, topmost first
     */
    public record HierarchyField(
            String uniqueName, String caption, String dimension, boolean time, String all, List<LevelField> levels) {
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
    }

    public Optional<HierarchyField> hierarchy(String uniqueName) {
        return hierarchies.stream()
                .filter(hierarchy -> hierarchy.uniqueName().equals(uniqueName))
                .findFirst();
    }

    /** The hierarchy a level or member belongs to, by its unique name. */
    public Optional<HierarchyField> hierarchyOf(String uniqueName) {
        return hierarchies.stream()
                .filter(hierarchy -> uniqueName.startsWith(hierarchy.uniqueName() + "."))
                .max(java.util.Comparator.comparingInt(h -> h.uniqueName().length()));
    }

    /** A hierarchy for people: its dimension, and its own name where the dimension has several. */
    public String label(HierarchyField hierarchy) {
        long siblings = hierarchies.stream()
                .filter(other -> other.dimension().equals(hierarchy.dimension()))
                .count();
        return siblings > 1 ? hierarchy.dimension() + " " + hierarchy.caption() : hierarchy.dimension();
    }

    public Optional<MeasureField> measure(String uniqueName) {
        return measures.stream()
                .filter(measure -> measure.uniqueName().equals(uniqueName))
                .findFirst();
    }

    /** Unique name of the first stored measure: where it is empty there are no rows. */
    public String firstStored() {
        return measures.stream()
                .filter(measure -> !measure.calculated())
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

    /** Reads a cube; throws {@link UnknownNameException} where the person has no such cube. */
    public static PivotFields read(OlapConnection connection, String cubeName) throws OlapException {
        Cube cube = connection.getOlapSchema().getCubes().get(cubeName);
        if (cube == null) {
            throw new UnknownNameException("cube", cubeName);
        }
        List<MeasureField> measures = new ArrayList<>();
        for (Measure measure : cube.getMeasures()) {
            if (measure.isVisible()) {
                String description = measure.getDescription();
                measures.add(new MeasureField(
                        measure.getUniqueName(),
                        measure.getName(),
                        measure.getCaption(),
                        description == null ? "" : description,
                        measure.isCalculated()));
            }
        }
        List<HierarchyField> hierarchies = new ArrayList<>();
        for (Dimension dimension : cube.getDimensions()) {
            if (dimension.getDimensionType() != Dimension.Type.MEASURE && dimension.isVisible()) {
                for (Hierarchy hierarchy : dimension.getHierarchies()) {
                    hierarchies.add(read(dimension, hierarchy));
                }
            }
        }
        return new PivotFields(cube.getName(), cube.getCaption(), measures, hierarchies);
    }

    private static HierarchyField read(Dimension dimension, Hierarchy hierarchy) throws OlapException {
        List<LevelField> levels = new ArrayList<>();
        for (Level level : hierarchy.getLevels()) {
            if (level.getLevelType() != Level.Type.ALL && level.isVisible()) {
                levels.add(new LevelField(
                        level.getUniqueName(),
                        level.getCaption(),
                        level.getDepth(),
                        level.getLevelType() == Level.Type.TIME_MONTHS));
            }
        }
        String all = hierarchy.hasAll() ? hierarchy.getRootMembers().get(0).getUniqueName() : null;
        return new HierarchyField(
                hierarchy.getUniqueName(),
                hierarchy.getCaption(),
                dimension.getCaption(),
                dimension.getDimensionType() == Dimension.Type.TIME,
                all,
                levels);
    }
}
