package org.shapan.warehouse.generator;

import java.util.HashMap;
import java.util.Map;
import org.shapan.warehouse.feed.Profile;

/** Who stands behind a number: the identity document it was bought with, the handset it is used in and who calls it. */
final class Identities {

    private static final int MODELS = 300;
    private static final int MODELS_SMALL = 80;
    private static final double ZIPF = 0.8;
    private static final int FIRST_TAC = 35_000_000;
    private static final int TAC_STEP = 41;
    private static final long SERIALS = 10_000_000;
    private static final int HOUSEHOLDS = 12;
    private static final double HOUSEHOLD = 0.06;
    private static final double CALLERS = 11;

    /** What was planted: numbers of one hand. Handset and document stand for all of them. */
    private record Hand(String document, int model, int handset) {}

    private final Customers customers;
    private final Chooser models;
    private final Streams streams;
    private final Streams.Family persons;
    private final Streams.Family in;
    private final Streams.Family out;
    private final Map<Integer, Hand> hands;

    Identities(Province province, Customers customers) {
        this(customers, province.streams(), models(province.profile()), Map.of());
    }

    private Identities(Customers customers, Streams streams, Chooser models, Map<Integer, Hand> hands) {
        this.customers = customers;
        this.models = models;
        this.streams = streams;
        this.persons = streams.family("identity");
        this.in = streams.family("calls-in");
        this.out = streams.family("calls-out");
        this.hands = new HashMap<>(hands);
    }

    private static Chooser models(Profile profile) {
        return Chooser.of(profile.customers() < 10_000 ? MODELS_SMALL : MODELS, model -> Chooser.zipf(model, ZIPF));
    }

    /** The same identities, to be changed without changing these. */
    Identities copy(Customers lives) {
        return new Identities(lives, streams, models, hands);
    }

    /**
     * Gives a number into another hand.
     *
     * @param document the hand's identity document
     * @param model index of the handset model, −1 when each number keeps its own handset
     * @param handset of that model
     */
    void assign(int i, String document, int model, int handset) {
        hands.put(i, new Hand(document, model, handset));
    }

    /** Identity document, as a pseudonym; members of a household share one. */
    String document(int i) {
        Hand hand = hands.get(i);
        if (hand != null && hand.document() != null) {
            return hand.document();
        }
        Stream stream = person(i);
        stream.uniform();
        return stream.chance(HOUSEHOLD)
                ? "F%09d".formatted(stream.below(1 + customers.count / HOUSEHOLDS))
                : "P%09d".formatted(i);
    }

    /** Type allocation code of the handset's model, eight digits. */
    String model(int i) {
        Hand hand = hands.get(i);
        int model = hand != null && hand.model() >= 0 ? hand.model() : models.draw(person(i));
        return String.valueOf(FIRST_TAC + TAC_STEP * model);
    }

    /** Its own number, fifteen digits. */
    String handset(int i) {
        Hand hand = hands.get(i);
        long serial = hand != null && hand.model() >= 0 ? SERIALS - 1 - hand.handset() : i;
        return model(i) + "%07d".formatted(serial);
    }

    /** Distinct numbers that called the customer in a month. */
    int callers(int i, int month) {
        return parties(i, month, in);
    }

    /** Distinct numbers that the customer called in a month. */
    int called(int i, int month) {
        return parties(i, month, out);
    }

    private int parties(int i, int month, Streams.Family family) {
        Stream stream = family.open(customers.keyMonth[i], customers.keyPlace[i], Months.number(month));
        Hand hand = hands.get(i);
        return hand != null && hand.model() >= 0
                ? stream.below(3)
                : 1 + stream.poisson(CALLERS * customers.part(i, month));
    }

    private Stream person(int i) {
        return persons.open(customers.keyMonth[i], customers.keyPlace[i]);
    }
}
