package org.shapan.portal.frame;

import java.util.Set;

/** A view with filters that others have, too: what is chosen in one is carried in the URL to the next. */
public interface Scoped {
    String PERIOD = "period";
    String AREA = "area";
    String BRAND = "brand";

    /** Names of those query parameters that the view understands. */
    Set<String> scope();
}
