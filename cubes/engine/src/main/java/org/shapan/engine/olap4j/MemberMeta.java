package org.shapan.engine.olap4j;

import java.util.ArrayList;
import java.util.List;
import org.olap4j.OlapException;
import org.olap4j.mdx.ParseTreeNode;
import org.olap4j.metadata.Dimension;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Level;
import org.olap4j.metadata.NamedList;
import org.olap4j.metadata.Property;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Member;

/** A member as the role sees it: its parent, children and properties are those that the role may see. */
class MemberMeta extends ElementMeta<Member> implements org.olap4j.metadata.Member {
    final CubeMeta cube;

    MemberMeta(CubeMeta cube, Member member) {
        super(member, cube.context);
        this.cube = cube;
    }

    @Override
    public NamedList<org.olap4j.metadata.Member> getChildMembers() {
        List<Member> children = new ArrayList<>(
                element instanceof CalculatedMember ? List.of() : cube.access().children(element));
        children.addAll(cube.calculated(element.hierarchy(), element));
        return cube.members(children);
    }

    @Override
    public int getChildMemberCount() {
        return getChildMembers().size();
    }

    @Override
    public org.olap4j.metadata.Member getParentMember() {
        return cube.metaOrNull(
                element.isCalculated() ? element.parent() : cube.access().parent(element));
    }

    @Override
    public Level getLevel() {
        return cube.meta(element.level());
    }

    @Override
    public Hierarchy getHierarchy() {
        return cube.meta(element.hierarchy());
    }

    @Override
    public Dimension getDimension() {
        return getHierarchy().getDimension();
    }

    @Override
    public Type getMemberType() {
        if (element.isAll()) {
            return Type.ALL;
        }
        if (element.isCalculated()) {
            return Type.FORMULA;
        }
        if (element.isNull()) {
            return Type.NULL;
        }
        return element.isMeasure() ? Type.MEASURE : Type.REGULAR;
    }

    @Override
    public boolean isAll() {
        return element.isAll();
    }

    @Override
    public boolean isChildOrEqualTo(org.olap4j.metadata.Member other) {
        return other instanceof MemberMeta that && element.isSelfOrDescendantOf(that.element);
    }

    @Override
    public boolean isCalculated() {
        return element.isCalculated();
    }

    /** -1 for a member that is not calculated. */
    @Override
    public int getSolveOrder() {
        return element instanceof CalculatedMember calculated ? calculated.solveOrder() : -1;
    }

    /** Null for a stored member, and for a formula that names what the role may not see. */
    @Override
    public ParseTreeNode getExpression() {
        return element instanceof CalculatedMember calculated ? cube.expression(calculated) : null;
    }

    /** Ancestors, the parent first. */
    @Override
    public List<org.olap4j.metadata.Member> getAncestorMembers() {
        List<org.olap4j.metadata.Member> ancestors = new ArrayList<>();
        for (var ancestor = getParentMember(); ancestor != null; ancestor = ancestor.getParentMember()) {
            ancestors.add(ancestor);
        }
        return ancestors;
    }

    @Override
    public boolean isCalculatedInQuery() {
        return element instanceof CalculatedMember calculated && calculated.inQuery();
    }

    @Override
    public Object getPropertyValue(Property property) throws OlapException {
        if (!(property instanceof Property.StandardMemberProperty standard)) {
            return element.property(property.getName());
        }
        var parent = getParentMember();
        return switch (standard) {
            case CATALOG_NAME -> cube.getSchema().getCatalog().getName();
            case SCHEMA_NAME -> cube.getSchema().getName();
            case CUBE_NAME -> cube.getName();
            case DIMENSION_UNIQUE_NAME -> element.hierarchy().dimension().uniqueName();
            case HIERARCHY_UNIQUE_NAME -> element.hierarchy().uniqueName();
            case LEVEL_UNIQUE_NAME -> element.level().uniqueName();
            case LEVEL_NUMBER -> element.level().depth();
            case MEMBER_ORDINAL -> getOrdinal();
            case MEMBER_NAME -> getName();
            case MEMBER_UNIQUE_NAME -> getUniqueName();
            case MEMBER_TYPE -> getMemberType().ordinal();
            case MEMBER_GUID -> null;
            case MEMBER_CAPTION -> getCaption();
            case CHILDREN_CARDINALITY -> getChildMemberCount();
            case PARENT_LEVEL -> parent == null ? 0 : parent.getLevel().getDepth();
            case PARENT_UNIQUE_NAME -> parent == null ? null : parent.getUniqueName();
            case PARENT_COUNT -> parent == null ? 0 : 1;
            case DESCRIPTION -> getDescription();
            case $visible -> isVisible();
            case MEMBER_KEY -> element.key() == null ? getName() : element.key();
            case IS_PLACEHOLDERMEMBER, IS_DATAMEMBER -> false;
            case DEPTH -> element.depth();
            case DISPLAY_INFO -> getChildMemberCount();
            case VALUE -> element.key();
        };
    }

    @Override
    public String getPropertyFormattedValue(Property property) throws OlapException {
        Object value = getPropertyValue(property);
        return value == null ? "" : value.toString();
    }

    @Override
    public void setProperty(Property property, Object value) throws OlapException {
        throw new OlapException("member properties come from the database and cannot be set");
    }

    @Override
    public NamedList<Property> getProperties() {
        return getLevel().getProperties();
    }

    @Override
    public int getOrdinal() {
        return element.rank();
    }

    @Override
    public boolean isHidden() {
        return !element.visible();
    }

    @Override
    public int getDepth() {
        return element.depth();
    }

    @Override
    public org.olap4j.metadata.Member getDataMember() {
        return null;
    }
}
