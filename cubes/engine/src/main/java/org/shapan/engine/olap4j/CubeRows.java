package org.shapan.engine.olap4j;

import static org.shapan.engine.olap4j.Rowset.flag;
import static org.shapan.engine.olap4j.Rowset.number;
import static org.shapan.engine.olap4j.Rowset.text;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.olap4j.OlapException;
import org.olap4j.metadata.Catalog;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Dimension;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Level;
import org.olap4j.metadata.Measure;
import org.olap4j.metadata.MetadataElement;
import org.olap4j.metadata.NamedSet;
import org.olap4j.metadata.Property;
import org.olap4j.metadata.Schema;

/** Cubes and what they are made of as result sets, in the columns of XML for Analysis. All of it through the role's metadata. */
final class CubeRows {
    private final ConnectionTarget connection;

    CubeRows(ConnectionTarget connection) {
        this.connection = connection;
    }

    /** Cubes by name; a null catalog stands for all that the connection can see. */
    List<CubeMeta> cubes(String catalogName, String schemaPattern, String cubePattern) throws OlapException {
        List<CubeMeta> found = new ArrayList<>();
        for (Catalog catalog : connection.getOlapCatalogs()) {
            if (NamePattern.is(catalogName, catalog.getName())) {
                for (Schema schema : catalog.getSchemas()) {
                    if (NamePattern.matches(schemaPattern, schema.getName())) {
                        for (Cube cube : schema.getCubes()) {
                            if (NamePattern.matches(cubePattern, cube.getName())) {
                                found.add((CubeMeta) cube);
                            }
                        }
                    }
                }
            }
        }
        return found;
    }

    ResultSet cubeRows(List<CubeMeta> cubes) throws OlapException {
        Rowset rows = Rowset.ofCubes(
                text("CUBE_TYPE"),
                text("CUBE_GUID"),
                text("CREATED_ON"),
                text("LAST_SCHEMA_UPDATE"),
                text("SCHEMA_UPDATED_BY"),
                text("LAST_DATA_UPDATE"),
                text("DATA_UPDATED_BY"),
                flag("IS_DRILLTHROUGH_ENABLED"),
                flag("IS_WRITE_ENABLED"),
                flag("IS_LINKABLE"),
                flag("IS_SQL_ENABLED"),
                text("DESCRIPTION"));
        for (CubeMeta cube : cubes) {
            rows.addOf(
                    cube,
                    cube.element.isVirtual() ? "VIRTUAL CUBE" : "CUBE",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    cube.isDrillThroughEnabled(),
                    false,
                    false,
                    false,
                    described(cube, cube.getSchema().getName() + " Schema - " + cube.getName() + " Cube"));
        }
        return rows.resultSet();
    }

    ResultSet dimensions(List<CubeMeta> cubes, String namePattern) throws OlapException {
        Rowset rows = Rowset.ofCubes(
                text("DIMENSION_NAME"),
                text("DIMENSION_UNIQUE_NAME"),
                text("DIMENSION_GUID"),
                text("DIMENSION_CAPTION"),
                number("DIMENSION_ORDINAL"),
                number("DIMENSION_TYPE"),
                number("DIMENSION_CARDINALITY"),
                text("DEFAULT_HIERARCHY"),
                text("DESCRIPTION"),
                flag("IS_VIRTUAL"),
                flag("IS_READWRITE"),
                number("DIMENSION_UNIQUE_SETTINGS"),
                text("DIMENSION_MASTER_UNIQUE_NAME"),
                flag("DIMENSION_IS_VISIBLE"));
        for (CubeMeta cube : cubes) {
            for (Dimension dimension : cube.getDimensions()) {
                if (NamePattern.matches(namePattern, dimension.getName())) {
                    rows.addOf(
                            cube,
                            dimension.getName(),
                            dimension.getUniqueName(),
                            null,
                            dimension.getCaption(),
                            cube.getDimensions().indexOf(dimension),
                            dimension.getDimensionType().xmlaOrdinal(),
                            cardinality(dimension.getDefaultHierarchy()),
                            dimension.getDefaultHierarchy().getUniqueName(),
                            described(dimension, cube.getName() + " Cube - " + dimension.getName() + " Dimension"),
                            false,
                            false,
                            0,
                            null,
                            dimension.isVisible());
                }
            }
        }
        return rows.resultSet();
    }

