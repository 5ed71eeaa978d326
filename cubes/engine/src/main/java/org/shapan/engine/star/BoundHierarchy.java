package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntUnaryOperator;
import org.shapan.engine.catalog.CatalogErrors;
import org.shapan.engine.catalog.HierarchyDefinition;
import org.shapan.engine.catalog.LevelDefinition;

/** A hierarchy of a cube of a catalog: the members of a shared {@link MemberTable} under the names of this usage. */
final class BoundHierarchy implements Hierarchy {
    private final BoundDimension dimension;
    private final int ordinal;
    private final HierarchyDefinition definition;
    private final HierarchyIdentity identity;
    private final MemberTable table;
    private final Labels labels;
    private final List<Level> levels;
    private final NullMember nullMember;
    private final StoredMember allMember;
    private final AtomicInteger calculated = new AtomicInteger();
    /** Member objects by depth; made when the level is first used. */
    private final AtomicReferenceArray<AtomicReferenceArray<StoredMember>> members;
    /** Data members of a parent-child hierarchy, by id of their owner. */
    private volatile AtomicReferenceArray<StoredMember> dataMembers;

    private volatile Member defaultMember;

    BoundHierarchy(
            BoundDimension dimension,
            int ordinal,
            HierarchyDefinition definition,
            HierarchyIdentity identity,
            MemberTable table) {
        this.dimension = dimension;
        this.ordinal = ordinal;
        this.definition = definition;
        this.identity = identity;
        this.table = table;
        this.labels = labels(dimension, definition, identity);
        this.levels = makeLevels();
        this.members = new AtomicReferenceArray<>(levels.size());
        this.nullMember = new NullMember(this);
        this.allMember = table.hasAll()
                ? StoredMember.all(
                        table,
                        levels.get(0),
                        identity.allMemberName(),
                        new Labels(definition.allMemberCaptions(), Map.of(), true, null, Map.of()))
                : null;
    }

    /** As its name, so the caption of a hierarchy without one is its dimension's. */
    private static Labels labels(BoundDimension dimension, HierarchyDefinition definition, HierarchyIdentity identity) {
        Labels own = LabelsOf.presentation(definition.presentation());
        boolean unnamed = definition.name() == null && own.captions().isEmpty();
        return LabelsOf.captioned(unnamed ? LabelsOf.captionOf(dimension.labels(), own) : own, identity.shortName());
    }

    private List<Level> makeLevels() {
        List<Level> made = new ArrayList<>();
        if (table.hasAll()) {
            String name = definition.allLevelName() == null ? "(All)" : definition.allLevelName();
            made.add(new BoundLevel(this, name, 0, true, BoundLevel.Traits.PLAIN, Labels.NONE, () -> 1));
        }
        for (LevelDefinition level : definition.levels()) {
            int depth = made.size();
            made.add(new BoundLevel(
                    this,
                    level.name(),
                    depth,
                    false,
                    LevelTraits.of(level, table.source().level(depth)),
                    LabelsOf.presentation(level.presentation()),
                    () -> table.members(depth).size()));
        }
        return List.copyOf(made);
    }

    MemberTable table() {
        return table;
    }

    HierarchyDefinition definition() {
        return definition;
    }

    @Override
    public Cube cube() {
        return dimension.cube();
    }

    @Override
    public Dimension dimension() {
        return dimension;
    }

    @Override
    public int ordinal() {
        return ordinal;
    }

    @Override
    public boolean isMeasures() {
        return false;
    }

    @Override
    public boolean hasAll() {
        return table.hasAll();
    }

    @Override
    public Member allMember() {
        return allMember;
    }

    @Override
    public Member defaultMember() {
        Member known = defaultMember;
        if (known == null) {
            known = findDefaultMember();
            defaultMember = known;
        }
        return known;
    }

    private Member findDefaultMember() {
        if (definition.defaultMember() != null) {
            Member member = ElementLookup.member(this, definition.defaultMember());
            if (member == null) {
                throw CatalogErrors.invalid(
                        definition.place(),
                        "the default member '" + definition.defaultMember() + "' of " + uniqueName()
                                + " does not exist",
                        "Name a member that the rows have, or take defaultMember out");
            }
            return member;
        }
        if (allMember != null) {
            return allMember;
        }
        List<Member> roots = roots();
        return roots.isEmpty() ? nullMember : roots.get(0);
    }

