package org.shapan.engine.star;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.shapan.engine.catalog.Place;
import org.shapan.engine.sql.DataType;
import org.shapan.engine.sql.Dialect;

/** A column or SQL text of a catalog, bound: the relations it needs and the type it has are known. */
sealed interface SqlExpression {
    /** Aliases of the relations it reads. */
    Set<String> aliases();

    DataType type();

    Place place();

    /**
     * The expression as SQL.
     *
     * @param alias gives the alias under which a relation is used
     */
    String sql(UnaryOperator<String> alias, Dialect dialect);

    record Column(String alias, String name, DataType type, Place place) implements SqlExpression {
        @Override
        public Set<String> aliases() {
            return Set.of(alias);
        }

        @Override
        public String sql(UnaryOperator<String> renamed, Dialect dialect) {
            return dialect.quote(renamed.apply(alias)) + "." + dialect.quote(name);
        }
    }

    /**
     * SQL of the catalog.
     *
     * @param text all of its quoted columns are qualified
     */
    record Text(String text, Set<String> aliases, DataType type, Place place) implements SqlExpression {
        @Override
        public String sql(UnaryOperator<String> renamed, Dialect dialect) {
            return SqlNames.replace(
                    text,
                    name -> {
                        for (String alias : aliases) {
                            if (SqlNames.same(alias, name)) {
                                return dialect.quote(renamed.apply(alias));
                            }
                        }
                        return null;
                    },
                    name -> null);
        }
    }
}
