package org.shapan.warehouse.generator;

import java.nio.charset.StandardCharsets;

/**
 * Opens the stream of an entity: SplitMix64(seed XOR FNV-1a-64("stream|natural key")) (domain §9.1), so that one
 * entity's draws never depend on another's.
 */
final class Streams {

    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private final long seed;

    Streams(long seed) {
        this.seed = seed;
    }

    Stream open(String stream, String naturalKey) {
        return new Stream(seedOf(text(text(FNV_OFFSET, stream + "|"), naturalKey)));
    }

    /** A family of streams whose natural keys are numbers joined by bars; opened often, so it hashes no strings. */
    Family family(String stream) {
        long prefix = text(FNV_OFFSET, stream);
        return new Family(prefix);
    }

    private long seedOf(long hash) {
        return Stream.splitMix64(seed ^ hash);
    }

    private static long text(long hash, String text) {
        long h = hash;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            h = (h ^ (b & 0xFF)) * FNV_PRIME;
        }
        return h;
    }

    private static long number(long hash, long value) {
        long h = (hash ^ '|') * FNV_PRIME;
        long power = 1;
        while (value / power >= 10) {
            power *= 10;
        }
        for (; power > 0; power /= 10) {
            h = (h ^ ('0' + value / power % 10)) * FNV_PRIME;
        }
        return h;
    }

    /** Streams of one name. */
    final class Family {

        private final long prefix;

        private Family(long prefix) {
            this.prefix = prefix;
        }

        Stream open(long key) {
            return new Stream(seedOf(number(prefix, key)));
        }

        Stream open(long key, long part) {
            return new Stream(seedOf(number(number(prefix, key), part)));
        }

        Stream open(long key, long part, long piece) {
            return new Stream(seedOf(number(number(number(prefix, key), part), piece)));
        }
    }
}
