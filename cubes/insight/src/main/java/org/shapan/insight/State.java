package org.shapan.insight;

/** Colour of an indicator; in ascending order of trouble, so that the worst of several is their maximum. */
public enum State {
    /** Not judged: too little history, no value, no rule. */
    NONE,
    GREEN,
    YELLOW,
    RED;

    public State worst(State other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
