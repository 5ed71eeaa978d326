package org.shapan.engine.calc.eval;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.shapan.engine.access.CubeAccess;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.cell.CellValue;
import org.shapan.engine.cell.QueryCells;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.sql.QueryExecution;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;

/**
 * One running query: the context of current members, and the value of the cell it describes. One thread's own.
 *
 * <p>A function that changes the context marks it before and resets it after:
 *
 * <pre>
 * int mark = evaluator.mark();
 * evaluator.set(tuples, row);
 * double number = value.number(evaluator);
 * evaluator.reset(mark);
 * </pre>
 *
 * When an exception passes, whoever catches it resets.
 */
public final class Evaluator {

    private final Cube cube;
    private final Subcube subcube;
    private final CubeAccess access;
    private final QueryExecution execution;
    private final Formulas formulas;
    private final QueryLimits limits;
    private final Locale locale;
    private final Map<String, Object> parameters;
    private final CellContext context;
    private final StoredCells stored;
    private final SetCache sets;
    private final SetNotes notes = new SetNotes();
    private final Expansions expansions;
    private final SetMembers setMembers = new SetMembers();
    private final Map<CalculatedMember, Calculation> calculations = new IdentityHashMap<>();
    private final ParameterValues parameterValues = new ParameterValues();
    private final Map<Member, Member> originals = new IdentityHashMap<>();
    private Member[] queryContext;
    private final Scratch scratch = new Scratch();
    private int steps;
    private LocalDateTime now;
    private final UnderWay underWay = new UnderWay();
    private int outerDepth;
    private boolean noCells;

    /**
     * @param parameters values of the query's parameters by upper-case name
     * @param before sets of a run before; null when there are none
     */
    public Evaluator(
            Subcube subcube,
            QueryCells cells,
            QueryExecution execution,
            Formulas formulas,
            QueryLimits limits,
            Locale locale,
            Map<String, Object> parameters,
            KeptSets before) {
        this.sets = new SetCache(before);
        this.subcube = requireNonNull(subcube, "subcube is null");
        this.access = subcube.access();
        this.cube = access.cube();
        this.execution = requireNonNull(execution, "execution is null");
        this.formulas = requireNonNull(formulas, "formulas is null");
        this.limits = requireNonNull(limits, "limits is null");
        this.locale = requireNonNull(locale, "locale is null");
        this.parameters = Map.copyOf(parameters);
        this.stored = new StoredCells(subcube, cells);
        this.expansions = new Expansions(limits.maxCalculationDepth());
        this.context = new CellContext(
                cube.hierarchies().stream().map(this::defaultMember).toArray(Member[]::new));
        this.queryContext = context.members().clone();
    }

    public Cube cube() {
        return cube;
    }

    /** What sets are made from: what the role sees within the subselects. */
    public CubeAccess access() {
        return access;
    }

    public Subcube subcube() {
        return subcube;
    }

    public Formulas formulas() {
        return formulas;
    }

    public QueryLimits limits() {
        return limits;
    }

    public Locale locale() {
        return locale;
    }

    public Map<String, Object> parameters() {
        return parameters;
    }

    /**
     * The value of a parameter, computed once in the context of the query.
     *
     * @throws EngineException MDX_EVALUATION when the value needs itself
     */
    public Object parameter(Object key, String name, Function<Evaluator, Object> value) {
        return parameterValues.get(key, name, value, this);
    }

    /** Date and time as the query first asked: the same for all of it. */
    public LocalDateTime now() {
        if (now == null) {
            now = asker().now();
        }
        return now;
    }

    /** The execution, for formulas that read of it what the next run of the query may find changed. */
    public QueryExecution asker() {
        sets.readOutside();
        return execution;
    }

    /** See {@link SetCache#toKeep}. */
    public KeptSets setsToKeep() {
        return sets.toKeep();
    }

    public SetCache sets() {
        return sets;
    }

    public SetNotes notes() {
        return notes;
    }

    /** Default member as the role sees it. */
    public Member defaultMember(Hierarchy hierarchy) {
        return access.canSee(hierarchy) ? access.defaultMember(hierarchy) : hierarchy.defaultMember();
    }

    /** Member at which the query, slicer included, holds a hierarchy. */
    public Member queryMember(Hierarchy hierarchy) {
        return queryContext[hierarchy.ordinal()];
    }

    // --- context
    // -----------------------------------------------------------------------------------------------------------

    public Member current(Hierarchy hierarchy) {
        return context.get(hierarchy.ordinal());
    }

    public Member current(int ordinal) {
        return context.get(ordinal);
    }

