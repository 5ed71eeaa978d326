package org.shapan.engine.star;

import java.util.Locale;

/** The member that is none: what navigation beyond an end gives. One per hierarchy. Cells at it are empty; sets drop it. */
public final class NullMember extends Member {

    NullMember(Hierarchy hierarchy) {
        super(hierarchy);
    }

    @Override
    public int id() {
        return Integer.MIN_VALUE;
    }

    @Override
    public Level level() {
        return hierarchy().levels().get(0);
    }

    @Override
    public Member parent() {
        return null;
    }

    @Override
    public int depth() {
        return 0;
    }

    @Override
    public int rank() {
        return -1;
    }

    @Override
    public Object key() {
        return null;
    }

    @Override
    public Object property(String name) {
        return null;
    }

    @Override
    public String name() {
        return "#null";
    }

    @Override
    public String uniqueName() {
        return hierarchy().uniqueName() + ".[#null]";
    }

    @Override
    public String caption(Locale locale) {
        return "#null";
    }
}
