package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.shapan.engine.sql.SqlExecutor;

/**
 * The members of one shared hierarchy in one data version, loaded level by level when they are first asked for. Ids
 * are given in order of loading and stay: all that uses the hierarchy speaks of the same ids, and in the next version a member keeps the
 * id that it has, whatever its place in the order becomes ({@link #rank}). Only trees begin anew.
 *
 * <p>Thread-safe. A level loads under a lock; when loading fails the next caller tries again. Methods that take an id need its level
 * loaded, which it is when the id was handed out.
 */
final class MemberTable implements MemberColumns {
    static final String NULL_NAME = "#null";
    private static final int NAME_INDEX_FROM = 24;

    private final HierarchySource source;
    private final SqlExecutor sql;
    private final DimensionKeys keys;
    private final boolean ragged;
    /** The table of the version before, until all levels are loaded. */
    private volatile MemberTable before;
    /** The next free id, of all versions together. */
    private final AtomicInteger next;

    private final ReentrantLock lock = new ReentrantLock();
    /** By depth; written under the lock, each once. */
    private final LevelMembers[] loaded;
    /** How many of {@code loaded} are there; read before them. */
    private volatile int loadedCount;

    private volatile int[] ranks;
    /** 0 until everything is loaded. */
    private volatile int size;

    private final Map<Integer, IdList> visibleChildren = new ConcurrentHashMap<>();
    private final Map<Integer, Map<String, Integer>> childrenByName = new ConcurrentHashMap<>();

    MemberTable(HierarchySource source, SqlExecutor sql) {
        this(source, sql, null);
    }

    /** @param before the same hierarchy in an earlier data version, or null */
    MemberTable(HierarchySource source, SqlExecutor sql, MemberTable before) {
        this.source = source;
        this.sql = sql;
        this.keys = new DimensionKeys(this, sql);
        this.ragged = source.isRagged();
        this.before = source.isParentChild() || before == null ? null : before.mostLoaded();
        this.next = this.before == null ? new AtomicInteger() : this.before.next;
        this.loaded = new LevelMembers[source.depthCount()];
        if (source.hasAll()) {
            loaded[0] = this.before == null ? allLevel(next) : this.before.loaded[0];
            loadedCount = 1;
        }
    }

    /** Itself, or the version before when fewer levels have been asked for since. */
    private MemberTable mostLoaded() {
        MemberTable earlier = before;
        return earlier != null && earlier.loadedCount > loadedCount ? earlier : this;
    }

    /** Whether ids mean the same members as in another version's table of the hierarchy. */
    boolean continues(MemberTable other) {
        return next == other.next;
    }

    private static LevelMembers allLevel(AtomicInteger next) {
        return new LevelMembers(
                MemberIds.countingUp(next, 1),
                new int[] {-1},
                new Object[1],
                new String[1],
                List.of(),
                new String[1][0],
                List.of(),
                new Object[1][0],
                new BitSet(),
                new LevelMembers.Links(new int[] {0, 1}, null),
                null,
                true);
    }

    HierarchySource source() {
        return source;
    }

    DimensionKeys keys() {
        return keys;
    }

    boolean hasAll() {
        return source.hasAll();
    }

    boolean isRagged() {
        return ragged;
    }

    boolean isLoaded(int depth) {
        return depth < loadedCount;
    }

    /** The members of a level; loads them, and those above, when they are not there. */
    LevelMembers level(int depth) {
        if (depth >= loadedCount) {
            load(depth);
        }
        return loaded[depth];
    }

