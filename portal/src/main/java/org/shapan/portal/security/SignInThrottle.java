package org.shapan.portal.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Counts failed sign-ins by account and by address and locks both for a while. Unknown accounts are counted as known
 * ones, so that the lock tells nothing. The counters are bounded and live in memory: a restart forgets them.
 */
@Component
public class SignInThrottle {
    private static final int MAX_COUNTERS = 10_000;

    private final SignInSettings settings;
    private final Cache<String, AtomicInteger> byAccount;
    private final Cache<String, AtomicInteger> byAddress;

    @Autowired
    public SignInThrottle(SignInSettings settings) {
        this(settings, Ticker.systemTicker());
    }

    SignInThrottle(SignInSettings settings, Ticker ticker) {
        this.settings = settings;
        this.byAccount = counters(ticker);
        this.byAddress = counters(ticker);
    }

    public boolean locked(String login, String address) {
        return count(byAccount, login) >= settings.maxFailures()
                || count(byAddress, address) >= settings.maxFailuresPerAddress();
    }

    public void failed(String login, String address) {
        increment(byAccount, login);
        increment(byAddress, address);
    }

    /** Forgets the failures of the account; those of the address stay, or one known password would reset them. */
    public void succeeded(String login) {
        byAccount.invalidate(login);
    }

    private Cache<String, AtomicInteger> counters(Ticker ticker) {
        return Caffeine.newBuilder()
                .maximumSize(MAX_COUNTERS)
                .expireAfterWrite(settings.lock())
                .ticker(ticker)
                .build();
    }

    private static int count(Cache<String, AtomicInteger> counters, String key) {
        AtomicInteger counter = counters.getIfPresent(key);
        return counter == null ? 0 : counter.get();
    }

    private static void increment(Cache<String, AtomicInteger> counters, String key) {
        counters.asMap().compute(key, (k, old) -> new AtomicInteger(old == null ? 1 : old.get() + 1));
    }
}
