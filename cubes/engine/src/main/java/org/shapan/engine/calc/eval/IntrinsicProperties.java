package org.shapan.engine.calc.eval;

import java.util.Locale;
import org.shapan.engine.access.CubeAccess;
import org.shapan.engine.star.Member;

/** The properties that every member has, whatever the catalog declares. */
public final class IntrinsicProperties {
    /** Member types of OLE DB for OLAP. */
    private static final int REGULAR = 1;

    private static final int ALL = 2;
    private static final int MEASURE = 3;
    private static final int FORMULA = 4;

    private IntrinsicProperties() {}

    /**
     * @param name without regard to case
     * @return null when the name is none of them, or the member has none
     */
    public static Object value(Member member, String name, CubeAccess access, Locale locale) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "MEMBER_NAME", "NAME" -> member.name();
            case "MEMBER_CAPTION", "CAPTION" -> member.caption(locale);
            case "MEMBER_UNIQUE_NAME", "UNIQUE_NAME" -> member.uniqueName();
            case "MEMBER_KEY", "KEY", "ID" -> member.key() == null && !member.isAll() ? member.name() : member.key();
            case "MEMBER_TYPE" -> type(member);
            case "LEVEL_NUMBER", "DEPTH" -> member.depth();
            case "LEVEL_UNIQUE_NAME" -> member.level().uniqueName();
            case "HIERARCHY_UNIQUE_NAME" -> member.hierarchy().uniqueName();
            case "DIMENSION_UNIQUE_NAME" -> member.hierarchy().dimension().uniqueName();
            case "CUBE_NAME" -> access.cube().name();
            case "MEMBER_ORDINAL" -> member.isCalculated() ? -1 : member.rank();
            case "DESCRIPTION" -> member.description(locale);
            case "CHILDREN_CARDINALITY" ->
                member.isCalculated() || member.isMeasure()
                        ? 0
                        : access.children(member).size();
            case "PARENT_UNIQUE_NAME" -> {
                Member parent = parent(member, access);
                yield parent == null ? null : parent.uniqueName();
            }
            case "PARENT_LEVEL" -> {
                Member parent = parent(member, access);
                yield parent == null ? 0 : parent.depth();
            }
            case "PARENT_COUNT" -> parent(member, access) == null ? 0 : 1;
            case "$VISIBLE" -> member.visible();
            case "IS_DATAMEMBER", "IS_PLACEHOLDERMEMBER" -> false;
            default -> null;
        };
    }

    private static Member parent(Member member, CubeAccess access) {
        return member.isCalculated() ? member.parent() : access.parent(member);
    }

    private static int type(Member member) {
        if (member.isAll()) {
            return ALL;
        }
        if (member.isCalculated()) {
            return FORMULA;
        }
        return member.isMeasure() ? MEASURE : REGULAR;
    }
}
