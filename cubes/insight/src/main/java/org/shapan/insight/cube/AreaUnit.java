package org.shapan.insight.cube;

import org.olap4j.OlapException;
import org.olap4j.metadata.Member;
import org.olap4j.metadata.Property;
import org.shapan.insight.UnitLevel;

/** What a member of the area hierarchy is in the eyes of the rules: company, city, branch, micro area, group or channel. */
public final class AreaUnit {
    public static final String HIERARCHY = "[Area].[Managed]";

    private static final String OWNER_KIND = "Owner kind";
    private static final String GROUP = "group";

    private AreaUnit() {}

    /** The level whose limits apply to a member of {@link #HIERARCHY}. */
    public static UnitLevel level(Member member) throws OlapException {
        if (member.isAll()) {
            return UnitLevel.COMPANY;
        }
        return switch (member.getLevel().getName()) {
            case "City" -> UnitLevel.CITY;
            case "Branch" -> UnitLevel.BRANCH;
            case "Micro area" -> UnitLevel.MICRO_AREA;
            default -> GROUP.equals(property(member, OWNER_KIND)) ? UnitLevel.GROUP : UnitLevel.CHANNEL;
        };
    }

    /** A property of the member's level as text; empty where the level does not have it. */
    public static String property(Member member, String name) throws OlapException {
        Property property = member.getLevel().getProperties().get(name);
        Object value = property == null ? null : member.getPropertyValue(property);
        return value == null ? "" : value.toString();
    }
}
