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

/** The one statement that reads the members of a level, and the rows it gives. */
final class MemberQuery {
    private static final int CHECK_EVERY = 4_096;

    private final HierarchySource source;
    private final LevelSource level;
    private final List<SqlExpression> ancestors;
    private final List<String> languages;
    private final List<SqlExpression> items = new ArrayList<>();

    /** @param ancestors keys that tell the parent, from the top */
    MemberQuery(HierarchySource source, LevelSource level, List<SqlExpression> ancestors) {
        this.source = source;
        this.level = level;
        this.ancestors = ancestors;
        this.languages = level.captions().keySet().stream().sorted().toList();
        items.addAll(ancestors);
        items.add(level.key());
        addIfAny(level.parent());
        addIfAny(level.name());
        addIfAny(level.ordinal());
        languages.forEach(l -> items.add(level.captions().get(l)));
        level.properties().forEach(p -> items.add(p.value()));
    }

    private void addIfAny(SqlExpression item) {
        if (item != null) {
            items.add(item);
        }
    }

    List<String> languages() {
        return languages;
    }

    /** All values normalised. */
    record Row(
            Object[] ancestors,
            Object key,
            Object parentKey,
            Object name,
            Object order,
            String[] captions,
            Object[] properties) {}

    List<Row> run(SqlExecutor sql) {
        QueryExecution execution = QueryExecution.current();
        return sql.query(text(sql.dialect()), List.of(), execution, rows -> {
            List<Row> read = new ArrayList<>();
            while (rows.next()) {
                if (read.size() % CHECK_EVERY == 0) {
                    execution.check();
                }
                read.add(row(rows));
            }
            return read;
        });
    }

    private Row row(ResultSet rows) throws SQLException {
        int column = 0;
        Object[] keys = new Object[ancestors.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Keys.normalised(rows.getObject(++column));
        }
        Object key = Keys.normalised(rows.getObject(++column));
        Object parentKey = level.parent() == null ? null : Keys.normalised(rows.getObject(++column));
        Object name = level.name() == null ? key : Keys.normalised(rows.getObject(++column));
        Object order = level.ordinal() == null ? key : Keys.normalised(rows.getObject(++column));
        String[] captions = new String[languages.size()];
        for (int i = 0; i < captions.length; i++) {
            captions[i] = Keys.name(Keys.normalised(rows.getObject(++column)));
        }
        Object[] properties = new Object[level.properties().size()];
        for (int i = 0; i < properties.length; i++) {
            properties[i] = Keys.normalised(rows.getObject(++column));
        }
        return new Row(keys, key, parentKey, name, order, captions, properties);
    }

    String text(Dialect dialect) {
        Set<String> aliases = new LinkedHashSet<>();
        List<String> columns = new ArrayList<>();
        for (SqlExpression item : items) {
            aliases.addAll(item.aliases());
            columns.add(item.sql(UnaryOperator.identity(), dialect) + " AS " + dialect.quote("c" + columns.size()));
        }
        return "SELECT DISTINCT " + String.join(", ", columns) + " " + source.fromWhere(aliases);
    }
}
