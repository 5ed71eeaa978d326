package org.shapan.warehouse.data;

import static java.util.Objects.requireNonNull;

/**
 * Who owns a DATA directory; the content of its {@code server.json}.
 *
 * @param pid process id of the owner
 * @param port loopback port the owner serves, or 0 while it has not announced one
 * @param path below which it serves, such as {@code /bi}; empty for the root
 * @param token secret that another process of the same user presents to the owner
 * @param startedAt UTC instant in ISO-8601
 */
public record ServerInfo(long pid, int port, String path, String token, String startedAt) {

    public ServerInfo {
        path = path == null ? "" : path; // files of earlier versions have none
        requireNonNull(token, "token is null");
        requireNonNull(startedAt, "startedAt is null");
    }

    /** Without the token: this text may be logged. */
    @Override
    public String toString() {
        return "process %d on port %d since %s".formatted(pid, port, startedAt);
    }
}
