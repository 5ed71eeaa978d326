package org.shapan.reports.query;

import org.olap4j.OlapException;
import org.olap4j.metadata.Level;
import org.olap4j.metadata.Member;
import org.olap4j.metadata.Property;
import org.shapan.reports.query.FieldPath.MemberAttribute;

/** Attributes and properties of a member as report values; everything of a missing member is null. */
final class MemberValues {
    private MemberValues() {}

    static Object attribute(Member member, MemberAttribute attribute) {
        if (member == null) {
            return null;
        }
        return switch (attribute) {
            case CAPTION -> member.getCaption();
            case NAME -> member.getName();
            case UNIQUE_NAME -> member.getUniqueName();
            case LEVEL -> member.getLevel().getName();
            case DEPTH -> member.getDepth();
            case TOTAL -> throw new IllegalArgumentException("only rows have a total");
        };
    }

    /**
     * A member property; null where only other levels of the hierarchy have it.
     *
     * @throws IllegalArgumentException when no level of the hierarchy has such a property
     */
    static Object property(Member member, String name) throws OlapException {
        if (member == null) {
            return null;
        }
        for (Property property : member.getProperties()) {
            if (property.getName().equalsIgnoreCase(name)) {
                return member.getPropertyValue(property);
            }
        }
        for (Level level : member.getHierarchy().getLevels()) {
            if (level.getProperties().stream().anyMatch(p -> p.getName().equalsIgnoreCase(name))) {
                return null;
            }
        }
        throw new IllegalArgumentException(
                "hierarchy " + member.getHierarchy().getUniqueName() + " has no property " + name);
    }
}
