package org.shapan.engine.olap4j;

import org.olap4j.mdx.CallNode;
import org.olap4j.mdx.ParseTreeNode;
import org.olap4j.mdx.Syntax;
import org.olap4j.mdx.parser.impl.DefaultMdxParserImpl;
import org.olap4j.metadata.Cube;
import org.olap4j.type.SetType;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.calc.expression.Type;
import org.shapan.engine.mdx.Unparser;
import org.shapan.engine.star.NamedSet;

/** A named set of the catalog. */
final class NamedSetMeta extends ElementMeta<NamedSet> implements org.olap4j.metadata.NamedSet {
    private final CubeMeta cube;

    NamedSetMeta(CubeMeta cube, NamedSet set) {
        super(set, cube.context);
        this.cube = cube;
    }

    @Override
    public Cube getCube() {
        return cube;
    }

    /** Whether the role sees all that the formula names. */
    boolean isSeen() {
        try {
            type();
            return true;
        } catch (EngineException e) {
            return false;
        }
    }

    /** The formula as a query of this connection would read it. */
    private Type type() {
        String mdx = "SELECT {" + Unparser.unparse(element.formula()) + "} ON 0 FROM " + cube.getUniqueName();
        return cube.context.describe(mdx).axes().get(0);
    }

    @Override
    public ParseTreeNode getExpression() {
        ParseTreeNode parsed = new DefaultMdxParserImpl().parseExpression(Unparser.unparse(element.formula()));
        CallNode set = parsed instanceof CallNode call ? call : new CallNode(null, "{}", Syntax.Braces, parsed);
        set.setType(new SetType(ElementTypes.element(cube, type())));
        return set;
    }
}
