package org.shapan.engine.star;

import java.util.Locale;

/** A member that comes from rows of a dimension table, or the all member. A flyweight over {@link MemberColumns}. */
public final class StoredMember extends Member {
    private final MemberColumns columns;
    /** Row in the columns; differs from the id for data members only. */
    private final int row;

    private final int id;
    private final Level level;
    private final StoredMember parent;
    /** Only of the all member, whose name is a matter of the usage. */
    private final String allName;

    private final Labels allLabels;
    /** Made when first asked for; two threads may make the same. */
    private String uniqueName;

    /**
     * @param level level of this cube's usage at the member's depth
     * @param parent nearest visible ancestor, null for a root
     */
    StoredMember(MemberColumns columns, int id, Level level, StoredMember parent, String uniqueName) {
        this(columns, id, id, level, parent, uniqueName, null, null);
    }

    private StoredMember(
            MemberColumns columns,
            int row,
            int id,
            Level level,
            StoredMember parent,
            String uniqueName,
            String allName,
            Labels allLabels) {
        super(level.hierarchy());
        this.columns = columns;
        this.row = row;
        this.id = id;
        this.level = level;
        this.parent = parent;
        this.uniqueName = uniqueName;
        this.allName = allName;
        this.allLabels = allLabels;
    }

    static StoredMember all(MemberColumns columns, Level level, String name, Labels labels) {
        return new StoredMember(columns, 0, 0, level, null, null, name, labels);
    }

    /** The member whose unique name follows from its stored parent. */
    static StoredMember of(MemberColumns columns, int id, Level level, StoredMember parent) {
        return new StoredMember(columns, id, id, level, parent, null, null, null);
    }

    static StoredMember data(StoredMember owner, int id) {
        return new StoredMember(owner.columns, owner.id, id, owner.level, owner, owner.uniqueName(), null, null);
    }

    /**
     * Whether this stands for the rows of its {@link #parent} alone, without those of the parent's descendants; only in parent-child
     * hierarchies. It has an id of its own, but name and key of the parent.
     */
    public boolean isDataMember() {
        return row != id;
    }

    /**
     * Keys on the way down to this member, hidden ancestors of a ragged hierarchy included: the last {@code length} of them, the
     * member's own last. So {@code keyPath(path.keys().size())} are the values of {@link LevelPath#keys()} at this member.
     *
     * @return values as normalised by the engine: {@code Long} for whole numbers, {@code BigDecimal}, {@code String}, {@code Boolean},
     *     {@code java.time}; null for a null key
     */
    public Object[] keyPath(int length) {
        return columns.keyPath(row, length);
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

    /** As {@link #parent}, but a hidden one of a ragged hierarchy counts: by these, rows add up level by level. */
    public StoredMember storedParent() {
        int above = isDataMember() ? parent.id() : columns.parent(row);
        return above < 0 ? null : (StoredMember) hierarchy().member(above);
    }

    @Override
    public int depth() {
        return columns.depth(row) + (isDataMember() ? 1 : 0);
    }

    @Override
    public int rank() {
        return columns.rank(row);
    }

    @Override
    public int compareRank(Member other) {
        return other instanceof StoredMember stored ? columns.compare(row, stored.row) : super.compareRank(other);
    }

    @Override
    public Object key() {
        return columns.key(row);
    }

    @Override
    public Object property(String name) {
        return columns.property(row, name);
    }

    @Override
    public boolean isAll() {
        return level.isAll();
    }

    @Override
    public String name() {
        return allName == null ? columns.name(row) : allName;
    }

    @Override
    public String uniqueName() {
        String known = uniqueName;
        if (known == null) {
            known = prefix() + "." + Names.bracketed(name());
            uniqueName = known;
        }
        return known;
    }

    /** Unique names leave out the all member, keep hidden ancestors, and say the level where they would name one else. */
    private String prefix() {
        int above = columns.parent(row);
        if (above > 0 || (above == 0 && !hierarchy().hasAll())) {
            return hierarchy().member(above).uniqueName();
        }
        String name = name();
        boolean readsAsLevel =
                hierarchy().levels().stream().anyMatch(l -> l.name().equalsIgnoreCase(name));
        return readsAsLevel
                ? hierarchy().uniqueName() + "." + Names.bracketed(level.name())
                : hierarchy().uniqueName();
    }

    @Override
    public String caption(Locale locale) {
        if (allLabels != null) {
            return allLabels.caption(locale, name());
        }
        String caption = columns.caption(row, locale);
        return caption == null ? name() : caption;
    }
}
