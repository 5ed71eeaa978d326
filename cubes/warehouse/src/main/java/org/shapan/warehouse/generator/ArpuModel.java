package org.shapan.warehouse.generator;

import java.util.Arrays;

/**
 * What every customer is billed in every month (domain §9.3): level^γ × city scale × season × trend × shock × share of
 * the month in net. γ is found by bisection so that the top 32 % by ARPU3 hold 72 % of the last month's revenue; the
 * scales so that ARPU of the last quarter is 68.9 over all and 81.3 in city 1.
 */
final class ArpuModel {

    static final double TOP = 0.32;
    static final double TOP_SHARE = 0.72;
    static final double MEAN = 68.9;
    static final double FIRST_CITY_MEAN = 81.3;

    private static final double SHOCK = 0.12;
    private static final double MEMORY = 0.5;
    private static final double CAP = 3000;
    private static final int QUARTER = Months.LAST - 2;

    private final Geography geography;
    private final Customers customers;
    /** Season × trend × shock × part of the month, 0 where the customer is not in net. */
    private final float[][] factors;

    private final double[] levels;
    private double gamma = 1;
    private double[] scales;

    private ArpuModel(Province province, Customers customers) {
        this.geography = province.geography();
        this.customers = customers;
        this.factors = factors(province);
        this.levels = new double[customers.count];
    }

    /** Billed fen of customer i in month m at {@code [m][i]}; 0 where the customer is not in net. */
    static int[][] fees(Province province, Customers customers) {
        ArpuModel model = new ArpuModel(province, customers);
        model.calibrate();
        return model.fees();
    }

    private float[][] factors(Province province) {
        Streams.Family shocks = province.streams().family("shock");
        float[][] result = new float[Months.COUNT][customers.count];
        double renewal = SHOCK * StrictMath.sqrt(1 - MEMORY * MEMORY);
        double[][] season = new double[Months.COUNT][Brands.COUNT * 2];
        for (int m = 0; m < Months.COUNT; m++) {
            for (int b = 0; b < Brands.COUNT; b++) {
                season[m][b] = Seasonality.revenue(m, b, false);
                season[m][Brands.COUNT + b] = Seasonality.revenue(m, b, true);
            }
        }
        for (int i = 0; i < customers.count; i++) {
            Stream stream = shocks.open(customers.keyMonth[i], customers.keyPlace[i]);
            double shock = SHOCK * stream.gaussian();
            for (int m = Math.max(0, customers.activation[i]); m < Months.COUNT; m++) {
                shock = MEMORY * shock + renewal * stream.gaussian();
                if (customers.present(i, m)) {
                    boolean campus = geography.areas().get(customers.area(i, m)).campus();
                    result[m][i] = (float) (season[m][customers.brand(i, m) + (campus ? Brands.COUNT : 0)]
                            * StrictMath.exp(shock - SHOCK * SHOCK / 2)
                            * customers.part(i, m));
                }
            }
        }
        return result;
    }

    private void calibrate() {
        double low = 0.6;
        double high = 1.5;
        for (int i = 0; i < 24; i++) {
            gamma = (low + high) / 2;
            scale();
            if (topShare() < TOP_SHARE) {
                low = gamma;
            } else {
                high = gamma;
            }
        }
    }

    private void scale() {
        for (int i = 0; i < customers.count; i++) {
            levels[i] = Math.min(CAP, StrictMath.exp(gamma * customers.logLevel[i]));
        }
        double[] fee = new double[2];
        double[] customerMonths = new double[2];
        for (int m = QUARTER; m <= Months.LAST; m++) {
            for (int i = 0; i < customers.count; i++) {
                fee[first(i, m)] += levels[i] * factors[m][i];
                customerMonths[first(i, m)] += customers.atEnd(i, m) ? 0.5 : 0;
                customerMonths[first(i, Math.max(0, m - 1))] += customers.atStart(i, m) ? 0.5 : 0;
            }
        }
        double firstScale = FIRST_CITY_MEAN * customerMonths[1] / fee[1];
        double otherMean = (MEAN * (customerMonths[0] + customerMonths[1]) - FIRST_CITY_MEAN * customerMonths[1])
                / customerMonths[0];
        scales = new double[] {otherMean * customerMonths[0] / fee[0], firstScale};
    }

    private int first(int i, int month) {
        return geography.areas().get(customers.area(i, month)).city() == 0 ? 1 : 0;
    }

    private double fee(int i, int month) {
        return factors[month][i] == 0 ? 0 : scales[first(i, month)] * levels[i] * factors[month][i];
    }

    private double topShare() {
        double[] arpu3 = new double[customers.count];
        double[] sorted = new double[customers.count];
        int inNet = 0;
        double all = 0;
        for (int i = 0; i < customers.count; i++) {
            all += fee(i, Months.LAST);
            if (customers.atEnd(i, Months.LAST)) {
                int months = 0;
                for (int m = QUARTER - 1; m < Months.LAST; m++) {
                    if (customers.present(i, m)) {
                        months++;
                        arpu3[i] += fee(i, m);
                    }
                }
                arpu3[i] = months == 0 ? fee(i, Months.LAST) : arpu3[i] / months;
                sorted[inNet++] = arpu3[i];
            }
        }
        Arrays.sort(sorted, 0, inNet);
        double cut = sorted[inNet - (int) (inNet * TOP)];
        double top = 0;
        for (int i = 0; i < customers.count; i++) {
            if (arpu3[i] >= cut && customers.atEnd(i, Months.LAST)) {
                top += fee(i, Months.LAST);
            }
        }
        return top / all;
    }

    private int[][] fees() {
        int[][] fees = new int[Months.COUNT][customers.count];
        for (int m = 0; m < Months.COUNT; m++) {
            for (int i = 0; i < customers.count; i++) {
                fees[m][i] = (int) Math.round(100 * fee(i, m));
            }
        }
        return fees;
    }
}