    ResultSet hierarchies(List<CubeMeta> cubes, String dimensionUniqueName, String namePattern) throws OlapException {
        Rowset rows = Rowset.ofCubes(
                text("DIMENSION_UNIQUE_NAME"),
                text("HIERARCHY_NAME"),
                text("HIERARCHY_UNIQUE_NAME"),
                text("HIERARCHY_GUID"),
                text("HIERARCHY_CAPTION"),
                number("DIMENSION_TYPE"),
                number("HIERARCHY_CARDINALITY"),
                text("DEFAULT_MEMBER"),
                text("ALL_MEMBER"),
                text("DESCRIPTION"),
                number("STRUCTURE"),
                flag("IS_VIRTUAL"),
                flag("IS_READWRITE"),
                number("DIMENSION_UNIQUE_SETTINGS"),
                flag("DIMENSION_IS_VISIBLE"),
                flag("HIERARCHY_IS_VISIBLE"),
                number("HIERARCHY_ORDINAL"),
                flag("DIMENSION_IS_SHARED"),
                flag("PARENT_CHILD"));
        for (CubeMeta cube : cubes) {
            for (Hierarchy hierarchy : cube.getHierarchies()) {
                Dimension dimension = hierarchy.getDimension();
                if (NamePattern.is(dimensionUniqueName, dimension.getUniqueName())
                        && NamePattern.matches(namePattern, hierarchy.getName())) {
                    HierarchyMeta meta = (HierarchyMeta) hierarchy;
                    rows.addOf(
                            cube,
                            dimension.getUniqueName(),
                            hierarchy.getName(),
                            hierarchy.getUniqueName(),
                            null,
                            hierarchy.getCaption(),
                            dimension.getDimensionType().xmlaOrdinal(),
                            cardinality(hierarchy),
                            meta.getDefaultMember().getUniqueName(),
                            meta.allMemberName(),
                            described(hierarchy, cube.getName() + " Cube - " + hierarchy.getName() + " Hierarchy"),
                            0,
                            false,
                            false,
                            0,
                            dimension.isVisible(),
                            hierarchy.isVisible(),
                            cube.getHierarchies().indexOf(hierarchy),
                            true,
                            meta.element.isParentChild());
                }
            }
        }
        return rows.resultSet();
    }

    ResultSet levels(List<CubeMeta> cubes, String dimensionUniqueName, String hierarchyUniqueName, String namePattern)
            throws OlapException {
        Rowset rows = Rowset.ofCubes(
                text("DIMENSION_UNIQUE_NAME"),
                text("HIERARCHY_UNIQUE_NAME"),
                text("LEVEL_NAME"),
                text("LEVEL_UNIQUE_NAME"),
                text("LEVEL_GUID"),
                text("LEVEL_CAPTION"),
                number("LEVEL_NUMBER"),
                number("LEVEL_CARDINALITY"),
                number("LEVEL_TYPE"),
                number("CUSTOM_ROLLUP_SETTINGS"),
                number("LEVEL_UNIQUE_SETTINGS"),
                flag("LEVEL_IS_VISIBLE"),
                text("DESCRIPTION"));
        for (CubeMeta cube : cubes) {
            for (Level level : levelsOf(cube, dimensionUniqueName, hierarchyUniqueName, null)) {
                if (NamePattern.matches(namePattern, level.getName())) {
                    rows.addOf(
                            cube,
                            level.getDimension().getUniqueName(),
                            level.getHierarchy().getUniqueName(),
                            level.getName(),
                            level.getUniqueName(),
                            null,
                            level.getCaption(),
                            level.getDepth(),
                            level.getCardinality(),
                            level.getLevelType().xmlaOrdinal(),
                            0,
                            ((LevelMeta) level).element.isUnique() ? 1 : 0,
                            level.isVisible(),
                            described(level, path(level) + " Level"));
                }
            }
        }
        return rows.resultSet();
    }

