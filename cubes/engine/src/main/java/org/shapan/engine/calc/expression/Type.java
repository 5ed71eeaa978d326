package org.shapan.engine.calc.expression;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.shapan.engine.star.Dimension;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;

/**
 * Static type of an expression.
 *
 * @param hierarchies of a tuple or set, in order; one for a member, level or hierarchy; empty when not known before evaluation, and
 *     for the set without elements
 * @param level of a member or of the members of a set, null when not known
 * @param dimension of a dimension expression, else null
 */
public record Type(Kind kind, List<Hierarchy> hierarchies, Level level, Dimension dimension) {
    public static final Type NUMERIC = of(Kind.NUMERIC);
    public static final Type INTEGER = of(Kind.INTEGER);
    public static final Type STRING = of(Kind.STRING);
    public static final Type LOGICAL = of(Kind.LOGICAL);
    public static final Type DATETIME = of(Kind.DATETIME);
    public static final Type VALUE = of(Kind.VALUE);
    public static final Type NULL = of(Kind.NULL);
    public static final Type EMPTY = of(Kind.EMPTY);
    public static final Type SYMBOL = of(Kind.SYMBOL);
    public static final Type UNKNOWN_SET = of(Kind.SET);

    public Type {
        requireNonNull(kind, "kind is null");
        hierarchies = List.copyOf(hierarchies);
    }

    /** A type of which only the kind is known. */
    public static Type of(Kind kind) {
        return new Type(kind, List.of(), null, null);
    }

    public static Type dimension(Dimension dimension) {
        return new Type(Kind.DIMENSION, List.of(), null, dimension);
    }

    public static Type hierarchy(Hierarchy hierarchy) {
        return new Type(Kind.HIERARCHY, List.of(hierarchy), null, hierarchy.dimension());
    }

    public static Type level(Level level) {
        return new Type(
                Kind.LEVEL, List.of(level.hierarchy()), level, level.hierarchy().dimension());
    }

    public static Type member(Hierarchy hierarchy) {
        return new Type(Kind.MEMBER, List.of(hierarchy), null, null);
    }

    public static Type member(Level level) {
        return new Type(Kind.MEMBER, List.of(level.hierarchy()), level, null);
    }

    public static Type member(Member member) {
        return member.isMeasure() ? member(member.hierarchy()) : member(member.level());
    }

    public static Type tuple(List<Hierarchy> hierarchies) {
        return new Type(Kind.TUPLE, hierarchies, null, null);
    }

    public static Type set(List<Hierarchy> hierarchies) {
        return new Type(Kind.SET, hierarchies, null, null);
    }

    public static Type setOf(Level level) {
        return new Type(Kind.SET, List.of(level.hierarchy()), level, null);
    }

    /** The only hierarchy, or null when there is none or more than one. */
    public Hierarchy hierarchy() {
        if (hierarchies.isEmpty() && dimension != null) {
            return dimension.hierarchies().get(0);
        }
        return hierarchies.size() == 1 ? hierarchies.get(0) : null;
    }

    /** The hierarchies of the tuple that this becomes when it is used as one; empty when not known. */
    public List<Hierarchy> tupleHierarchies() {
        return hierarchies.isEmpty() && dimension != null
                ? List.of(dimension.hierarchies().get(0))
                : hierarchies;
    }

    /** A set, member or tuple type of the same hierarchies. */
    public Type as(Kind other) {
        return new Type(other, tupleHierarchies(), level, null);
    }

    /** The hierarchies of both, in order. */
    public static List<Hierarchy> concat(Type left, Type right) {
        List<Hierarchy> all = new ArrayList<>(left.tupleHierarchies());
        all.addAll(right.tupleHierarchies());
        return all;
    }
}
