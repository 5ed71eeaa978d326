package org.shapan.warehouse.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StreamTest {

    @Test
    void followsSplitMix64AsPublished() {
        // The first outputs of SplitMix64 from state 1234567.
        Stream stream = new Stream(1234567);

        assertThat(stream.nextLong()).isEqualTo(6457827717110365317L);
        assertThat(stream.nextLong()).isEqualTo(3203168211198807973L);
    }

    @Test
    void numericKeysAreTheKeysAsText() {
        Streams streams = new Streams(GeneratorOptions.DEFAULT_SEED);

        assertThat(streams.family("shock").open(200901, 7).nextLong())
                .isEqualTo(streams.open("shock", "200901|7").nextLong());
        assertThat(streams.family("shock").open(0, 10, 200901).nextLong())
                .isEqualTo(streams.open("shock", "0|10|200901").nextLong());
    }

    @Test
    void streamsDifferBySeedNameAndKey() {
        Streams streams = new Streams(1);

        long first = streams.open("life", "C1").nextLong();

        assertThat(streams.open("life", "C1").nextLong()).isEqualTo(first);
        assertThat(streams.open("life", "C2").nextLong()).isNotEqualTo(first);
        assertThat(streams.open("fate", "C1").nextLong()).isNotEqualTo(first);
        assertThat(new Streams(2).open("life", "C1").nextLong()).isNotEqualTo(first);
    }

    @Test
    void drawsHaveTheMeansTheyClaim() {
        Stream stream = new Stream(42);
        int draws = 200_000;
        double gaussian = 0;
        double squares = 0;
        double poisson = 0;
        double geometric = 0;
        for (int i = 0; i < draws; i++) {
            double g = stream.gaussian();
            gaussian += g;
            squares += g * g;
            poisson += stream.poisson(3.3);
            geometric += stream.geometric(8);
        }

        assertThat(gaussian / draws).isCloseTo(0, within(0.01));
        assertThat(squares / draws).isCloseTo(1, within(0.02));
        assertThat(poisson / draws).isCloseTo(3.3, within(0.03));
        assertThat(geometric / draws).isCloseTo(8, within(0.1));
    }

    @Test
    void chooserDrawsByWeightAndNeverAWeightOfZero() {
        Chooser chooser = Chooser.of(0, 3, 0, 1, 0);
        int[] drawn = new int[5];
        Stream stream = new Stream(7);
        for (int i = 0; i < 40_000; i++) {
            drawn[chooser.draw(stream)]++;
        }

        assertThat(drawn[0] + drawn[2] + drawn[4]).isZero();
        assertThat(drawn[1] / (double) drawn[3]).isCloseTo(3, within(0.15));
    }
}
