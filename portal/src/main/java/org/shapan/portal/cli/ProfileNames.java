package org.shapan.portal.cli;

import java.util.Arrays;
import java.util.Iterator;
import org.shapan.warehouse.feed.Profile;

/** The names of the profiles, for help and completion. */
final class ProfileNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(Profile.values()).map(Profile::key).iterator();
    }
}
