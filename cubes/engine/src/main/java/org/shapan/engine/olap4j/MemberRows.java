package org.shapan.engine.olap4j;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.olap4j.OlapException;
import org.olap4j.impl.IdentifierParser;
import org.olap4j.mdx.IdentifierSegment;
import org.olap4j.metadata.Level;
import org.olap4j.metadata.Member;
import org.olap4j.metadata.Property.StandardMemberProperty;
import org.shapan.engine.api.RowBlock;

/** Members as result sets, in the columns of MDSCHEMA_MEMBERS, whose names are those of the intrinsic member properties. */
final class MemberRows {
    private static final List<StandardMemberProperty> TEXTS = List.of(
            StandardMemberProperty.CATALOG_NAME,
            StandardMemberProperty.SCHEMA_NAME,
            StandardMemberProperty.CUBE_NAME,
            StandardMemberProperty.DIMENSION_UNIQUE_NAME,
            StandardMemberProperty.HIERARCHY_UNIQUE_NAME,
            StandardMemberProperty.LEVEL_UNIQUE_NAME,
            StandardMemberProperty.MEMBER_NAME,
            StandardMemberProperty.MEMBER_UNIQUE_NAME,
            StandardMemberProperty.MEMBER_GUID,
            StandardMemberProperty.MEMBER_CAPTION,
            StandardMemberProperty.PARENT_UNIQUE_NAME);
    private static final List<StandardMemberProperty> COLUMNS = List.of(
            StandardMemberProperty.CATALOG_NAME,
            StandardMemberProperty.SCHEMA_NAME,
            StandardMemberProperty.CUBE_NAME,
            StandardMemberProperty.DIMENSION_UNIQUE_NAME,
            StandardMemberProperty.HIERARCHY_UNIQUE_NAME,
            StandardMemberProperty.LEVEL_UNIQUE_NAME,
            StandardMemberProperty.LEVEL_NUMBER,
            StandardMemberProperty.MEMBER_ORDINAL,
            StandardMemberProperty.MEMBER_NAME,
            StandardMemberProperty.MEMBER_UNIQUE_NAME,
            StandardMemberProperty.MEMBER_TYPE,
            StandardMemberProperty.MEMBER_GUID,
            StandardMemberProperty.MEMBER_CAPTION,
            StandardMemberProperty.CHILDREN_CARDINALITY,
            StandardMemberProperty.PARENT_LEVEL,
            StandardMemberProperty.PARENT_UNIQUE_NAME,
            StandardMemberProperty.PARENT_COUNT);

    private MemberRows() {}

    /**
     * Members of levels, or around one member.
     *
     * @param memberUniqueName null for all members of the levels
     * @param operations what to list around the member; null or empty for itself
     */
    static ResultSet members(
            List<CubeMeta> cubes,
            String dimensionUniqueName,
            String hierarchyUniqueName,
            String levelUniqueName,
            String memberUniqueName,
            Set<Member.TreeOp> operations)
            throws OlapException {
        List<RowBlock.Column> columns = new ArrayList<>();
        COLUMNS.forEach(property ->
                columns.add(TEXTS.contains(property) ? Rowset.text(property.name()) : Rowset.number(property.name())));
        columns.add(Rowset.text("TREE_OP"));
        columns.add(Rowset.number("DEPTH"));
        Rowset rows = new Rowset(columns.toArray(RowBlock.Column[]::new));
        for (CubeMeta cube : cubes) {
            List<Level> levels = CubeRows.levelsOf(cube, dimensionUniqueName, hierarchyUniqueName, levelUniqueName);
            if (memberUniqueName == null) {
                for (Level level : levels) {
                    for (Member member : level.getMembers()) {
                        rows.add(row(member));
                    }
                }
            } else {
                for (Member member : around(cube, memberUniqueName, operations)) {
                    if (levels.contains(member.getLevel())) {
                        rows.add(row(member));
                    }
                }
            }
        }
        return rows.resultSet();
    }

    private static List<Member> around(CubeMeta cube, String uniqueName, Set<Member.TreeOp> operations)
            throws OlapException {
        List<IdentifierSegment> segments;
        try {
            segments = IdentifierParser.parseIdentifier(uniqueName);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
        return cube.lookupMembers(
                operations == null || operations.isEmpty() ? EnumSet.of(Member.TreeOp.SELF) : operations, segments);
    }

    private static Object[] row(Member member) throws OlapException {
        Object[] values = new Object[COLUMNS.size() + 2];
        for (int i = 0; i < COLUMNS.size(); i++) {
            values[i] = member.getPropertyValue(COLUMNS.get(i));
        }
        values[COLUMNS.size() + 1] = member.getDepth();
        return values;
    }
}
