package org.shapan.engine.olap4j;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.olap4j.OlapException;
import org.olap4j.impl.IdentifierParser;
import org.olap4j.mdx.IdentifierSegment;
import org.olap4j.mdx.ParseTreeNode;
import org.olap4j.mdx.parser.impl.DefaultMdxParserImpl;
import org.olap4j.metadata.Dimension;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Level;
import org.olap4j.metadata.Measure;
import org.olap4j.metadata.Member;
import org.olap4j.metadata.MetadataElement;
import org.olap4j.metadata.NamedList;
import org.olap4j.metadata.NamedSet;
import org.olap4j.metadata.Schema;
import org.shapan.engine.access.CubeAccess;
import org.shapan.engine.api.CubeFields;
import org.shapan.engine.api.CubeKpis;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.mdx.Unparser;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.StoredMeasure;

/** A cube and, through it, its dimensions, hierarchies, levels and members as the connection's role sees them. */
final class CubeMeta extends ElementMeta<Cube> implements org.olap4j.metadata.Cube, CubeKpis, CubeFields {
    private final Schema schema;
    private final CubeAccess access;
    private Seen seen;

    /** What the role sees of the cube; most connections ask it of one or two cubes, some of none. */
    private record Seen(NamedList<Dimension> dimensions, NamedList<Hierarchy> hierarchies) {}

    CubeMeta(Schema schema, Cube cube, ConnectionContext context) {
        super(cube, context);
        this.schema = schema;
        this.access = context.access(cube);
    }

    private synchronized Seen seen() {
        if (seen == null) {
            List<DimensionMeta> visible = element.dimensions().stream()
                    .filter(dimension -> dimension.hierarchies().stream().anyMatch(access::canSee))
                    .map(dimension -> new DimensionMeta(this, dimension))
                    .toList();
            seen = new Seen(
                    new MetaList<>(visible),
                    new MetaList<>(visible.stream()
                            .flatMap(d -> d.getHierarchies().stream())
                            .toList()));
        }
        return seen;
    }

    @Override
    public List<CubeKpis.Kpi> kpis() {
        return KpiMeta.of(access, context);
    }

    @Override
    public String group(Measure measure) {
        return ((MeasureMeta) measure).element instanceof StoredMeasure stored
                ? stored.factGroup().baseCube().caption(context.locale())
                : null;
    }

    @Override
    public String folder(Measure measure) {
        return switch (((MeasureMeta) measure).element) {
            case StoredMeasure stored -> context.folder(stored.folder());
            case CalculatedMember calculated -> context.folder(calculated.folder());
            default -> null;
        };
    }

    @Override
    public List<String> names(MetadataElement named) {
        if (!(named instanceof ElementMeta<?> meta)) {
            return List.of(named.getName(), named.getCaption());
        }
        return Stream.concat(
                        Stream.of(meta.element.name()),
                        Stream.of(context.locale(), Locale.CHINESE, Locale.ENGLISH)
                                .map(meta.element::caption))
                .distinct()
                .toList();
    }

    CubeAccess access() {
        return access;
    }

    HierarchyMeta meta(org.shapan.engine.star.Hierarchy hierarchy) {
        for (Hierarchy candidate : seen().hierarchies()) {
            if (((HierarchyMeta) candidate).element == hierarchy) {
                return (HierarchyMeta) candidate;
            }
        }
        throw new IllegalArgumentException(hierarchy.uniqueName() + " is not visible in this connection");
    }

    LevelMeta meta(org.shapan.engine.star.Level level) {
        for (Level candidate : meta(level.hierarchy()).getLevels()) {
            if (((LevelMeta) candidate).element == level) {
                return (LevelMeta) candidate;
            }
        }
        throw new IllegalArgumentException(level.uniqueName() + " is not visible in this connection");
    }

    MemberMeta meta(org.shapan.engine.star.Member member) {
        return member.isMeasure() ? new MeasureMeta(this, member) : new MemberMeta(this, member);
    }

    /** Null in, null out. */
    MemberMeta metaOrNull(org.shapan.engine.star.Member member) {
        return member == null ? null : meta(member);
    }

    NamedList<Member> members(Collection<? extends org.shapan.engine.star.Member> members) {
        return new MetaList<>(members.stream().map(this::meta).toList());
    }

    /** Calculated members of the catalog that the role sees below a parent (null: roots) of a hierarchy. */
    List<CalculatedMember> calculated(
            org.shapan.engine.star.Hierarchy hierarchy, org.shapan.engine.star.Member parent) {
        return element.calculatedMembers().stream()
                .filter(m -> m.hierarchy() == hierarchy && m.parent() == parent && access.canSee(m))
                .toList();
    }

    @Override
    public Schema getSchema() {
        return schema;
    }

    @Override
    public NamedList<Dimension> getDimensions() {
        return seen().dimensions();
    }

    @Override
    public NamedList<Hierarchy> getHierarchies() {
        return seen().hierarchies();
    }

    @Override
    public List<Measure> getMeasures() {
        List<Measure> measures = new ArrayList<>();
        element.storedMeasures().stream().filter(access::canSee).forEach(m -> measures.add(new MeasureMeta(this, m)));
        element.calculatedMembers().stream()
                .filter(m -> m.isMeasure() && access.canSee(m))
                .forEach(m -> measures.add(new MeasureMeta(this, m)));
        return measures;
    }

    @Override
    public NamedList<NamedSet> getSets() {
        return new MetaList<>(element.namedSets().stream()
                .map(set -> new NamedSetMeta(this, set))
                .filter(set -> context.isUnrestricted() || set.isSeen())
                .toList());
    }

    /**
     * A formula of the catalog as a parse tree.
     *
     * @return null where it names what the role may not see
     */
    ParseTreeNode expression(CalculatedMember member) {
        String formula = Unparser.unparse(member.formula());
        if (!context.isUnrestricted() && !member.inQuery()) {
            try {
                context.describe("WITH MEMBER [Measures].[ ] AS " + formula + " SELECT FROM " + getUniqueName());
            } catch (EngineException e) {
                return null;
            }
        }
        return new DefaultMdxParserImpl().parseExpression(formula);
    }

    @Override
    public Collection<Locale> getSupportedLocales() {
        return List.of(Locale.ENGLISH, Locale.CHINESE);
    }

    @Override
    public Member lookupMember(List<IdentifierSegment> nameParts) throws OlapException {
        return metaOrNull(new MemberLookup(element, access).find(nameParts));
    }

    /** A member of any connection and any state of the catalog as this cube has it; null when it has none. */
    MemberMeta lookupMember(Member member) throws OlapException {
        if (member instanceof MemberMeta meta && meta.element.hierarchy().cube() == element) {
            return access.canSee(meta.element.hierarchy()) && access.canSee(meta.element) ? meta(meta.element) : null;
        }
        return (MemberMeta) lookupMember(IdentifierParser.parseIdentifier(member.getUniqueName()));
    }

    @Override
    public List<Member> lookupMembers(Set<Member.TreeOp> treeOps, List<IdentifierSegment> nameParts)
            throws OlapException {
        MemberMeta member = metaOrNull(new MemberLookup(element, access).find(nameParts));
        return member == null ? List.of() : TreeOperations.apply(member, treeOps);
    }

    @Override
    public boolean isDrillThroughEnabled() {
        return element.drillThroughRefusal().isEmpty();
    }
}
