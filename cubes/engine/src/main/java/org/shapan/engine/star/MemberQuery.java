package org.shapan.engine.star;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.shapan.engine.sql.Dialect;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.sql.SqlExecutor;

/** The one statement that reads the members of a level, or of levels that follow each other and lie in the same tables. */
final class MemberQuery {
    private static final int CHECK_EVERY = 4_096;

    private final HierarchySource source;
    private final List<MemberRows.LevelColumns> levels = new ArrayList<>();
    private final List<Integer> above;
    private final List<SqlExpression> items = new ArrayList<>();

    /**
     * @param first depth of the first level
     * @param last depth of the last
     * @param above depths of the levels whose keys tell the parents of the first level's members, from the top
     */
    MemberQuery(HierarchySource source, int first, int last, List<Integer> above) {
        this.source = source;
        this.above = above;
        above.forEach(depth -> items.add(source.level(depth).key()));
        for (int depth = first; depth <= last; depth++) {
            levels.add(add(depth));
        }
    }

    private MemberRows.LevelColumns add(int depth) {
        LevelSource level = source.level(depth);
        int key = add(level.key());
        int parent = level.parent() == null ? -1 : add(level.parent());
        int name = level.name() == null ? key : add(level.name());
        int order = level.ordinal() == null ? key : add(level.ordinal());
        int[] captions = level.languages().stream()
                .mapToInt(language -> add(level.captions().get(language)))
                .toArray();
        int[] properties = level.properties().stream()
                .mapToInt(property -> add(property.value()))
                .toArray();
        return new MemberRows.LevelColumns(depth, key, parent, name, order, captions, properties, items.size());
    }

    /** The column of an expression, which is read once. */
    private int add(SqlExpression item) {
        int known = 0;
        while (known < items.size() && !same(items.get(known), item)) {
            known++;
        }
        if (known == items.size()) {
            items.add(item);
        }
        return known;
    }

    private static boolean same(SqlExpression a, SqlExpression b) {
        return switch (a) {
            case SqlExpression.Column column ->
                b instanceof SqlExpression.Column other
                        && column.alias().equals(other.alias())
                        && column.name().equals(other.name());
            case SqlExpression.Text text ->
                b instanceof SqlExpression.Text other
                        && text.text().equals(other.text())
                        && text.aliases().equals(other.aliases());
        };
    }

    /** The last of the levels from {@code first} to {@code last} that one statement can read together with the first. */
    static int lastTogether(HierarchySource source, int first, int last) {
        int together = first;
        while (together < last
                && !source.level(first).isParentChild()
                && !source.level(together + 1).isParentChild()
                && from(source, first, first).equals(from(source, first, together + 1))) {
            together++;
        }
        return together;
    }

    private static List<String> from(HierarchySource source, int first, int last) {
        Set<String> aliases = new LinkedHashSet<>();
        new MemberQuery(source, first, last, List.of()).items.forEach(item -> aliases.addAll(item.aliases()));
        return source.tree().reach(aliases);
    }

    MemberRows run(SqlExecutor sql) {
        QueryExecution execution = QueryExecution.current();
        boolean distinct = !sql.dialect().readsFasterThanDistinct();
        return sql.query(text(sql.dialect(), distinct), List.of(), execution, rows -> {
            List<Object[]> read = new ArrayList<>();
            while (rows.next()) {
                if (read.size() % CHECK_EVERY == 0) {
                    execution.check();
                }
                read.add(row(rows));
            }
            return new MemberRows(above, levels, read, (distinct && levels.size() == 1) || isPrimaryKey(last()));
        });
    }

    private int last() {
        return levels.getLast().depth();
    }

    /** Whether every row is a member of its own: facts refer to members of this level. */
    private boolean isPrimaryKey(int depth) {
        return source.primaryKey() != null
                && source.level(depth).key() instanceof SqlExpression.Column column
                && column.alias().equals(source.tree().root().alias())
                && column.name().equals(source.primaryKey().name());
    }

    private Object[] row(ResultSet rows) throws SQLException {
        Object[] values = new Object[items.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Keys.normalised(rows.getObject(i + 1));
        }
        return values;
    }

    private String text(Dialect dialect, boolean distinct) {
        Set<String> aliases = new LinkedHashSet<>();
        List<String> columns = new ArrayList<>();
        for (SqlExpression item : items) {
            aliases.addAll(item.aliases());
            columns.add(item.sql(UnaryOperator.identity(), dialect) + " AS " + dialect.quote("c" + columns.size()));
        }
        return (distinct ? "SELECT DISTINCT " : "SELECT ") + String.join(", ", columns) + " "
                + source.fromWhere(aliases);
    }
}
