package org.shapan.warehouse.generator;

/** Kinds of channels with their shares (domain §9.4), in the order of the channel codes. */
enum ChannelKind {
    AGENT(0.52, 0.503),
    DESIGNATED(0.27, 0.071),
    ELECTRONIC(0.03, 0.27),
    OWN(0.14, 0.156),
    DIRECT(0.04, 0);

    /** Share of electronic channels in the last month; it rises linearly from the first. */
    static final double ELECTRONIC_LAST = 0.42;

    private final double newNumbers;
    private final double transactions;

    ChannelKind(double newNumbers, double transactions) {
        this.newNumbers = newNumbers;
        this.transactions = transactions;
    }

    /** Share of new numbers. */
    double newNumbers() {
        return newNumbers;
    }

    /** Share of transactions in a month; electronic channels grow at the expense of the others. */
    double transactions(int month) {
        double progress = Math.max(0, Months.progress(month));
        double electronic = ELECTRONIC.transactions + (ELECTRONIC_LAST - ELECTRONIC.transactions) * progress;
        return this == ELECTRONIC ? electronic : transactions * (1 - electronic) / (1 - ELECTRONIC.transactions);
    }

    /** Whether it keeps a stock of numbers and stands in a micro area. */
    boolean outlet() {
        return this == AGENT || this == DESIGNATED || this == OWN;
    }

    boolean social() {
        return this == AGENT || this == DESIGNATED;
    }
}
