package org.shapan.engine.olap4j;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.shapan.engine.api.RowBlock;

/**
 * Lets a result set find its columns by label or name, as JDBC wants; the JDK's row sets know names only. Unwraps to {@link RowBlock}.
 */
final class LabelledRows implements InvocationHandler {
    private final ResultSet rows;
    private final RowBlock block;

    private LabelledRows(ResultSet rows, RowBlock block) {
        this.rows = rows;
        this.block = block;
    }

    static ResultSet of(ResultSet rows, RowBlock block) {
        return (ResultSet) Proxy.newProxyInstance(
                LabelledRows.class.getClassLoader(), new Class<?>[] {ResultSet.class}, new LabelledRows(rows, block));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        if (name.equals("findColumn")) {
            return column((String) arguments[0]);
        } else if (name.equals("unwrap") && arguments[0] == RowBlock.class) {
            return block;
        } else if (name.equals("isWrapperFor") && arguments[0] == RowBlock.class) {
            return true;
        } else if (name.equals("equals")) {
            return proxy == arguments[0];
        }
        boolean byLabel = name.startsWith("get")
                && method.getParameterCount() > 0
                && method.getParameterTypes()[0] == String.class;
        try {
            if (!byLabel) {
                return method.invoke(rows, arguments);
            }
            Class<?>[] types = method.getParameterTypes();
            types[0] = int.class;
            Object[] byPosition = arguments.clone();
            byPosition[0] = column((String) arguments[0]);
            return ResultSet.class.getMethod(name, types).invoke(rows, byPosition);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private int column(String wanted) throws SQLException {
        List<RowBlock.Column> columns = block.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).caption().equalsIgnoreCase(wanted)) {
                return i + 1;
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equalsIgnoreCase(wanted)) {
                return i + 1;
            }
        }
        throw new SQLException("there is no column '" + wanted + "'; there are "
                + columns.stream().map(RowBlock.Column::caption).toList());
    }
}