    @Override
    public NullMember nullMember() {
        return nullMember;
    }

    @Override
    public List<Level> levels() {
        return levels;
    }

    @Override
    public boolean isParentChild() {
        return table.source().isParentChild();
    }

    @Override
    public boolean isRagged() {
        return table.isRagged();
    }

    @Override
    public boolean continues(Hierarchy earlier) {
        return earlier instanceof BoundHierarchy bound && table.continues(bound.table);
    }

    @Override
    public Member member(int id) {
        if (id == 0 && allMember != null) {
            return allMember;
        }
        if (isParentChild() && id >= table.size()) {
            return dataMember(id);
        }
        int depth = table.levelDepth(id);
        LevelMembers stored = table.level(depth);
        AtomicReferenceArray<StoredMember> made = members.get(depth);
        if (made == null) {
            members.compareAndSet(depth, null, new AtomicReferenceArray<>(stored.size));
            made = members.get(depth);
        }
        int index = stored.position(id);
        StoredMember member = made.get(index);
        if (member == null) {
            int parent = table.visibleParent(id);
            made.compareAndSet(
                    index,
                    null,
                    StoredMember.of(table, id, levels.get(depth), parent < 0 ? null : (StoredMember) member(parent)));
            member = made.get(index);
        }
        return member;
    }

    @Override
    public Member dataMember(Member member) {
        if (isParentChild() && member.isAll()) {
            return nullMember;
        }
        if (!isParentChild() || !(member instanceof StoredMember stored)) {
            return member;
        }
        return stored.isDataMember() ? stored : dataMember(stored.id() + table.size());
    }

    private Member dataMember(int id) {
        AtomicReferenceArray<StoredMember> made = dataMembers;
        if (made == null) {
            synchronized (this) {
                if (dataMembers == null) {
                    dataMembers = new AtomicReferenceArray<>(table.size());
                }
                made = dataMembers;
            }
        }
        int owner = id - table.size();
        if (made.get(owner) == null) {
            made.compareAndSet(owner, null, StoredMember.data((StoredMember) member(owner), id));
        }
        return made.get(owner);
    }

    @Override
    public void readTo(int depth) {
        table.level(Math.min(depth, levels.size() - 1));
    }

    @Override
    public List<Member> roots() {
        return new MemberList(this, table.roots());
    }

    @Override
    public List<Member> children(Member parent) {
        return parent instanceof StoredMember stored && !stored.isDataMember()
                ? new MemberList(this, table.children(stored.id()))
                : List.of();
    }

    @Override
    public List<Member> members(Level level) {
        return new MemberList(this, table.members(level.depth()));
    }

    @Override
    public Member childByName(Member parentOrNull, String name) {
        if (parentOrNull == null && allMember != null) {
            return allMember.name().equalsIgnoreCase(name) ? allMember : null;
        }
        return named(parentOrNull, p -> table.childByName(p, name));
    }

    @Override
    public Member childByKey(Member parentOrNull, String key) {
        return named(parentOrNull, p -> table.childByKey(p, key));
    }

    private Member named(Member parentOrNull, IntUnaryOperator find) {
        if (parentOrNull != null && !(parentOrNull instanceof StoredMember)) {
            return null;
        }
        int id = find.applyAsInt(parentOrNull == null ? -1 : parentOrNull.id());
        return id < 0 ? null : member(id);
    }

    @Override
    public int nextCalculatedId() {
        return calculated.decrementAndGet();
    }

    @Override
    public String folder() {
        return labels.folder();
    }

    @Override
    public String name() {
        return identity.name();
    }

    @Override
    public String uniqueName() {
        return identity.uniqueName();
    }

    @Override
    public String caption(Locale locale) {
        return labels.caption(locale, identity.shortName());
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

    @Override
    public String toString() {
        return uniqueName();
    }
}
