package org.shapan.engine.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.catalog.Faults;
import org.shapan.engine.catalog.Place;

/** Takes what rules find; the same thing found in several cubes is kept once. */
final class Findings {
    private static final String SEE_MESSAGE = "Correct it as the message says; docs/catalog.md describes every element";

    private final Set<Finding> found = new LinkedHashSet<>();
    private String rule = "";

    /** The rule that speaks from now on. */
    void by(String ruleName) {
        this.rule = ruleName;
    }

    void error(Place place, String what, String remedy) {
        found.add(new Finding(rule, Severity.ERROR, place, what, remedy));
    }

    void warning(Place place, String what, String remedy) {
        found.add(new Finding(rule, Severity.WARNING, place, what, remedy));
    }

    void hint(Place place, String what, String remedy) {
        found.add(new Finding(rule, Severity.HINT, place, what, remedy));
    }

    /** Each fault that an exception of reading, binding or compiling stands for, as an error. */
    void faults(EngineException exception) {
        for (EngineException fault : Faults.of(exception)) {
            Place place = fault.file().isPresent() && fault.region().isPresent()
                    ? new Place(fault.file().get(), fault.region().get())
                    : null;
            error(place, fault.what(), fault.remedy().orElse(SEE_MESSAGE));
        }
    }

    /** By place: file, line, column; those without a place last. */
    List<Finding> inOrder() {
        List<Finding> ordered = new ArrayList<>(found);
        ordered.sort(Comparator.comparing(
                Finding::place,
                Comparator.nullsLast(Comparator.comparing(Place::file)
                        .thenComparing(p -> p.region().line())
                        .thenComparing(p -> p.region().column()))));
        return List.copyOf(ordered);
    }
}
