package org.shapan.warehouse.generator;

import java.util.Locale;
import org.shapan.warehouse.feed.Profile;

/** A province of this profile does not fit into the heap. The message is one sentence for a person; {@link #remedy()} says what to do. */
public final class NotEnoughMemoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MIB = 1 << 20;

    private final long needed;

    /**
     * @param needed bytes
     * @param heap bytes
     */
    NotEnoughMemoryException(Profile profile, long needed, long heap) {
        super(String.format(
                Locale.ROOT,
                "profile %s needs about %,d MiB of heap and has %,d",
                profile.key(),
                needed / MIB,
                heap / MIB));
        this.needed = needed;
    }

    /** What a person can do about it, one sentence. A tenth more than needed: part of {@code -Xmx} never counts as heap. */
    public String remedy() {
        return "Give it more with SHAPAN_JAVA_OPTS=-Xmx%dm, or take a smaller profile"
                .formatted(needed / MIB * 11 / 10 + 1);
    }
}
