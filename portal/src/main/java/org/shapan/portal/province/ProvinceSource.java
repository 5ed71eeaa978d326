package org.shapan.portal.province;

import java.util.Optional;
import org.shapan.warehouse.Progress;

/** Where a province comes from: the warehouse, asked by {@link Province} only. */
public interface ProvinceSource {
    /** The data published now; empty before the first load. */
    Optional<DataState> published();

    /** Generates and loads a province; blocks until it is published. Nothing is published where it throws. */
    DataState prepare(Progress progress);
}
