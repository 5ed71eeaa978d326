package org.shapan.engine.olap4j;

import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.olap4j.CellSet;
import org.olap4j.CellSetMetaData;
import org.olap4j.OlapException;
import org.olap4j.OlapParameterMetaData;
import org.olap4j.metadata.Cube;
import org.olap4j.type.Type;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.mdx.MdxParser;
import org.shapan.engine.mdx.ParameterDeclarations;
import org.shapan.engine.mdx.SelectStatement;

/**
 * Answers {@link org.olap4j.PreparedOlapStatement}: an MDX text whose {@code Parameter(…)} calls can be bound, by position in the order
 * in which they first occur. What is not bound, or bound to null, has its default. Running another text by {@code executeOlapQuery}
 * prepares that text.
 */
final class PreparedTarget extends StatementTarget {
    private final Map<String, Object> bound = new LinkedHashMap<>();
    private String mdx;
    private List<String> parameters;

    PreparedTarget(ConnectionTarget connection, String mdx) throws OlapException {
        super(connection);
        prepare(mdx);
    }

    private void prepare(String text) throws OlapException {
        try {
            if (!(MdxParser.parseStatement(text) instanceof SelectStatement select)) {
                throw OlapErrors.of(OlapErrorCode.NOT_SUPPORTED, "Only SELECT can be prepared");
            }
            this.parameters = ParameterDeclarations.names(select);
        } catch (EngineException e) {
            throw OlapErrors.of(e);
        }
        this.mdx = text;
        bound.clear();
    }

    public CellSet executeQuery() throws OlapException {
        Map<String, Object> values = new LinkedHashMap<>();
        bound.forEach((name, value) -> {
            if (value != null) {
                values.put(name.toUpperCase(Locale.ROOT), value);
            }
        });
        return cells(mdx, values);
    }

    @Override
    public CellSet executeOlapQuery(String text) throws OlapException {
        prepare(text);
        return executeQuery();
    }

    /** What the query would give, by the catalog and the role as they are now. */
    public CellSetMetaData getMetaData() throws OlapException {
        ConnectionTarget.Described described = target().describe(mdx);
        return CellSetMeta.of(described.query(), described.cube()).facade();
    }

    /**
     * @throws EngineException when the query does not fit the catalog; olap4j declares no other
     */
    public Cube getCube() throws OlapException {
        return target().describe(mdx).cube();
    }

    private String name(int index) throws SQLException {
        return nameOf(parameters, index);
    }

    private static String nameOf(List<String> names, int index) throws OlapException {
        if (index < 1 || index > names.size()) {
            throw OlapErrors.of(
                    OlapErrorCode.CONNECTION,
                    "There is no parameter " + index + "; the statement has " + names.size() + ": " + names);
        }
        return names.get(index - 1);
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

    /** A number, a text, or a member or its unique name. */
    public void setObject(int index, Object value) throws SQLException {
        bound.put(name(index), value instanceof MemberMeta member ? member.getUniqueName() : value);
    }

    public void setNull(int index, int sqlType) throws SQLException {
        setObject(index, null);
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

    public void setBigDecimal(int index, java.math.BigDecimal value) throws SQLException {
        setObject(index, value);
    }

    public OlapParameterMetaData getParameterMetaData() throws OlapException {
        ConnectionTarget.Described described = target().describe(mdx);
        return JdbcFacade.of(
                OlapParameterMetaData.class,
                new ParameterMeta(parameters, described.query().parameters(), described.cube()));
    }

    /**
     * Answers {@link OlapParameterMetaData}.
     *
     * @param names in order of position
     */
    public record ParameterMeta(
            List<String> names, Map<String, org.shapan.engine.calc.expression.Type> types, CubeMeta cube) {
        public int getParameterCount() {
            return names.size();
        }

        public String getParameterName(int index) throws OlapException {
            return nameOf(names, index);
        }

        public Type getParameterOlapType(int index) throws OlapException {
            return ElementTypes.of(cube, types.get(nameOf(names, index)));
        }

        public String getParameterTypeName(int index) throws OlapException {
            return getParameterOlapType(index).toString();
        }

        public int getParameterType(int index) throws OlapException {
            return switch (types.get(nameOf(names, index)).kind()) {
                case NUMERIC -> java.sql.Types.DOUBLE;
                case INTEGER -> java.sql.Types.INTEGER;
                case STRING -> java.sql.Types.VARCHAR;
                default -> java.sql.Types.OTHER;
            };
        }

        public String getParameterClassName(int index) throws OlapException {
            return switch (types.get(nameOf(names, index)).kind()) {
                case NUMERIC -> Number.class.getName();
                case INTEGER -> Integer.class.getName();
                case STRING -> String.class.getName();
                default -> org.olap4j.metadata.Member.class.getName();
            };
        }

        public int getParameterMode(int index) throws OlapException {
            nameOf(names, index);
            return ParameterMetaData.parameterModeIn;
        }

        public int isNullable(int index) throws OlapException {
            nameOf(names, index);
            return ParameterMetaData.parameterNullable;
        }
    }
}
