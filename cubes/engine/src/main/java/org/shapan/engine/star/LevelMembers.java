package org.shapan.engine.star;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The members of one level as columns in hierarchical order, under their {@link MemberIds}. Immutable.
 *
 * <p>In a level without nesting the children of a member follow each other. A parent-child level is in preorder and {@link Nesting} tells
 * the tree.
 */
final class LevelMembers {
    final int size;
    private final MemberIds ids;
    private final int[] parent;
    private final Object[] key;
    private final String[] name;
    private final List<String> languages;
    private final String[][] captions;
    private final Map<String, Integer> propertyIndex;
    private final Object[][] properties;
    private final BitSet hidden;
    private final Nesting nesting;
    private final boolean unique;
    private final Map<Object, Integer> byKey;

    /**
     * @param firstChild per member of the level above (one entry when there is none): index of its first child among those in
     *     {@code children}; one more entry at the end
     * @param children ids; null when they are the members of the level in order
     */
    record Links(int[] firstChild, int[] children) {
        IdList of(int parentIndex, MemberIds ids) {
            int from = firstChild[parentIndex];
            int count = firstChild[parentIndex + 1] - from;
            return children == null ? ids.list(from, count) : new IdList(children, from, count);
        }
    }

    /**
     * @param depth below the roots of the tree
     * @param links children within the level, by index
     */
    record Nesting(int[] depth, Links links) {}

    private final Links links;

    LevelMembers(
            MemberIds ids,
            int[] parent,
            Object[] key,
            String[] name,
            List<String> languages,
            String[][] captions,
            List<String> propertyNames,
            Object[][] properties,
            BitSet hidden,
            Links links,
            Nesting nesting,
            boolean wantUnique) {
        this.ids = ids;
        this.size = ids.size();
        this.parent = parent;
        this.key = key;
        this.name = name;
        this.languages = languages;
        this.captions = captions;
        this.propertyIndex = new HashMap<>();
        for (int i = 0; i < propertyNames.size(); i++) {
            propertyIndex.put(propertyNames.get(i).toLowerCase(Locale.ROOT), i);
        }
        this.properties = properties;
        this.hidden = hidden;
        this.links = links;
        this.nesting = nesting;
        Map<Object, Integer> index = wantUnique ? indexByKey() : null;
        this.unique = index != null;
        this.byKey = unique ? index : indexByParentAndKey();
    }

    private record ChildKey(int parent, Object key) {}

    /** Null when a key occurs twice, whatever the catalog says. */
    private Map<Object, Integer> indexByKey() {
        Map<Object, Integer> index = HashMap.newHashMap(size);
        for (int i = 0; i < size; i++) {
            if (index.putIfAbsent(key[i], ids.id(i)) != null) {
                return null;
            }
        }
        return index;
    }

    private Map<Object, Integer> indexByParentAndKey() {
        Map<Object, Integer> index = HashMap.newHashMap(size);
        for (int i = 0; i < size; i++) {
            index.put(new ChildKey(parent[i], key[i]), ids.id(i));
        }
        return index;
    }

    /** Whether a key alone tells the member. */
    boolean unique() {
        return unique;
    }

    /** Id by key; only when {@link #unique}. -1 when there is none. */
    int find(Object wanted) {
        Integer id = byKey.get(wanted);
        return id == null ? -1 : id;
    }

    /** Id of a child by key; -1 when there is none. */
    int find(int parentId, Object wanted) {
        if (unique) {
            int id = find(wanted);
            return id >= 0 && parent(id) == parentId ? id : -1;
        }
        Integer id = byKey.get(new ChildKey(parentId, wanted));
        return id == null ? -1 : id;
    }

    boolean contains(int id) {
        return ids.contains(id);
    }

    IdList ids() {
        return ids.list(0, size);
    }

    /** Where in the order of the level a member stands, from 0. */
    int position(int id) {
        return ids.position(id);
    }

    /** -1 for a root. In the level above, or in this one when members nest. */
    int parent(int id) {
        return parent[position(id)];
    }

    Object key(int id) {
        return key[position(id)];
    }

    /** Null for a null name. */
    String name(int id) {
        return name[position(id)];
    }

    boolean hidden(int id) {
        return hidden.get(position(id));
    }

    boolean anyHidden() {
        return !hidden.isEmpty();
    }

    /** Depth in the tree; 0 in a level without nesting. */
    int nestedDepth(int id) {
        return nesting == null ? 0 : nesting.depth()[position(id)];
    }

    boolean nests() {
        return nesting != null;
    }

    /** Members of this level whose parent is the member at {@code parentIndex} of the level above; index 0 when there is none. */
    IdList childrenOf(int parentIndex) {
        return links.of(parentIndex, ids);
    }

    /** Children within this level. */
    IdList nestedChildren(int id) {
        return nesting.links().of(position(id), ids);
    }

    /** Null when the level has none in this language, nor a default. */
    String caption(int id, Locale locale) {
        int index = languages.indexOf(locale.getLanguage());
        if (index < 0) {
            index = languages.indexOf("");
        }
        return index < 0 ? null : captions[position(id)][index];
    }

    Object property(int id, String wanted) {
        Integer index = propertyIndex.get(wanted.toLowerCase(Locale.ROOT));
        return index == null ? null : properties[position(id)][index];
    }
}
