package org.shapan.engine.drillthrough;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.shapan.engine.access.CubeAccess;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.Region;
import org.shapan.engine.drillthrough.RowColumn.OfDetails;
import org.shapan.engine.drillthrough.RowColumn.OfLevel;
import org.shapan.engine.drillthrough.RowColumn.OfMeasure;
import org.shapan.engine.drillthrough.RowColumn.Part;
import org.shapan.engine.mdx.Expression;
import org.shapan.engine.mdx.FunctionCall;
import org.shapan.engine.mdx.Identifier;
import org.shapan.engine.mdx.NameSegment;
import org.shapan.engine.mdx.Segment;
import org.shapan.engine.mdx.SetAlias;
import org.shapan.engine.mdx.Syntax;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Details;
import org.shapan.engine.star.ElementLookup;
import org.shapan.engine.star.FactGroup;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.StoredMeasure;

/** The columns of a drill-through, as far as the role may see them. */
final class ReturnClause {
    private final CubeAccess access;

    ReturnClause(CubeAccess access) {
        this.access = access;
    }

    /**
     * All of a fact group: the levels that its facts reach, with the key where members have a name of their own, then the stored measures,
     * or the columns of its details where it has such.
     */
    List<RowColumn> all(FactGroup group, Predicate<Level> reached) {
        List<RowColumn> columns = new ArrayList<>();
        for (Hierarchy hierarchy : access.cube().hierarchies()) {
            for (Level level : access.levels(hierarchy)) {
                if (!hierarchy.isMeasures() && !level.isAll() && level.visible() && reached.test(level)) {
                    columns.add(new OfLevel(level, Part.CAPTION, null));
                    if (level.isNamed()) {
                        columns.add(new OfLevel(level, Part.KEY, null));
                    }
                }
            }
        }
        if (group.details() != null) {
            group.details().columns().forEach(column -> columns.add(new OfDetails(column, null)));
            return columns;
        }
        for (StoredMeasure measure : access.cube().storedMeasures()) {
            if (measure.factGroup() == group && measure.visible() && access.canSee(measure)) {
                columns.add(new OfMeasure(measure, null));
            }
        }
        return columns;
    }

    /**
     * The columns that are asked for.
     *
     * @throws EngineException MDX_UNKNOWN_NAME, also for what the role may not see; MDX_TYPE for what is no column
     */
    List<RowColumn> of(List<Expression> returns) {
        List<RowColumn> columns = new ArrayList<>();
        for (Expression item : returns) {
            columns.add(
                    item instanceof SetAlias(Expression named, String alias, Region _)
                            ? column(named, alias)
                            : column(item, null));
        }
        return columns;
    }

    private RowColumn column(Expression item, String alias) {
        return switch (item) {
            case Identifier name -> column(name, Part.CAPTION, alias);
            case FunctionCall(String function, Syntax syntax, List<Expression> args, Region _)
            when syntax == Syntax.FUNCTION && args.size() == 1 && args.getFirst() instanceof Identifier name ->
                column(name, part(function, item.region()), alias);
            default -> throw noColumn(item.toString(), item.region());
        };
    }

    private static Part part(String function, Region region) {
        try {
            return Part.valueOf(function.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw noColumn(function, region);
        }
    }

    private static EngineException noColumn(String text, Region region) {
        return new EngineException(
                OlapErrorCode.MDX_TYPE,
                "RETURN takes levels, measures, and CAPTION, NAME, KEY or UNIQUENAME of a level, not " + text,
                region,
                null);
    }

    private RowColumn column(Identifier name, Part part, String alias) {
        Identifier plain = withoutDollar(name);
        if (plain.segments().size() == 1 && plain.segments().getFirst() instanceof NameSegment only) {
            for (FactGroup group : access.cube().factGroups()) {
                for (Details.Column column : group.details() == null
                        ? List.<Details.Column>of()
                        : group.details().columns()) {
                    if (column.name().equalsIgnoreCase(only.name())) {
                        return new OfDetails(column, alias);
                    }
                }
            }
        }
        if (plain.segments().getFirst() instanceof NameSegment first
                && access.cube().measures().name().equalsIgnoreCase(first.name())) {
            return measure(plain, alias);
        }
        for (Hierarchy hierarchy : access.cube().hierarchies()) {
            Level level = ElementLookup.level(hierarchy, plain.toString());
            if (level != null && !level.isAll() && access.levels(hierarchy).contains(level)) {
                return new OfLevel(level, part, alias);
            }
        }
        throw unknown(name, "level");
    }

    /** Some servers write {@code [$Place].[City]} for a column of a dimension. */
    private static Identifier withoutDollar(Identifier name) {
        List<Segment> segments = new ArrayList<>(name.segments());
        if (segments.getFirst() instanceof NameSegment(String first, boolean _, Region region)
                && first.startsWith("$")) {
            segments.set(0, new NameSegment(first.substring(1), true, region));
        }
        return new Identifier(segments, name.region());
    }

    private RowColumn measure(Identifier name, String alias) {
        String last = name.segments().getLast() instanceof NameSegment segment ? segment.name() : "";
        for (StoredMeasure measure : access.cube().storedMeasures()) {
            if (measure.name().equalsIgnoreCase(last) && access.canSee(measure)) {
                return new OfMeasure(measure, alias);
            }
        }
        for (CalculatedMember member : access.cube().calculatedMembers()) {
            if (member.isMeasure() && member.name().equalsIgnoreCase(last) && access.canSee(member)) {
                throw new EngineException(
                        OlapErrorCode.MDX_TYPE,
                        "Rows have no value of the calculated measure " + member.uniqueName()
                                + ": RETURN the stored measures that it is made of",
                        name.region(),
                        null);
            }
        }
        throw unknown(name, "measure");
    }

    private EngineException unknown(Identifier name, String kind) {
        return new EngineException(
                OlapErrorCode.MDX_UNKNOWN_NAME,
                "Cube " + access.cube().name() + " has no " + kind + " " + name,
                name.region(),
                null);
    }
}
