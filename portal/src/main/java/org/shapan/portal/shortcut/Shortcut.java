package org.shapan.portal.shortcut;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A screen that somebody opened.
 *
 * @param link route and query, relative to the portal
 * @param viewKey key of the view's name in the texts
 * @param subject what was shown, as it was called on the screen
 */
public record Shortcut(String link, String viewKey, String subject, boolean favourite, Instant openedAt) {
    public Shortcut {
        requireNonNull(link, "link is null");
        requireNonNull(viewKey, "viewKey is null");
        requireNonNull(subject, "subject is null");
    }
}
