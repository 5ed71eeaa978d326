package org.shapan.engine.star;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import org.shapan.engine.sql.DataType;

/** A measure that is aggregated from fact rows. */
public final class StoredMeasure extends Member {
    private final int id;
    private final Level level;
    private final String name;
    private final String uniqueName;
    private final Labels labels;
    private final FactGroup factGroup;
    private final Aggregation aggregation;
    private final TimeAggregation timeAggregation;
    private final String sql;
    private final DataType dataType;
    private final String formatString;
    private final StoredMeasure base;

    /**
     * @param id position in the measures hierarchy of its cube
     * @param sql SQL expression over the fact relation's alias that is aggregated, null for the count of rows
     * @param dataType of the aggregated value; DECIMAL is kept exactly
     * @param formatString null when the catalog gives none
     */
    public StoredMeasure(
            int id,
            Level level,
            String name,
            String uniqueName,
            Labels labels,
            FactGroup factGroup,
            Aggregation aggregation,
            TimeAggregation timeAggregation,
            String sql,
            DataType dataType,
            String formatString) {
        this(
                id,
                level,
                name,
                uniqueName,
                labels,
                factGroup,
                aggregation,
                timeAggregation,
                sql,
                dataType,
                formatString,
                null);
    }

    private StoredMeasure(
            int id,
            Level level,
            String name,
            String uniqueName,
            Labels labels,
            FactGroup factGroup,
            Aggregation aggregation,
            TimeAggregation timeAggregation,
            String sql,
            DataType dataType,
            String formatString,
            StoredMeasure base) {
        super(level.hierarchy());
        this.id = id;
        this.level = level;
        this.name = requireNonNull(name, "name is null");
        this.uniqueName = requireNonNull(uniqueName, "uniqueName is null");
        this.labels = requireNonNull(labels, "labels is null");
        this.factGroup = requireNonNull(factGroup, "factGroup is null");
        this.aggregation = requireNonNull(aggregation, "aggregation is null");
        this.timeAggregation = requireNonNull(timeAggregation, "timeAggregation is null");
        this.sql = sql;
        this.dataType = requireNonNull(dataType, "dataType is null");
        this.formatString = formatString;
        this.base = base == null ? this : base;
    }

    /** This measure as another cube shows it. */
    StoredMeasure in(Level levelOfCube, int idInCube, Labels labelsInCube) {
        return new StoredMeasure(
                idInCube,
                levelOfCube,
                name,
                uniqueName,
                labelsInCube,
                factGroup,
                aggregation,
                timeAggregation,
                sql,
                dataType,
                formatString,
                base);
    }

    Labels labels() {
        return labels;
    }

    /** The measure of the base cube that this one of a virtual cube shows; itself in a base cube. Segments hold values of these. */
    public StoredMeasure base() {
        return base;
    }

    public FactGroup factGroup() {
        return factGroup;
    }

    public Aggregation aggregation() {
        return aggregation;
    }

    public TimeAggregation timeAggregation() {
        return timeAggregation;
    }

    public String sql() {
        return sql;
    }

    public DataType dataType() {
        return dataType;
    }

    public String formatString() {
        return formatString;
    }

    public String folder() {
        return labels.folder();
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public Level level() {
        return level;
    }

    @Override
    public Member parent() {
        return null;
    }

    @Override
    public int depth() {
        return 0;
    }

    @Override
    public int rank() {
        return id;
    }

    @Override
    public Object key() {
        return null;
    }

    @Override
    public Object property(String propertyName) {
        return null;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String uniqueName() {
        return uniqueName;
    }

    @Override
    public String caption(Locale locale) {
        return labels.caption(locale, name);
    }

    @Override
    public String description(Locale locale) {
        return labels.description(locale);
    }

    @Override
    public boolean visible() {
        return labels.visible();
    }

    @Override
    public Map<String, String> annotations() {
        return labels.annotations();
    }
}
