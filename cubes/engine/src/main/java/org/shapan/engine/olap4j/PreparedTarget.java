package org.shapan.engine.olap4j;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.olap4j.CellSet;
import org.olap4j.OlapException;
import org.olap4j.OlapParameterMetaData;
import org.olap4j.metadata.Cube;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.mdx.CubeReference;
import org.shapan.engine.mdx.MdxParser;
import org.shapan.engine.mdx.NameSegment;
import org.shapan.engine.mdx.ParameterDeclarations;
import org.shapan.engine.mdx.SelectStatement;
import org.shapan.engine.mdx.Subselect;

/**
 * Answers {@link org.olap4j.PreparedOlapStatement}: an MDX text whose {@code Parameter(…)} calls can be bound, by position in the order
 * in which they first occur. What is not bound has its default.
 */
final class PreparedTarget extends StatementTarget {
    private final String mdx;
    private final SelectStatement select;
    private final List<String> parameters;
    private final Map<String, Object> bound = new LinkedHashMap<>();

    PreparedTarget(ConnectionTarget connection, String mdx) throws OlapException {
        super(connection);
        this.mdx = mdx;
        try {
            if (!(MdxParser.parseStatement(mdx) instanceof SelectStatement parsed)) {
                throw new OlapException("only SELECT can be prepared");
            }
            this.select = parsed;
            this.parameters = ParameterDeclarations.names(parsed);
        } catch (EngineException e) {
            throw OlapErrors.of(e);
        }
    }

    public CellSet executeQuery() throws OlapException {
        return run(mdx, Map.copyOf(bound));
    }

    public Cube getCube() throws OlapException {
        SelectStatement inner = select;
        while (inner.from() instanceof Subselect subselect) {
            inner = subselect.select();
        }
        String name = inner.from() instanceof CubeReference reference
                        && reference.cube().segments().get(0) instanceof NameSegment segment
                ? segment.name()
                : "";
        for (Cube cube : target().schemaMeta().getCubes()) {
            if (cube.getName().equalsIgnoreCase(name)) {
                return cube;
            }
        }
        throw new OlapException("no cube " + name);
    }

    private String name(int index) throws SQLException {
        if (index < 1 || index > parameters.size()) {
            throw new SQLException("parameter " + index + " of " + parameters.size());
        }
        return parameters.get(index - 1);
    }

    public boolean isSet(int index) throws SQLException {
        return bound.containsKey(name(index));
    }

    public void unset(int index) throws SQLException {
        bound.remove(name(index));
    }

    public void clearParameters() {
        bound.clear();
    }

    /** A number, a text, or a member's or set's unique name. */
    public void setObject(int index, Object value) throws SQLException {
        bound.put(name(index), value instanceof MemberMeta member ? member.getUniqueName() : value);
    }

    public void setString(int index, String value) throws SQLException {
        setObject(index, value);
    }

    public void setInt(int index, int value) throws SQLException {
        setObject(index, value);
    }

    public void setLong(int index, long value) throws SQLException {
        setObject(index, value);
    }

    public void setDouble(int index, double value) throws SQLException {
        setObject(index, value);
    }

    public OlapParameterMetaData getParameterMetaData() {
        return JdbcFacade.of(OlapParameterMetaData.class, new ParameterMeta(new ArrayList<>(parameters)));
    }

    /** Answers {@link OlapParameterMetaData} as far as it is known before binding: number and names. */
    public record ParameterMeta(List<String> names) {
        public int getParameterCount() {
            return names.size();
        }

        public String getParameterName(int index) {
            return names.get(index - 1);
        }
    }
}
