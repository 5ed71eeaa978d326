package org.shapan.engine.olap4j;

import org.olap4j.type.BooleanType;
import org.olap4j.type.DimensionType;
import org.olap4j.type.HierarchyType;
import org.olap4j.type.LevelType;
import org.olap4j.type.MemberType;
import org.olap4j.type.NullType;
import org.olap4j.type.NumericType;
import org.olap4j.type.ScalarType;
import org.olap4j.type.SetType;
import org.olap4j.type.StringType;
import org.olap4j.type.SymbolType;
import org.olap4j.type.TupleType;
import org.olap4j.type.Type;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Level;

/** olap4j's types for the engine's. */
final class ElementTypes {
    private ElementTypes() {}

    static Type of(CubeMeta cube, org.shapan.engine.calc.expression.Type type) {
        return switch (type.kind()) {
            case NUMERIC, INTEGER -> new NumericType();
            case STRING -> new StringType();
            case LOGICAL -> new BooleanType();
            case DATETIME, VALUE, ANY -> new ScalarType();
            case NULL, EMPTY -> new NullType();
            case SYMBOL -> new SymbolType();
            case DIMENSION ->
                new DimensionType(
                        type.hierarchy() == null
                                ? null
                                : cube.meta(type.hierarchy()).getDimension());
            case HIERARCHY -> {
                HierarchyMeta hierarchy = type.hierarchy() == null ? null : cube.meta(type.hierarchy());
                yield new HierarchyType(hierarchy == null ? null : hierarchy.getDimension(), hierarchy);
            }
            case LEVEL -> {
                HierarchyMeta hierarchy = type.hierarchy() == null ? null : cube.meta(type.hierarchy());
                yield new LevelType(
                        hierarchy == null ? null : hierarchy.getDimension(), hierarchy, level(cube, type.level()));
            }
            case MEMBER, TUPLE -> element(cube, type);
            case SET -> new SetType(element(cube, type));
        };
    }

    /** Of a tuple, or of the elements of a set: a member where there is one hierarchy. */
    static Type element(CubeMeta cube, org.shapan.engine.calc.expression.Type type) {
        return type.tupleHierarchies().size() <= 1
                ? member(cube, type.hierarchy(), type.level())
                : new TupleType(type.tupleHierarchies().stream()
                        .map(hierarchy -> member(cube, hierarchy, null))
                        .toArray(Type[]::new));
    }

    private static MemberType member(CubeMeta cube, Hierarchy hierarchy, Level level) {
        if (hierarchy == null) {
            return new MemberType(null, null, null, null);
        }
        HierarchyMeta meta = cube.meta(hierarchy);
        return new MemberType(meta.getDimension(), meta, level(cube, level), null);
    }

    private static LevelMeta level(CubeMeta cube, Level level) {
        return level == null ? null : cube.meta(level);
    }
}
