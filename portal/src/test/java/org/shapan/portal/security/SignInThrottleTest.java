package org.shapan.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    private final AtomicLong nanos = new AtomicLong();
    private final SignInThrottle throttle =
            new SignInThrottle(new SignInSettings(3, 5, Duration.ofMinutes(15), Duration.ZERO, 2), nanos::get);

    @Test
    void anAccountIsLockedFromEveryAddress() {
        fail("ann", "10.0.0.1", 3);

        assertThat(throttle.locked("ann", "10.0.0.2")).isTrue();
        assertThat(throttle.locked("bob", "10.0.0.2")).isFalse();
    }

    @Test
    void anAddressThatTriesManyAccountsIsLockedForAll() {
        for (int i = 0; i < 5; i++) {
            fail("user" + i, "10.0.0.1", 1);
        }

        assertThat(throttle.locked("fresh", "10.0.0.1")).isTrue();
        assertThat(throttle.locked("fresh", "10.0.0.2")).isFalse();
    }

    @Test
    void aSuccessForgetsTheFailuresOfTheAccount() {
        fail("ann", "10.0.0.1", 2);
        throttle.succeeded("ann");
        fail("ann", "10.0.0.1", 2);

        assertThat(throttle.locked("ann", "10.0.0.2")).isFalse();
    }

    @Test
    void aLockEndsByItself() {
        fail("ann", "10.0.0.1", 3);

        nanos.addAndGet(Duration.ofMinutes(16).toNanos());

        assertThat(throttle.locked("ann", "10.0.0.1")).isFalse();
    }

    private void fail(String login, String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(login, address);
        }
    }
}
