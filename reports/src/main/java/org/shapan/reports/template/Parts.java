package org.shapan.reports.template;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;
import net.sf.jasperreports.engine.JasperReport;

/** The subreports that templates share: head and foot of every page, tiles. Templates use it as parameter {@code PARTS}. */
public final class Parts {
    private final Map<String, JasperReport> parts;

    Parts(Map<String, JasperReport> parts) {
        this.parts = Map.copyOf(parts);
    }

    Set<String> names() {
        return parts.keySet();
    }

    /** @throws NullPointerException when there is no such part */
    public JasperReport report(String name) {
        return requireNonNull(parts.get(name), () -> "there is no part " + name + "; there are " + parts.keySet());
    }
}
