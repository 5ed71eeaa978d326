package org.shapan.engine.access;

import java.util.List;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;

/** Everything of a cube, without a question asked. */
record FullAccess(Cube cube) implements CubeAccess {
    @Override
    public boolean canSee(Hierarchy hierarchy) {
        return true;
    }

    @Override
    public boolean canSee(Member member) {
        return true;
    }

    @Override
    public List<Level> levels(Hierarchy hierarchy) {
        return hierarchy.levels();
    }

    @Override
    public Member defaultMember(Hierarchy hierarchy) {
        return hierarchy.defaultMember();
    }

    @Override
    public Member parent(Member member) {
        return member.parent();
    }

    @Override
    public List<Member> roots(Hierarchy hierarchy) {
        return hierarchy.roots();
    }

    @Override
    public List<Member> children(Member parent) {
        return parent.hierarchy().children(parent);
    }

    @Override
    public List<Member> members(Level level) {
        return level.hierarchy().members(level);
    }

    @Override
    public int memberCount(Level level) {
        return level.memberCount();
    }

    @Override
    public Member childByName(Hierarchy hierarchy, Member parent, String name) {
        return hierarchy.childByName(parent, name);
    }

    @Override
    public Member childByKey(Hierarchy hierarchy, Member parent, String key) {
        return hierarchy.childByKey(parent, key);
    }

    @Override
    public List<Member> rollup(Member member) {
        return null;
    }

    @Override
    public List<Member> rows(Member member) {
        return null;
    }

    @Override
    public boolean restrictsRollup(Hierarchy hierarchy) {
        return false;
    }
}
