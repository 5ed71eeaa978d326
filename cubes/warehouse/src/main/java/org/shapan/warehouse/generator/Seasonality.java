package org.shapan.warehouse.generator;

/** Season, Spring Festival and trend (domain §9.3). */
final class Seasonality {

    private static final double[] REVENUE = {0, 0, 0.99, 0.99, 1.00, 0.99, 1.00, 1.00, 1.02, 1.02, 1.00, 1.02};
    private static final double[] NEW_NUMBERS = {0, 0, 0.97, 0.95, 0.97, 0.98, 1.05, 1.10, 1.35, 1.00, 0.96, 1.10};
    private static final double SF_REVENUE = 1.04;
    private static final double NO_SF_REVENUE = 0.97;
    private static final double SF_NEW = 0.85;
    private static final double NO_SF_NEW = 1.10;
    private static final double TREND = -0.002;
    private static final double[] WEEKDAY = {1.02, 1.01, 1.01, 1.01, 1.03, 0.98, 0.94};
    private static final double NEW_MEAN = newMean();

    private Seasonality() {}

    /** Whether the Spring Festival is in the month: 2008-02, 2009-01, 2010-02. */
    static boolean springFestival(int month) {
        return switch (Months.number(month)) {
            case 200802, 200901, 201002 -> true;
            default -> false;
        };
    }

    /** Factor on a customer's revenue: season of the brand and area type, and the trend relative to the last month. */
    static double revenue(int month, int brand, boolean campus) {
        int calendar = Months.of(month).getMonthValue();
        double factor = calendar <= 2 ? (springFestival(month) ? SF_REVENUE : NO_SF_REVENUE) : REVENUE[calendar - 1];
        if (brand == Brands.MZONE) {
            factor *= calendar == 7 || calendar == 8 ? 0.93 : calendar == 9 ? 1.07 : 1;
        }
        if (campus) {
            factor *= calendar == 7 || calendar == 8 ? 0.70 : calendar == 9 ? 1.15 : 1;
        }
        return factor * StrictMath.pow(1 + TREND, month - Months.LAST);
    }

    /** Factor on the activations of a month; its mean over a year is 1. */
    static double newNumbers(int month) {
        int calendar = Months.of(month).getMonthValue();
        double factor = calendar <= 2 ? (springFestival(month) ? SF_NEW : NO_SF_NEW) : NEW_NUMBERS[calendar - 1];
        return factor / NEW_MEAN;
    }

    /** How much likelier a campus wins a new customer in the month than its size says. */
    static double campusNew(int month) {
        return Months.of(month).getMonthValue() == 9 ? 3 : 1;
    }

    /** Factor on the events of a day, by its epoch day. */
    static double weekday(int epochDay) {
        return WEEKDAY[Math.floorMod(epochDay + 3, 7)];
    }

    private static double newMean() {
        double sum = SF_NEW + NO_SF_NEW;
        for (int i = 2; i < 12; i++) {
            sum += NEW_NUMBERS[i];
        }
        return sum / 12;
    }
}
