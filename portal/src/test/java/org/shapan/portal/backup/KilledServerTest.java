package org.shapan.portal.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.portal.CiProvince;
import org.shapan.portal.ServerProcess;
import org.shapan.portal.TestPortal;
import org.shapan.portal.account.Accounts;
import org.shapan.portal.account.NewAccount;

/** A server that is killed at random times, from its start on, while people sign in. Loads that are killed: {@code KilledLoadTest}. */
class KilledServerTest {
    /** Made before the first kill; an account that a start made anew would prove nothing. */
    private static final String WITNESS = "witness";

    private static final String PASSWORD = "a grain of sand";
    private static final int KILLS = Integer.getInteger("shapan.kills", 3);
    private static final int LONGEST_MILLIS = 12_000;

    @TempDir
    Path data;

    @Test
    void theDirectoryOfAKilledServerStartsAgain() throws Exception {
        String given = System.getenv("SHAPAN_SEED");
        long seed = given == null ? System.nanoTime() : Long.parseLong(given);
        System.out.println("KilledServerTest: SHAPAN_SEED=" + seed);
        Random random = new Random(seed);
        CiProvince.copy(data);
        try (TestPortal portal = TestPortal.start(data, Map.of())) {
            portal.server()
                    .bean(Accounts.class)
                    .create(new NewAccount(WITNESS, "Witness", PASSWORD, Set.of("admin"), List.of()));
        }
        for (int i = 0; i < KILLS; i++) {
            try (ServerProcess server =
                    ServerProcess.start(data, Map.of(), List.of("--data", data.toString(), "--port", "0"))) {
                Thread people = Thread.ofVirtual().start(() -> signInAgainAndAgain(server));
                Thread.sleep(random.nextInt(LONGEST_MILLIS));
                server.kill();
                people.join();
            }
        }

        try (TestPortal portal = TestPortal.start(data, Map.of())) {
            assertThat(portal.server().province().ready()).isTrue();
            assertThat(portal.server().setupUrl())
                    .as("accounts are still there")
                    .isNull();
            assertThat(portal.visitor().signIn(WITNESS, PASSWORD).headers().firstValue("Location"))
                    .get()
                    .asString()
                    .doesNotContain("failed");
        }
    }

    private static void signInAgainAndAgain(ServerProcess server) {
        try {
            String url = server.url();
            while (true) {
                TestPortal.visitorOf(url).signIn(WITNESS, PASSWORD);
            }
        } catch (Exception e) {
            // The server has been killed.
        }
    }
}
