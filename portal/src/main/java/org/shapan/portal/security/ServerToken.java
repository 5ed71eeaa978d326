package org.shapan.portal.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The secret of {@code server.json}: who can read that file (mode 0600) may call {@code /internal/**}. */
public record ServerToken(String value) {
    boolean matches(String candidate) {
        return candidate != null
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "ServerToken[***]";
    }
}
