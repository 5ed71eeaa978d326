package org.shapan.engine.olap4j;

import org.olap4j.mdx.ParseTreeNode;
import org.olap4j.mdx.parser.impl.DefaultMdxParserImpl;
import org.olap4j.metadata.Cube;
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

    @Override
    public ParseTreeNode getExpression() {
        return new DefaultMdxParserImpl().parseExpression(Unparser.unparse(element.formula()));
    }
}
