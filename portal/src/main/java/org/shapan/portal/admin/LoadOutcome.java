package org.shapan.portal.admin;

import org.shapan.portal.widget.State;
import org.shapan.warehouse.load.LoadEntry;

/** What became of a load, as the screen says it. */
enum LoadOutcome {
    RUNNING(State.NONE),
    LOADED(State.GREEN),
    /** Published without the rows in quarantine. */
    PARTLY(State.YELLOW),
    UNCHANGED(State.NONE),
    REFUSED(State.RED),
    KILLED(State.RED);

    private final State mark;

    LoadOutcome(State mark) {
        this.mark = mark;
    }

    State mark() {
        return mark;
    }

    String textKey() {
        return "admin.loads.outcome." + name();
    }

    static LoadOutcome of(LoadEntry load) {
        return switch (load.outcome()) {
            case LoadEntry.RUNNING -> RUNNING;
            case LoadEntry.LOADED -> load.badRows() > 0 ? PARTLY : LOADED;
            case LoadEntry.UNCHANGED -> UNCHANGED;
            case LoadEntry.KILLED -> KILLED;
            default -> REFUSED;
        };
    }
}
