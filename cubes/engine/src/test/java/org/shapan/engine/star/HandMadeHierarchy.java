package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.shapan.engine.sql.DataType;
import org.shapan.engine.sql.SqlExecutor;

/** A hierarchy of a {@link HandMadeStar}; also its own dimension's only hierarchy. Members are loaded at once, ordered by key. */
public final class HandMadeHierarchy implements Hierarchy {
    private final HandMadeStar cube;
    private final SqlExecutor sql;
    private final String name;
    private final int ordinal;
    private final boolean hasAll;
    private final List<Level> levels = new ArrayList<>();
    private final List<List<String>> keyColumns = new ArrayList<>();
    private final Columns columns = new Columns();
    private final List<StoredMember> members = new ArrayList<>();
    private final Map<Integer, List<Member>> children = new HashMap<>();
    private final Map<List<Object>, Integer> byKeys = new HashMap<>();
    private final NullMember nullMember = new NullMember(this);
    private List<LevelPath.Join> joins = List.of();
    private Level finest;
    private boolean tree;

    HandMadeHierarchy(HandMadeStar cube, SqlExecutor sql, String name, int ordinal, boolean hasAll) {
        this.cube = cube;
        this.sql = sql;
        this.name = name;
        this.ordinal = ordinal;
        this.hasAll = hasAll;
        if (hasAll) {
            addLevel("(All)", List.of(), true);
            add(null, levels.getFirst(), "All " + name, null);
        }
    }

    void addLevel(String levelName, List<String> keys, boolean all) {
        levels.add(new HandMadeLevel(this, levelName, levels.size(), all, tree));
        keyColumns.add(keys);
    }

    void load(String table, String alias, String join, String... levelColumns) {
        joins = join == null ? List.of() : List.of(new LevelPath.Join(new Relation(table, alias, null), join));
        List<String> keys = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (String column : levelColumns) {
            boolean unique = !column.endsWith("*");
            String key = alias + "." + (unique ? column : column.substring(0, column.length() - 1));
            if (unique) {
                keys.clear();
            }
            keys.add(key);
            all.add(key);
            addLevel(column.replace("*", ""), List.copyOf(keys), false);
        }
        finest = levels.getLast();
        String text = "SELECT DISTINCT " + String.join(", ", all) + " FROM " + table + " AS " + alias + " ORDER BY "
                + String.join(", ", all);
        for (Object[] row : rows(text, all.size())) {
            StoredMember parent = hasAll ? members.getFirst() : null;
            for (int k = 0; k < row.length; k++) {
                Level level = levels.get(k + (hasAll ? 1 : 0));
                int above = k;
                StoredMember under = parent;
                parent = children(parent).stream()
                        .filter(m -> Objects.equals(m.key(), row[above]))
                        .map(StoredMember.class::cast)
                        .findFirst()
                        .orElseGet(() -> add(under, level, String.valueOf(row[above]), row[above]));
                int count = keyColumns.get(level.depth()).size();
                byKeys.put(lookupKey(level, Arrays.copyOfRange(row, k + 1 - count, k + 1)), parent.id());
            }
        }
    }

    void loadTree(String table, String alias, String join, String key, String parentColumn) {
        tree = true;
        joins = List.of(new LevelPath.Join(new Relation(table, alias, null), join));
        addLevel(key, List.of(alias + "." + key), false);
        finest = levels.getLast();
        Map<Object, Object> parents = new LinkedHashMap<>();
        for (Object[] row : rows("SELECT " + key + ", " + parentColumn + " FROM " + table + " ORDER BY 1", 2)) {
            parents.put(row[0], row[1]);
        }
        parents.keySet().forEach(k -> addToTree(k, parents));
    }

    private StoredMember addToTree(Object key, Map<Object, Object> parents) {
        Integer known = byKeys.get(lookupKey(finest, new Object[] {key}));
        if (known != null) {
            return members.get(known);
        }
        Object above = parents.get(key);
        StoredMember parent = above == null ? members.getFirst() : addToTree(above, parents);
        StoredMember member = add(parent, finest, String.valueOf(key), key);
        byKeys.put(lookupKey(finest, new Object[] {key}), member.id());
        return member;
    }

    private List<Object[]> rows(String text, int width) {
        return sql.query(text, List.of(), Unhurried.EXECUTION, rows -> {
            List<Object[]> all = new ArrayList<>();
            while (rows.next()) {
                Object[] row = new Object[width];
                for (int i = 0; i < width; i++) {
                    row[i] = rows.getObject(i + 1);
                }
                all.add(row);
            }
            return all;
        });
    }

