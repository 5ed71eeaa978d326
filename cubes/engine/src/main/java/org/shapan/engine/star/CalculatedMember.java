package org.shapan.engine.star;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import org.shapan.engine.api.Region;
import org.shapan.engine.catalog.Formula;
import org.shapan.engine.mdx.Expression;
import org.shapan.engine.mdx.NullLiteral;

/**
 * A member that is a formula: of the catalog or of a query's {@code WITH} clause. The formula is kept as parsed; calc compiles it.
 */
public final class CalculatedMember extends Member {
    private final int id;
    private final Level level;
    private final Member parent;
    private final String name;
    private final String uniqueName;
    private final Labels labels;
    private final Expression formula;
    private final Map<String, Expression> properties;
    private final int solveOrder;
    private final boolean inQuery;
    private final Formula text;

    /**
     * @param parent null for a root of its hierarchy
     * @param labels captions and descriptions by language, visibility and annotations
     * @param formula never null
     * @param properties cell and member properties such as FORMAT_STRING by upper-case name, never null
     * @param inQuery true when defined by a WITH clause
     */
    public CalculatedMember(
            int id,
            Level level,
            Member parent,
            String name,
            String uniqueName,
            Labels labels,
            Expression formula,
            Map<String, Expression> properties,
            int solveOrder,
            boolean inQuery) {
        this(id, level, parent, name, uniqueName, labels, formula, properties, solveOrder, inQuery, null);
    }

    /** @param text of the formula in the catalog; null when the cube does not define the member */
    CalculatedMember(
            int id,
            Level level,
            Member parent,
            String name,
            String uniqueName,
            Labels labels,
            Expression formula,
            Map<String, Expression> properties,
            int solveOrder,
            boolean inQuery,
            Formula text) {
        super(level.hierarchy());
        this.text = text;
        this.id = id;
        this.level = level;
        this.parent = parent;
        this.name = requireNonNull(name, "name is null");
        this.uniqueName = requireNonNull(uniqueName, "uniqueName is null");
        this.labels = requireNonNull(labels, "labels is null");
        this.formula = requireNonNull(formula, "formula is null");
        this.properties = Map.copyOf(properties);
        this.solveOrder = solveOrder;
        this.inQuery = inQuery;
    }

    /**
     * A member that stands in a context for something else than a formula, such as a set; calc gives it its calculation.
     *
     * @param like the member whose level and names it has
     * @param parent null for a root of its hierarchy
     */
    public static CalculatedMember standingIn(int id, Member like, Member parent, int solveOrder) {
        return new CalculatedMember(
                id,
                like.level(),
                parent,
                like.name(),
                like.uniqueName(),
                Labels.NONE,
                new NullLiteral(new Region(0, 0, 0, 0)),
                Map.of(),
                solveOrder,
                true);
    }

    /** This measure as a virtual cube takes it over. */
    CalculatedMember in(Level levelOfCube, int idInCube, Labels labelsInCube) {
        return new CalculatedMember(
                idInCube, levelOfCube, null, name, uniqueName, labelsInCube, formula, properties, solveOrder, inQuery);
    }

    Labels labels() {
        return labels;
    }

    public Expression formula() {
        return formula;
    }

    /** The formula as it stands in the catalog; null when the cube does not define the member itself. */
    public Formula text() {
        return text;
    }

    /** Properties by upper-case name, for instance {@code FORMAT_STRING}. */
    public Map<String, Expression> properties() {
        return properties;
    }

    /** Display folder, or null. */
    public String folder() {
        return labels.folder();
    }

    public int solveOrder() {
        return solveOrder;
    }

    public boolean inQuery() {
        return inQuery;
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
        return parent;
    }

    @Override
    public int depth() {
        return parent == null ? level.depth() : parent.depth() + 1;
    }

    @Override
    public int rank() {
        return Integer.MAX_VALUE;
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