    ResultSet measures(List<CubeMeta> cubes, String namePattern, String uniqueName) throws OlapException {
        Rowset rows = Rowset.ofCubes(
                text("MEASURE_NAME"),
                text("MEASURE_UNIQUE_NAME"),
                text("MEASURE_CAPTION"),
                text("MEASURE_GUID"),
                number("MEASURE_AGGREGATOR"),
                number("DATA_TYPE"),
                flag("MEASURE_IS_VISIBLE"),
                text("LEVELS_LIST"),
                text("DESCRIPTION"));
        for (CubeMeta cube : cubes) {
            for (Measure measure : cube.getMeasures()) {
                if (NamePattern.matches(namePattern, measure.getName())
                        && NamePattern.is(uniqueName, measure.getUniqueName())) {
                    rows.addOf(
                            cube,
                            measure.getName(),
                            measure.getUniqueName(),
                            measure.getCaption(),
                            null,
                            measure.getAggregator().xmlaOrdinal(),
                            measure.getDatatype().xmlaOrdinal(),
                            measure.isVisible(),
                            null,
                            described(measure, cube.getName() + " Cube - " + measure.getName() + " Member"));
                }
            }
        }
        return rows.resultSet();
    }

    ResultSet sets(List<CubeMeta> cubes, String namePattern) throws OlapException {
        Rowset rows = Rowset.ofCubes(text("SET_NAME"), number("SCOPE"));
        for (CubeMeta cube : cubes) {
            for (NamedSet set : cube.getSets()) {
                if (NamePattern.matches(namePattern, set.getName())) {
                    rows.addOf(cube, set.getUniqueName(), 1);
                }
            }
        }
        return rows.resultSet();
    }

    /** Properties that the catalog declares for levels. */
    ResultSet properties(
            List<CubeMeta> cubes,
            String dimensionUniqueName,
            String hierarchyUniqueName,
            String levelUniqueName,
            String namePattern)
            throws OlapException {
        Rowset rows = Rowset.ofCubes(
                text("DIMENSION_UNIQUE_NAME"),
                text("HIERARCHY_UNIQUE_NAME"),
                text("LEVEL_UNIQUE_NAME"),
                text("MEMBER_UNIQUE_NAME"),
                text("PROPERTY_NAME"),
                text("PROPERTY_CAPTION"),
                number("PROPERTY_TYPE"),
                number("DATA_TYPE"),
                number("PROPERTY_CONTENT_TYPE"),
                text("DESCRIPTION"));
        for (CubeMeta cube : cubes) {
            for (Level level : levelsOf(cube, dimensionUniqueName, hierarchyUniqueName, levelUniqueName)) {
                for (Property property : level.getProperties()) {
                    if (property instanceof MemberPropertyMeta
                            && NamePattern.matches(namePattern, property.getName())) {
                        rows.addOf(
                                cube,
                                level.getDimension().getUniqueName(),
                                level.getHierarchy().getUniqueName(),
                                level.getUniqueName(),
                                null,
                                property.getName(),
                                property.getCaption(),
                                Property.TypeFlag.MEMBER.xmlaOrdinal(),
                                property.getDatatype().xmlaOrdinal(),
                                property.getContentType().xmlaOrdinal(),
                                described(property, path(level) + " Level - " + property.getName() + " Property"));
                    }
                }
            }
        }
        return rows.resultSet();
    }

    /** Levels by unique names; null stands for any. */
    static List<Level> levelsOf(
            CubeMeta cube, String dimensionUniqueName, String hierarchyUniqueName, String levelUniqueName) {
        return cube.getHierarchies().stream()
                .filter(hierarchy -> NamePattern.is(
                                dimensionUniqueName, hierarchy.getDimension().getUniqueName())
                        && NamePattern.is(hierarchyUniqueName, hierarchy.getUniqueName()))
                .flatMap(hierarchy -> hierarchy.getLevels().stream())
                .filter(level -> NamePattern.is(levelUniqueName, level.getUniqueName()))
                .toList();
    }

    private static String path(Level level) {
        HierarchyMeta hierarchy = (HierarchyMeta) level.getHierarchy();
        return hierarchy.element.cube().name() + " Cube - " + hierarchy.getName() + " Hierarchy - " + level.getName();
    }

    /** The catalog's description; where it gives none, what the element is. */
    private static String described(MetadataElement element, String otherwise) {
        String description = element.getDescription();
        return description == null || description.isEmpty() ? otherwise : description;
    }

    /** Members of all levels that the role sees. */
    private static int cardinality(Hierarchy hierarchy) {
        return hierarchy.getLevels().stream().mapToInt(Level::getCardinality).sum();
    }
}
