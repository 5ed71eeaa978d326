package org.shapan.engine.star;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** Members of a hierarchy by their ids; makes no object until one is asked for. */
final class MemberList extends AbstractList<Member> implements RandomAccess {
    private final BoundHierarchy hierarchy;
    private final IdList ids;

    MemberList(BoundHierarchy hierarchy, IdList ids) {
        this.hierarchy = hierarchy;
        this.ids = ids;
    }

    @Override
    public Member get(int index) {
        Objects.checkIndex(index, ids.size());
        return hierarchy.member(ids.get(index));
    }

    @Override
    public int size() {
        return ids.size();
    }
}