    public int mark() {
        return context.mark();
    }

    /** Returns to the context that {@code mark} remembers. */
    public void reset(int mark) {
        context.reset(mark);
    }

    public void set(Member member) {
        context.set(member);
    }

    public void set(Member[] tuple) {
        for (Member member : tuple) {
            context.set(member);
        }
    }

    /** Puts a row of a set into the context, and notes it as the current one should the set be a named one. */
    public void set(TupleList tuples, int row) {
        for (int column = 0; column < tuples.width(); column++) {
            context.set(tuples.member(row, column));
        }
        sets.moveTo(tuples, row);
    }

    /** Makes the current context the one in which named sets are evaluated: the slicer is applied. */
    public void startQueryContext() {
        queryContext = context.members().clone();
    }

    /** Puts every hierarchy to where the query holds it. */
    public void enterQueryContext() {
        set(queryContext);
    }

    /** A set as the query sees it, whatever is being computed. */
    TupleList inQueryContext(SetCalc set) {
        int mark = mark();
        int outer = outerDepth;
        outerDepth = expansions.depth();
        enterQueryContext();
        TupleList tuples = set.set(this);
        outerDepth = outer;
        reset(mark);
        return tuples;
    }

    /** Whether the current cell lies at a null member and is therefore empty. */
    public boolean atNullMember() {
        return context.hasNull();
    }

    // --- cells
    // -------------------------------------------------------------------------------------------------------------

    /** Number of cells that were not loaded when they were read; what was computed meanwhile does not count. */
    public long misses() {
        return stored.misses();
    }

    /** Makes every cell empty, as a slicer without tuples does. */
    public void hideCells() {
        noCells = true;
    }

    /** The value of the current cell. */
    public void value(CellValue into) {
        if (isNowhere()) {
            into.setEmpty();
        } else if (context.hasCalculated()) {
            expand(context.firstToExpand(), into);
        } else {
            stored.read(context, into);
        }
    }

    /** The current cell as a number. */
    public double number() {
        CellValue value = borrow();
        value(value);
        double number = Scalars.toNumber(value);
        giveBack();
        return number;
    }

    /** Whether the current cell is empty. */
    public boolean isEmptyCell() {
        CellValue value = borrow();
        value(value);
        boolean empty = value.isEmpty();
        giveBack();
        return empty;
    }

    /**
     * The current cell over a set of tuples instead of single members, combined as the current measure combines rows: sums are added
     * tuple by tuple (what overlaps counts twice, but for rows shared behind a bridge), distinct counts, averages and measures with a rule of their own along time are
     * asked for over the union.
     *
     * @throws EngineException MDX_EVALUATION when the current measure is calculated
     */
    public void aggregate(TupleList tuples, CellValue into) {
        if (tuples.isEmpty()) {
            into.setEmpty();
            return;
        }
        if (tuples.hierarchies().stream().anyMatch(Hierarchy::isMeasures)) {
            Aggregator.sum(this, tuples, into);
            return;
        }
        if (context.get(0) instanceof StoredMeasure measure) {
            TupleList related = stored.related(measure, tuples);
            if (related == tuples) {
                Aggregator.aggregate(this, measure, tuples, into);
            } else {
                aggregateRelated(measure, tuples, related, into);
            }
            return;
        }
        throw Scalars.error("Aggregate cannot combine the calculated measure "
                + context.get(0).uniqueName()
                + ": it has no aggregator; give the measure a higher SOLVE_ORDER or use Sum");
    }

    /** Puts what does not count for the measure aside: the hierarchies that it ignores go to their default members. */
    private void aggregateRelated(StoredMeasure measure, TupleList tuples, TupleList related, CellValue into) {
        int mark = mark();
        for (Hierarchy hierarchy : tuples.hierarchies()) {
            if (!related.hierarchies().contains(hierarchy)) {
                set(hierarchy.defaultMember());
            }
        }
        if (related.width() == 0) {
            value(into);
        } else {
            Aggregator.aggregate(this, measure, related, into);
        }
        reset(mark);
    }

    /**
     * The current cell with a set of members in the place of one, as if the set were the slicer.
     *
     * @param set of one hierarchy, not that of the measures
     * @param averaging whether measures with a rule of their own along time take the mean over the set
     */
    public void valueOver(TupleList set, boolean averaging, CellValue into) {
        if (set.isEmpty()) {
            into.setEmpty();
            return;
        }
        int mark = mark();
        set(set.size() == 1 ? set.member(0, 0) : setMembers.of(this, set, averaging));
        value(into);
        reset(mark);
    }

