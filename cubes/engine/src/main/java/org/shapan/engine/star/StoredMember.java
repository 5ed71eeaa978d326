package org.shapan.engine.star;

import java.util.Locale;

/** A member that comes from rows of a dimension table, or the all member. A flyweight over {@link MemberColumns}. */
public final class StoredMember extends Member {
    private final MemberColumns columns;
    private final int id;
    private final Level level;
    private final StoredMember parent;
    private final String uniqueName;

    /**
     * @param level level of this cube's usage at the member's depth
     * @param parent null for a root
     */
    StoredMember(MemberColumns columns, int id, Level level, StoredMember parent, String uniqueName) {
        super(level.hierarchy());
        this.columns = columns;
        this.id = id;
        this.level = level;
        this.parent = parent;
        this.uniqueName = uniqueName;
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
        return columns.depth(id);
    }

    @Override
    public int rank() {
        return columns.rank(id);
    }

    @Override
    public Object key() {
        return columns.key(id);
    }

    @Override
    public Object property(String name) {
        return columns.property(id, name);
    }

    @Override
    public boolean isAll() {
        return level.isAll();
    }

    @Override
    public String name() {
        return columns.name(id);
    }

    @Override
    public String uniqueName() {
        return uniqueName;
    }

    @Override
    public String caption(Locale locale) {
        String caption = columns.caption(id, locale);
        return caption == null ? name() : caption;
    }
}
