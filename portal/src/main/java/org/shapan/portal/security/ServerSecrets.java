package org.shapan.portal.security;

import org.shapan.portal.account.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keys of the server that outlive its process; made when they are first asked for. */
@Component
class ServerSecrets {
    private final JdbcClient jdbc;

    ServerSecrets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String get(String name) {
        return jdbc.sql("select content from server_secret where name = ?")
                .param(name)
                .query(String.class)
                .optional()
                .orElseGet(() -> {
                    String made = Secret.random();
                    jdbc.sql("insert into server_secret (name, content) values (?, ?)")
                            .params(name, made)
                            .update();
                    return made;
                });
    }
}
