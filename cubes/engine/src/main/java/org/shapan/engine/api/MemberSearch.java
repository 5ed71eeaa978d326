package org.shapan.engine.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.olap4j.OlapException;
import org.olap4j.metadata.Level;
import org.olap4j.metadata.Member;
import org.olap4j.metadata.MetadataElement;

/**
 * Finds members and reads long lists a page at a time, as far as the connection's roles see them. Pages of one question fit together
 * as long as the data version stays.
 *
 * <p>Errors: MDX_UNKNOWN_NAME for an element that the roles do not see, BUDGET_EXCEEDED for a page larger than {@link #LARGEST_PAGE}.
 */
public interface MemberSearch {
    /** Most members of a page. */
    int LARGEST_PAGE = 1_000;

    /**
     * Members whose name or caption, in Chinese, English or the connection's language, contains a text in any case or reads like it in
     * pinyin, by initials or syllables. The best come first: the whole text, its beginning, its beginning in pinyin, any part, any part in
     * pinyin; then in order of levels and hierarchy. All members and members of hidden levels are not found.
     *
     * @param where a cube, dimension, hierarchy or level
     * @param text blank finds all
     * @param offset of the first member of the page, from 0
     */
    Page search(MetadataElement where, String text, int offset, int limit) throws OlapException;

    /**
     * Members by what people write of them in lists: in any case the name, unique name, key, a caption in Chinese, English or the
     * connection's language, or the value of a declared property that no other member has, such as a code. All texts are looked up
     * in one pass.
     *
     * @param where as for {@link #search}
     * @return for each text, stripped, its members in order of levels and hierarchy; an empty list where there is none
     */
    Map<String, List<Member>> named(MetadataElement where, Collection<String> texts) throws OlapException;

    /** Children in hierarchical order, calculated members last. */
    Page children(Member parent, int offset, int limit) throws OlapException;

    /** Members of a level in hierarchical order, calculated members last. */
    Page members(Level level, int offset, int limit) throws OlapException;

    /**
     * @param members of this page; empty behind the last
     * @param total number on all pages
     */
    record Page(List<Member> members, int total) {
        public Page {
            members = List.copyOf(members);
        }
    }
}