    private StoredMember add(StoredMember parent, Level level, String memberName, Object key) {
        int id = members.size();
        columns.parents.add(parent == null ? -1 : parent.id());
        columns.names.add(memberName);
        columns.keys.add(key);
        String above = parent == null || parent.isAll() ? "[" + name + "]" : parent.uniqueName();
        StoredMember member = new StoredMember(columns, id, level, parent, above + ".[" + memberName + "]");
        members.add(member);
        children.computeIfAbsent(parent == null ? -1 : parent.id(), p -> new ArrayList<>())
                .add(member);
        return member;
    }

    private static List<Object> lookupKey(Level level, Object[] keys) {
        List<Object> key = new ArrayList<>(Arrays.asList(keys));
        key.add(level.depth());
        return key;
    }

    /** The fact knows levels down to this one only. */
    public HandMadeHierarchy reachingTo(String level) {
        finest = levels.stream().filter(l -> l.name().equals(level)).findFirst().orElseThrow();
        return this;
    }

    LevelPath path(Level level) {
        List<LevelPath.KeyExpression> keys = keyColumns.get(level.depth()).stream()
                .map(k -> new LevelPath.KeyExpression(k, typeOf(level, k)))
                .toList();
        return new LevelPath(joins, keys, values -> byKeys.getOrDefault(lookupKey(level, values), -1));
    }

    private DataType typeOf(Level level, String column) {
        Level own = levels.stream()
                .filter(l -> !keyColumns.get(l.depth()).isEmpty()
                        && keyColumns.get(l.depth()).getLast().equals(column))
                .findFirst()
                .orElse(level);
        return members(own).stream().anyMatch(m -> m.key() instanceof Number) ? DataType.LONG : DataType.STRING;
    }

    boolean reaches(Level level) {
        return level.depth() <= finest.depth();
    }

    /** The member with these names below the all member. */
    public Member at(Object... path) {
        Member member = hasAll ? allMember() : null;
        for (Object step : path) {
            Member parent = member;
            member = childByName(parent, String.valueOf(step));
            if (member == null) {
                throw new IllegalArgumentException("no member " + step + " below " + parent);
            }
        }
        return member;
    }

    public Level level(String levelName) {
        return levels.stream()
                .filter(l -> l.name().equals(levelName))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Cube cube() {
        return cube;
    }

    @Override
    public Dimension dimension() {
        return new HandMadeDimension(this);
    }

    @Override
    public int ordinal() {
        return ordinal;
    }

    @Override
    public boolean isMeasures() {
        return ordinal == 0;
    }

    @Override
    public boolean hasAll() {
        return hasAll;
    }

    @Override
    public Member allMember() {
        return hasAll ? members.getFirst() : null;
    }

    @Override
    public Member defaultMember() {
        return members.getFirst();
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
        return tree;
    }

    @Override
    public boolean isRagged() {
        return false;
    }

    @Override
    public Member member(int id) {
        return members.get(id);
    }

    @Override
    public List<Member> roots() {
        return children.get(-1);
    }

    @Override
    public List<Member> children(Member parent) {
        return Collections.unmodifiableList(children.getOrDefault(parent == null ? -1 : parent.id(), List.of()));
    }

    @Override
    public List<Member> members(Level level) {
        return members.stream()
                .filter(m -> m.level() == level)
                .map(Member.class::cast)
                .toList();
    }

    @Override
    public Member childByName(Member parentOrNull, String childName) {
        return children(parentOrNull).stream()
                .filter(m -> m.name().equalsIgnoreCase(childName))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Member childByKey(Member parentOrNull, String key) {
        return childByName(parentOrNull, key);
    }

    @Override
    public Member dataMember(Member member) {
        return tree && !member.isAll()
                ? StoredMember.data((StoredMember) member, members.size() + member.id())
                : member;
    }

    @Override
    public int nextCalculatedId() {
        throw new UnsupportedOperationException("no calculated members here");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String uniqueName() {
        return "[" + name + "]";
    }

    @Override
    public String caption(Locale locale) {
        return name;
    }

    @Override
    public String description(Locale locale) {
        return null;
    }

    @Override
    public boolean visible() {
        return true;
    }

    @Override
    public Map<String, String> annotations() {
        return Map.of();
    }

    /** Members' columns; the rank is the id, as members are added in order. */
    private static final class Columns implements MemberColumns {
        private final List<Integer> parents = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final List<Object> keys = new ArrayList<>();

        @Override
        public int parent(int id) {
            return parents.get(id);
        }

        @Override
        public int depth(int id) {
            int depth = 0;
            for (int p = parents.get(id); p >= 0; p = parents.get(p)) {
                depth++;
            }
            return depth;
        }

        @Override
        public String name(int id) {
            return names.get(id);
        }

        @Override
        public Object key(int id) {
            return keys.get(id);
        }

        @Override
        public String caption(int id, Locale locale) {
            return null;
        }

        @Override
        public Object property(int id, String property) {
            return null;
        }

        @Override
        public int compare(int a, int b) {
            return Integer.compare(a, b);
        }

        @Override
        public int rank(int id) {
            return id;
        }
    }
}