    private void load(int depth) {
        lock.lock();
        try {
            while (loadedCount <= depth) {
                readTo(MemberQuery.lastTogether(source, loadedCount, depth));
            }
            if (loadedCount == loaded.length) {
                before = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Reads the levels from the first that is missing. */
    private void readTo(int last) {
        int first = loadedCount;
        MemberRows rows = new MemberQuery(source, first, last, parentIdentity(first)).run(sql);
        for (int depth = first; depth <= last; depth++) {
            loaded[depth] = level(depth, rows);
            loadedCount = depth + 1;
        }
    }

    /** Depths of the levels whose keys tell the parent of a member of {@code depth}; those levels are loaded. */
    private List<Integer> parentIdentity(int depth) {
        return depth > source.firstDepth() ? identity(depth - 1) : List.of();
    }

    private LevelMembers level(int depth, MemberRows read) {
        LevelSource level = source.level(depth);
        List<Integer> identity = parentIdentity(depth);
        List<LevelLoader.Placed> rows = new ArrayList<>();
        for (MemberRows.Row row : read.of(depth, identity)) {
            int parent = depth == 0 ? -1 : identity.isEmpty() ? 0 : find(identity, row.ancestors());
            if (parent >= 0 || depth == 0) {
                rows.add(new LevelLoader.Placed(parent, row));
            }
        }
        LevelMembers above = depth == 0 ? null : loaded[depth - 1];
        LevelMembers earlier = before != null && depth < before.loadedCount ? before.loaded[depth] : null;
        boolean wantUnique = level.declaredUnique() || level.isParentChild() || depth == source.firstDepth();
        return new LevelLoader(level, next, earlier, above, wantUnique, (name, parent) -> hides(level, name, parent))
                .load(rows);
    }

    private boolean hides(LevelSource level, String name, int parent) {
        return switch (level.hideMemberIf()) {
            case NEVER -> false;
            case IF_BLANK_NAME -> name == null || name.isBlank();
            case IF_PARENTS_NAME ->
                name == null
                        || name.isBlank()
                        || (parent >= 0
                                && !isAll(parent)
                                && name.equals(of(parent).name(parent)));
        };
    }

    private boolean isAll(int id) {
        return id == 0 && source.hasAll();
    }

    /** Depths of the levels whose keys together tell a member of {@code depth}, from the top; {@code depth} is the last. */
    List<Integer> identity(int depth) {
        int from = depth;
        while (from > source.firstDepth() && !level(from).unique()) {
            from--;
        }
        List<Integer> depths = new ArrayList<>();
        for (int d = from; d <= depth; d++) {
            depths.add(d);
        }
        return depths;
    }

    /** @param keys normalised, one per depth of an {@link #identity} */
    int find(List<Integer> identity, Object[] keys) {
        int top = identity.get(0);
        int id = loaded[top].unique() ? loaded[top].find(keys[0]) : -1;
        for (int i = 1; i < keys.length && id >= 0; i++) {
            id = loaded[identity.get(i)].find(id, keys[i]);
        }
        return id;
    }

    /** The level that has an id. */
    LevelMembers of(int id) {
        int count = loadedCount;
        for (int d = 0; d < count; d++) {
            if (loaded[d].contains(id)) {
                return loaded[d];
            }
        }
        throw new IllegalArgumentException("no member has the id " + id);
    }

    int levelDepth(int id) {
        int count = loadedCount;
        for (int d = 0; d < count; d++) {
            if (loaded[d].contains(id)) {
                return d;
            }
        }
        throw new IllegalArgumentException("no member has the id " + id);
    }

    /** Children as stored, hidden ones included. */
    private IdList storedChildren(int id) {
        int depth = levelDepth(id);
        LevelMembers own = loaded[depth];
        if (own.nests()) {
            return own.nestedChildren(id);
        }
        return depth + 1 == source.depthCount()
                ? IdList.EMPTY
                : level(depth + 1).childrenOf(own.position(id));
    }

    IdList children(int id) {
        return ragged ? visibleChildren.computeIfAbsent(id, this::withoutHidden) : storedChildren(id);
    }

    private IdList withoutHidden(int id) {
        IdList.Builder visible = new IdList.Builder();
        addVisible(storedChildren(id), visible);
        return visible.build();
    }

    private void addVisible(IdList ids, IdList.Builder visible) {
        for (int i = 0; i < ids.size(); i++) {
            int id = ids.get(i);
            if (of(id).hidden(id)) {
                addVisible(storedChildren(id), visible);
            } else {
                visible.add(id);
            }
        }
    }

    IdList roots() {
        IdList stored = level(0).childrenOf(0);
        if (!ragged) {
            return stored;
        }
        IdList.Builder visible = new IdList.Builder();
        addVisible(stored, visible);
        return visible.build();
    }

    /** Visible members of a level. */
    IdList members(int depth) {
        LevelMembers members = level(depth);
        if (!members.anyHidden()) {
            return members.ids();
        }
        IdList.Builder visible = new IdList.Builder();
        IdList all = members.ids();
        for (int i = 0; i < all.size(); i++) {
            if (!members.hidden(all.get(i))) {
                visible.add(all.get(i));
            }
        }
        return visible.build();
    }

    /** Nearest ancestor that is shown; -1 for a root. */
    int visibleParent(int id) {
        int parent = parent(id);
        while (parent >= 0 && of(parent).hidden(parent)) {
            parent = parent(parent);
        }
        return parent;
    }

    /**
     * A visible child by name without regard to case, else a hidden one, which unique names of what is below it contain; -1 when there
     * is neither. With parent -1 a root.
     */
    int childByName(int parent, String name) {
        IdList children = parent < 0 ? roots() : children(parent);
        Integer found = children.size() < NAME_INDEX_FROM
                ? firstNamed(children, name)
                : childrenByName
                        .computeIfAbsent(parent, p -> indexByName(children))
                        .get(folded(name));
        if (found == null && ragged && parent >= 0) {
            found = firstNamed(storedChildren(parent), name);
        }
        return found == null ? -1 : found;
    }

    /** Null when none has the name. */
    private Integer firstNamed(IdList ids, String name) {
        for (int i = 0; i < ids.size(); i++) {
            if (name(ids.get(i)).equalsIgnoreCase(name)) {
                return ids.get(i);
            }
        }
        return null;
    }

    private Map<String, Integer> indexByName(IdList ids) {
        Map<String, Integer> index = new ConcurrentHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            index.putIfAbsent(folded(name(ids.get(i))), ids.get(i));
        }
        return index;
    }

    private static String folded(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** A visible child by key text, or -1; with parent -1 a member of the first level that has it, among levels with unique keys. */
    int childByKey(int parent, String text) {
        for (Object key : Keys.ofText(text)) {
            if (parent < 0) {
                for (int depth = source.firstDepth(); depth < source.depthCount(); depth++) {
                    LevelMembers members = level(depth);
                    int id = members.unique() ? members.find(key) : -1;
                    if (id >= 0 && !members.hidden(id)) {
                        return id;
                    }
                }
            } else {
                IdList children = children(parent);
                for (int i = 0; i < children.size(); i++) {
                    if (Objects.equals(key(children.get(i)), key)) {
                        return children.get(i);
                    }
                }
            }
        }
        return -1;
    }

    @Override
    public int parent(int id) {
        return of(id).parent(id);
    }

    @Override
    public int depth(int id) {
        return levelDepth(id) + of(id).nestedDepth(id);
    }

    @Override
    public String name(int id) {
        String name = of(id).name(id);
        return name == null ? NULL_NAME : name;
    }

    @Override
    public Object key(int id) {
        return of(id).key(id);
    }

    @Override
    public String caption(int id, Locale locale) {
        return of(id).caption(id, locale);
    }

    @Override
    public Object property(int id, String name) {
        return of(id).property(id, name);
    }

    @Override
    public int rank(int id) {
        int[] known = ranks;
        if (known == null) {
            level(source.depthCount() - 1);
            known = preorder();
            ranks = known;
        }
        return known[id];
    }

    @Override
    public int compare(int a, int b) {
        int depthA = levelDepth(a);
        int depthB = levelDepth(b);
        int shared = Math.min(depthA, depthB);
        LevelMembers level = loaded[shared];
        int order = Integer.compare(level.position(up(a, shared)), level.position(up(b, shared)));
        return order == 0 ? Integer.compare(depthA, depthB) : order;
    }

    /** The ancestor in the level at {@code depth}, or the member itself. */
    private int up(int id, int depth) {
        int at = id;
        while (levelDepth(at) > depth) {
            at = parent(at);
        }
        return at;
    }

    private int[] preorder() {
        int[] rank = new int[size()];
        int count = 0;
        IdList roots = loaded[0].childrenOf(0);
        int[] stack = new int[rank.length + 1];
        int top = 0;
        for (int i = roots.size() - 1; i >= 0; i--) {
            stack[top++] = roots.get(i);
        }
        while (top > 0) {
            int id = stack[--top];
            rank[id] = count++;
            IdList children = storedChildren(id);
            for (int i = children.size() - 1; i >= 0; i--) {
                stack[top++] = children.get(i);
            }
        }
        return rank;
    }

    /** More than the largest id; loads everything. */
    int size() {
        if (size == 0) {
            level(source.depthCount() - 1);
            size = next.get();
        }
        return size;
    }
}
