package org.shapan.engine.drillthrough;

import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.shapan.engine.cell.FactRowQuery;
import org.shapan.engine.drillthrough.RowColumn.OfLevel;
import org.shapan.engine.sql.DataType;
import org.shapan.engine.sql.JdbcTypes;
import org.shapan.engine.star.LevelPath;
import org.shapan.engine.star.Member;

/** Reads the value of one column from a row of the database. */
interface RowReader {
    Object read(ResultSet row) throws SQLException;

    JDBCType type(ResultSet rows) throws SQLException;

    /** A column that the facts do not know. */
    RowReader NOTHING = new RowReader() {
        @Override
        public Object read(ResultSet row) {
            return null;
        }

        @Override
        public JDBCType type(ResultSet rows) {
            return JDBCType.VARCHAR;
        }
    };

    /** The value of an expression. */
    static RowReader value(int position) {
        return new RowReader() {
            @Override
            public Object read(ResultSet row) throws SQLException {
                return row.getObject(position);
            }

            @Override
            public JDBCType type(ResultSet rows) throws SQLException {
                return jdbcType(JdbcTypes.of(rows.getMetaData(), position));
            }
        };
    }

    /** The member that the keys of a row lead to, or a part of it; null where the dimension has no such row. */
    static RowReader member(OfLevel column, FactRowQuery query, Locale locale) {
        int[] positions = query.select(column.level());
        LevelPath path = query.path(column.level());
        Object[] keys = new Object[positions.length];
        return new RowReader() {
            @Override
            public Object read(ResultSet row) throws SQLException {
                for (int i = 0; i < keys.length; i++) {
                    keys[i] = row.getObject(positions[i]);
                }
                int id = path.memberOf().id(keys);
                if (id < 0) {
                    return null;
                }
                Member member = column.level().hierarchy().member(id);
                return switch (column.part()) {
                    case CAPTION -> member.caption(locale);
                    case NAME -> member.name();
                    case UNIQUENAME -> member.uniqueName();
                    case KEY -> member.key();
                };
            }

            @Override
            public JDBCType type(ResultSet rows) {
                return column.part() == RowColumn.Part.KEY
                        ? jdbcType(path.keys().getLast().type())
                        : JDBCType.VARCHAR;
            }
        };
    }

    private static JDBCType jdbcType(DataType type) {
        return switch (type) {
            case STRING -> JDBCType.VARCHAR;
            case INTEGER -> JDBCType.INTEGER;
            case LONG -> JDBCType.BIGINT;
            case DECIMAL -> JDBCType.DECIMAL;
            case DOUBLE -> JDBCType.DOUBLE;
            case BOOLEAN -> JDBCType.BOOLEAN;
            case DATE -> JDBCType.DATE;
            case TIME -> JDBCType.TIME;
            case TIMESTAMP -> JDBCType.TIMESTAMP;
        };
    }
}
