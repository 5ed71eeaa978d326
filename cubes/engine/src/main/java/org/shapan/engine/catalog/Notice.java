package org.shapan.engine.catalog;

/** Something in a catalog that has no effect here. */
public record Notice(String text, Place place) {
    @Override
    public String toString() {
        return place + ": " + text;
    }
}