    /** Reads the union of stored tuples; see {@link QueryCells#readOver}. */
    void readOver(TupleList tuples, StoredMeasure measure, CellValue into) {
        stored.readOver(context, tuples, measure, into);
    }

    boolean hasCalculated() {
        return context.hasCalculated();
    }

    /** Whether every cell is empty, or the current one because it lies at a null member. */
    boolean isNowhere() {
        return noCells || context.hasNull();
    }

    /** The member to expand next; only to be asked when there is one. */
    CalculatedMember firstToExpand() {
        return context.firstToExpand();
    }

    /** See {@link StoredCells#rows}. */
    CellRows rows(TupleList tuples, StoredMeasure measure) {
        return stored.rows(context, tuples, measure);
    }

    /** Whether there is any row behind a cell; asks the database at once. */
    boolean hasRows(CellRows rows) {
        return stored.hasRows(rows);
    }

    /** What the calculated member to expand next stands for, a compound slicer for instance; null when it is a formula. */
    TupleList slicerRegion() {
        return regionOf(context.firstToExpand());
    }

    /** See {@link Calculation#region}. */
    TupleList regionOf(CalculatedMember member) {
        int mark = context.mark();
        TupleList region = calculation(member).region(this, member);
        context.reset(mark);
        return region;
    }

    /** As {@link QueryCells#nonEmpty} in the current context; an empty set while cells are missing. */
    TupleList nonEmpty(List<TupleList> sets, List<TupleList> over, List<StoredMeasure> measures) {
        return stored.nonEmpty(context, sets, over, measures);
    }

    private void expand(CalculatedMember member, CellValue into) {
        // Formulas that use each other twice make as many as two to the power of their number.
        check();
        int mark = context.mark();
        expansions.enter(member, context);
        if (member.isMeasure()) {
            stored.ignoreUnrelated(member, context);
        }
        calculation(member).evaluate(this, member, into);
        expansions.leave();
        context.reset(mark);
    }

    private Calculation calculation(CalculatedMember member) {
        Calculation calculation = calculations.get(member);
        if (calculation == null) {
            calculation = formulas.calculation(member);
            calculations.put(member, calculation);
        }
        return calculation;
    }

    /** Gives a member that this query made, such as the one that stands for a compound slicer, its calculation. */
    public void define(CalculatedMember member, Calculation calculation) {
        calculations.put(member, calculation);
    }

    /** As {@link #define}, for a member that stands in the place of another one, as a visual total does. */
    public void define(CalculatedMember member, Calculation calculation, Member original) {
        calculations.put(member, calculation);
        originals.put(member, original);
    }

    /** The member in whose place another one stands; itself for all others. */
    public Member original(Member member) {
        return member.isCalculated() ? originals.getOrDefault(member, member) : member;
    }

    /** Whether any member of this query stands in the place of another one. */
    public boolean hasStandIns() {
        return !originals.isEmpty();
    }

    /** Whether a calculated member is being computed. */
    public boolean isCalculating() {
        return expansions.depth() > outerDepth;
    }

    /** Expressions that may come to need themselves. */
    public UnderWay underWay() {
        return underWay;
    }

    /** Whether a value ends in an error that belongs to its cell; an error that ends the query passes. */
    public boolean fails(ScalarCalc calc) {
        int mark = mark();
        int depth = expansions.depth();
        int borrowed = scratch.inUse();
        int begun = underWay.depth();
        int outer = outerDepth;
        try {
            calc.value(this, borrow());
            giveBack();
            return false;
        } catch (EngineException e) {
            if (e.code() != OlapErrorCode.MDX_EVALUATION) {
                throw e;
            }
            reset(mark);
            expansions.returnTo(depth);
            scratch.returnTo(borrowed);
            underWay.returnTo(begun);
            outerDepth = outer;
            return true;
        }
    }

    /** Forgets what was under way when an exception came: calculations and borrowed values. Call it after {@link #reset}. */
    public void recover() {
        expansions.clear();
        underWay.returnTo(0);
        outerDepth = 0;
        parameterValues.recover();
        scratch.returnTo(0);
    }

    /** A value to compute with, until {@link #giveBack}: last borrowed, first given back. */
    public CellValue borrow() {
        return scratch.borrow();
    }

    public void giveBack() {
        scratch.giveBack();
    }

    /**
     * To be called in every loop over tuples.
     *
     * @throws EngineException CANCELLED or TIMEOUT
     */
    public void check() {
        if ((++steps & 0xFF) == 0) {
            execution.check();
        }
    }

    public QueryExecution execution() {
        return execution;
    }
}
