package org.shapan.portal.pivot;

import java.sql.SQLException;
import java.util.List;

/**
 * About how large a result becomes at most, before it is run: on each axis the product of the members of its fields, totals
 * apart. What hides empty lines only makes it less.
 *
 * @param rows product over the fields on rows, and the measures where they stand there; 0 for a written statement
 * @param columns likewise
 * @param largest the field with the most members; null where there is none
 * @param members how many that are
 */
record PivotEstimate(double rows, double columns, AxisField largest, long members) {
    /** What is known of the members that the person sees. */
    interface Sizes {
        /** Members of a level, by its unique name. */
        long level(String level);

        /**
         * Children of a member, by its unique name.
         *
         * @throws UnknownNameException where the member does not exist for the person
         */
        long children(String member) throws SQLException;
    }

    /** Cells at most. */
    double cells() {
        return rows * columns;
    }

    static PivotEstimate of(PivotModel model, PivotFields fields, Sizes sizes) throws SQLException {
        return new Counting(fields, sizes).of(model);
    }

    private static final class Counting {
        private final PivotFields fields;
        private final Sizes sizes;
        private AxisField largest;
        private long most;

        Counting(PivotFields fields, Sizes sizes) {
            this.fields = fields;
            this.sizes = sizes;
        }

        PivotEstimate of(PivotModel model) throws SQLException {
            if (model.mdx() != null) {
                return new PivotEstimate(0, 0, null, 0);
            }
            int measures = Math.max(
                    1,
                    model.measures().stream()
                            .mapToInt(measure -> Trend.is(measure) ? Trend.PERIODS : 1)
                            .sum());
            boolean onRows = model.measuresOnRows() && !model.columns().isEmpty();
            double rows = product(model.rows()) * (onRows ? measures : 1);
            double columns = product(model.columns()) * (onRows ? 1 : measures);
            return new PivotEstimate(rows, columns, largest, most);
        }

        private double product(List<AxisField> axis) throws SQLException {
            double product = 1;
            for (AxisField field : axis) {
                long members =
                        members(field, fields.hierarchy(field.hierarchy()).orElseThrow());
                product *= members;
                if (members > most) {
                    most = members;
                    largest = field;
                }
            }
            return product;
        }

        private long members(AxisField field, PivotFields.HierarchyField hierarchy) throws SQLException {
            List<PivotFields.LevelField> levels = hierarchy.levels();
            int start = levels.indexOf(hierarchy.level(field.level()));
            double first = 0;
            for (String pick : field.picked()) {
                first += picked(Pick.parse(pick), hierarchy, start);
            }
            if (field.picked().isEmpty()) {
                first = sizes.level(field.level())
                        - field.members().without().stream()
                                .filter(member -> level(member, hierarchy) == start)
                                .count();
            }
            for (Condition condition : field.conditions()) {
                if (condition.kind() == Condition.Kind.TOP_COUNT || condition.kind() == Condition.Kind.BOTTOM_COUNT) {
                    first = Math.min(first, condition.low().doubleValue());
                }
            }
            double all = first;
            if (field.expansion().to() != null) {
                int end = levels.indexOf(hierarchy.level(field.expansion().to()));
                for (int i = start + 1; i <= end; i++) {
                    all += first * ratio(levels, start, i);
                }
            }
            for (String member : field.expansion().open()) {
                all += sizes.children(member);
            }
            return Math.max(1, Math.round(all));
        }

        private double picked(Pick pick, PivotFields.HierarchyField hierarchy, int start) throws SQLException {
            List<PivotFields.LevelField> levels = hierarchy.levels();
            return switch (pick.kind()) {
                case MEMBER, PREVIOUS, LAST_YEAR -> 1;
                case LATEST -> pick.number();
                case CHILDREN -> sizes.children(pick.member());
                case LEVEL -> sizes.level(pick.level());
                case DESCENDANTS ->
                    ratio(levels, level(pick.member(), hierarchy), levels.indexOf(hierarchy.level(pick.level())));
                case TO_DATE -> ratio(levels, 0, levels.indexOf(hierarchy.level(pick.level())));
                case SET -> sizes.level(levels.get(start).uniqueName());
            };
        }

        /** The place of a member's level: as many names as the member has after those of the hierarchy. */
        private static int level(String member, PivotFields.HierarchyField hierarchy) {
            long depth = segments(member) - segments(hierarchy.uniqueName());
            return Math.clamp(depth - 1, 0, hierarchy.levels().size() - 1);
        }

        private static long segments(String name) {
            return PivotLink.SEGMENT.matcher(name).results().count();
        }

        /** Members of a deeper level below one of an upper level, on average. */
        private double ratio(List<PivotFields.LevelField> levels, int upper, int deeper) {
            double above = Math.max(1, sizes.level(levels.get(upper).uniqueName()));
            return Math.max(1, sizes.level(levels.get(deeper).uniqueName()) / above);
        }
    }
}
