package org.shapan.engine.catalog;

import java.util.List;

/**
 * A role: grants, or the union of other roles. Can be made in code as well as read from a catalog.
 *
 * @param union names of the roles it unites; empty when it has grants of its own
 * @param grants empty for a union
 */
public record RoleDefinition(String name, List<String> union, List<SchemaGrant> grants, Place place) {
    public RoleDefinition {
        union = List.copyOf(union);
        grants = List.copyOf(grants);
    }

    /** A role made in code: it has no place in a file. */
    public static RoleDefinition of(String name, SchemaGrant... grants) {
        return new RoleDefinition(name, List.of(), List.of(grants), null);
    }

    /** What a grant gives. {@code CUSTOM} needs grants inside; {@code ALL_DIMENSIONS} sees all dimensions, but no cube by itself. */
    public enum Access {
        ALL,
        CUSTOM,
        NONE,
        ALL_DIMENSIONS
    }

    /** How a member whose descendants are partly hidden gets its value. */
    public enum Rollup {
        /** From all rows, also those of hidden members. */
        FULL,
        /** From the visible descendants. */
        PARTIAL,
        /** Not at all: empty when any descendant is hidden. */
        HIDDEN
    }

    public record SchemaGrant(Access access, List<CubeGrant> cubes) {
        public SchemaGrant {
            cubes = List.copyOf(cubes);
        }
    }

    public record CubeGrant(
            String cube,
            Access access,
            List<DimensionGrant> dimensions,
            List<HierarchyGrant> hierarchies,
            Place place) {
        public CubeGrant {
            dimensions = List.copyOf(dimensions);
            hierarchies = List.copyOf(hierarchies);
        }
    }

    /**
     * Access to a dimension.
     *
     * @param dimension unique name, such as {@code [Store]}
     */
    public record DimensionGrant(String dimension, Access access, Place place) {}

    /**
     * Access to a hierarchy.
     *
     * @param hierarchy unique name, such as {@code [Store]}
     * @param topLevel unique name of the highest level to be seen, or null
     * @param bottomLevel unique name of the deepest, or null
     */
    public record HierarchyGrant(
            String hierarchy,
            Access access,
            String topLevel,
            String bottomLevel,
            Rollup rollup,
            List<MemberGrant> members,
            Place place) {
        public HierarchyGrant {
            members = List.copyOf(members);
        }

        /** The hierarchy is not seen. */
        public static HierarchyGrant none(String hierarchy) {
            return new HierarchyGrant(hierarchy, Access.NONE, null, null, Rollup.FULL, List.of(), null);
        }

        /** The members and what is below them, nothing else of the hierarchy. */
        public static HierarchyGrant members(String hierarchy, Rollup rollup, List<String> members) {
            return new HierarchyGrant(
                    hierarchy,
                    Access.CUSTOM,
                    null,
                    null,
                    rollup,
                    members.stream()
                            .map(m -> new MemberGrant(m, Access.ALL, null))
                            .toList(),
                    null);
        }
    }

    /**
     * Access to a member and all below it.
     *
     * @param member unique name, such as {@code [Store].[USA].[CA]}
     */
    public record MemberGrant(String member, Access access, Place place) {}
}
