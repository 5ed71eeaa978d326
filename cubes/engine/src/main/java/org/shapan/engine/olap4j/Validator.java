package org.shapan.engine.olap4j;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.olap4j.OlapException;
import org.olap4j.mdx.AxisNode;
import org.olap4j.mdx.CallNode;
import org.olap4j.mdx.CubeNode;
import org.olap4j.mdx.DimensionNode;
import org.olap4j.mdx.HierarchyNode;
import org.olap4j.mdx.IdentifierNode;
import org.olap4j.mdx.IdentifierSegment;
import org.olap4j.mdx.LevelNode;
import org.olap4j.mdx.MemberNode;
import org.olap4j.mdx.ParseTreeNode;
import org.olap4j.mdx.ParseTreeWriter;
import org.olap4j.mdx.Quoting;
import org.olap4j.mdx.SelectNode;
import org.olap4j.mdx.Syntax;
import org.olap4j.mdx.parser.MdxValidator;
import org.olap4j.metadata.Dimension;
import org.olap4j.type.MemberType;
import org.olap4j.type.SetType;
import org.olap4j.type.TupleType;
import org.olap4j.type.Type;
import org.shapan.engine.star.ElementLookup;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Level;

/**
 * Checks a query by the engine and gives it back with the names of cube, dimensions, hierarchies, levels and stored members replaced by
 * what they stand for, and with the type of each axis and of the slicer. Calls inside of them are left without a type.
 */
final class Validator implements MdxValidator {
    private final ConnectionTarget connection;

    Validator(ConnectionTarget connection) {
        this.connection = connection;
    }

    @Override
    public SelectNode validateSelect(SelectNode select) throws OlapException {
        ConnectionTarget.Described described = connection.describe(text(select));
        QueryDescription query = described.query();
        CubeMeta cube = described.cube();
        List<AxisNode> axes = new ArrayList<>();
        for (AxisNode axis : select.getAxisList()) {
            ParseTreeNode expression = resolve(cube, axis.getExpression());
            Type element =
                    ElementTypes.element(cube, query.axes().get(axis.getAxis().axisOrdinal()));
            axes.add(new AxisNode(
                    axis.getRegion(),
                    axis.isNonEmpty(),
                    axis.getAxis(),
                    axis.getDimensionProperties(),
                    set(expression, new SetType(atLevel(element, levelOf(expression))))));
        }
        AxisNode filter = select.getFilterAxis();
        ParseTreeNode slicer = filter.getExpression() == null ? null : resolve(cube, filter.getExpression());
        if (slicer instanceof CallNode call && call.getType() == null) {
            call.setType(ElementTypes.of(cube, query.slicer()));
        }
        return new SelectNode(
                select.getRegion(),
                select.getWithList(),
                axes,
                new CubeNode(select.getFrom().getRegion(), cube),
                new AxisNode(
                        filter.getRegion(),
                        filter.isNonEmpty(),
                        filter.getAxis(),
                        filter.getDimensionProperties(),
                        slicer),
                select.getCellPropertyList());
    }

    static String text(ParseTreeNode node) {
        StringWriter text = new StringWriter();
        node.unparse(new ParseTreeWriter(text));
        return text.toString();
    }

    private static Type atLevel(Type element, org.olap4j.metadata.Level level) {
        return element instanceof MemberType member && member.getLevel() == null && level != null
                ? new MemberType(level.getDimension(), level.getHierarchy(), level, null)
                : element;
    }

    /** The level that all members of a set are of, as far as its form tells; null otherwise. */
    private static org.olap4j.metadata.Level levelOf(ParseTreeNode node) {
        if (node instanceof MemberNode member) {
            return member.getMember().getLevel();
        }
        if (!(node instanceof CallNode call) || call.getArgList().isEmpty()) {
            return null;
        }
        if (call.getSyntax() == Syntax.Braces) {
            org.olap4j.metadata.Level first = levelOf(call.getArgList().get(0));
            return call.getArgList().stream().allMatch(argument -> Objects.equals(levelOf(argument), first))
                    ? first
                    : null;
        }
        return call.getSyntax() == Syntax.Property
                        && call.getOperatorName().equalsIgnoreCase("Members")
                        && call.getArgList().get(0) instanceof LevelNode level
                ? level.getLevel()
                : null;
    }

    private static ParseTreeNode set(ParseTreeNode expression, SetType type) {
        CallNode call = expression instanceof CallNode known
                ? known
                : new CallNode(expression.getRegion(), "{}", Syntax.Braces, expression);
        call.setType(type);
        return call;
    }

    private static ParseTreeNode resolve(CubeMeta cube, ParseTreeNode node) throws OlapException {
        return switch (node) {
            case IdentifierNode identifier -> resolve(cube, identifier);
            case CallNode call -> {
                List<ParseTreeNode> arguments = new ArrayList<>();
                for (ParseTreeNode argument : call.getArgList()) {
                    arguments.add(resolve(cube, argument));
                }
                CallNode resolved = new CallNode(call.getRegion(), call.getOperatorName(), call.getSyntax(), arguments);
                if (call.getSyntax() == Syntax.Parentheses
                        && arguments.size() > 1
                        && arguments.stream().allMatch(MemberNode.class::isInstance)) {
                    resolved.setType(new TupleType(
                            arguments.stream().map(ParseTreeNode::getType).toArray(Type[]::new)));
                }
                yield resolved;
            }
            default -> node;
        };
    }

    private static ParseTreeNode resolve(CubeMeta cube, IdentifierNode name) throws OlapException {
        MemberMeta member = (MemberMeta) cube.lookupMember(name.getSegmentList());
        if (member != null) {
            return new MemberNode(name.getRegion(), member);
        }
        String text = name.toString();
        Optional<Dimension> dimension = cube.getDimensions().stream()
                .filter(candidate -> candidate.getUniqueName().equalsIgnoreCase(text))
                .findFirst();
        if (dimension.isPresent() && dimension.get().getHierarchies().size() > 1) {
            return new DimensionNode(name.getRegion(), dimension.get());
        }
        Hierarchy hierarchy = ElementLookup.hierarchy(cube.element, text);
        if (hierarchy != null && cube.access().canSee(hierarchy)) {
            return new HierarchyNode(name.getRegion(), cube.meta(hierarchy));
        }
        for (Hierarchy candidate : cube.element.hierarchies()) {
            Level level = ElementLookup.level(candidate, text);
            if (level != null && cube.access().levels(candidate).contains(level)) {
                return new LevelNode(name.getRegion(), cube.meta(level));
            }
        }
        return property(cube, name);
    }

    /** What the parser takes for a name may be one with a property behind it, as in {@code [Customers].[City].Members}. */
    private static ParseTreeNode property(CubeMeta cube, IdentifierNode name) throws OlapException {
        List<IdentifierSegment> segments = name.getSegmentList();
        IdentifierSegment last = segments.get(segments.size() - 1);
        if (segments.size() == 1 || last.getQuoting() != Quoting.UNQUOTED) {
            return name;
        }
        ParseTreeNode owner = resolve(cube, new IdentifierNode(segments.subList(0, segments.size() - 1)));
        return owner instanceof IdentifierNode
                ? name
                : new CallNode(name.getRegion(), last.getName(), Syntax.Property, owner);
    }
}
