package org.shapan.warehouse.generator;

import java.util.Arrays;

/**
 * All customers that ever were, as columns; the place of a customer is the order of activation and of numbers. A life
 * is at most: activation, leaving, return, leaving again; and at most one change each of brand, plan and micro area.
 */
final class Customers {

    /** Stands for a month that does not come. */
    static final byte NEVER = Byte.MAX_VALUE;

    /** Month of activation of a spare, a number that only anomalies give to somebody. */
    static final short SPARE = Short.MAX_VALUE;

    private static final long FIRST_NUMBER = 23_500_000_007L;
    private static final long NUMBER_STEP = 37;

    int count;

    /** Natural key of the customer's streams: activation month and place in it. */
    int[] keyMonth = new int[0];

    int[] keyPlace = new int[0];

    /** Epoch day of activation. */
    int[] activated = new int[0];
    /** Index of the month of activation, negative before the simulation. */
    short[] activation = new short[0];

    byte[] brand = new byte[0];
    byte[] newBrand = new byte[0];
    byte[] brandChange = new byte[0];
    short[] plan = new short[0];
    short[] newPlan = new short[0];
    byte[] planChange = new byte[0];
    short[] area = new short[0];
    short[] newArea = new short[0];
    byte[] areaChange = new byte[0];
    /** Group, or −1. */
    int[] group = new int[0];
    /** Acquisition channel. */
    short[] channel = new short[0];

    short[] birthYear = new short[0];
    boolean[] male = new boolean[0];
    boolean[] postpaid = new boolean[0];
    boolean[] silent = new boolean[0];

    /** Signs of a number kept for its commission only (domain §7.3), bit 0 for the first; 0 of a real customer. */
    byte[] signs = new byte[0];

    /** Natural logarithm of the latent revenue level before calibration. */
    float[] logLevel = new float[0];

    /** Months of leaving, return and leaving again. */
    byte[] left = new byte[0];

    byte[] back = new byte[0];
    byte[] leftAgain = new byte[0];

    /** Day of the month on which a leaver leaves, 1 to 28. */
    byte[] leavingDay = new byte[0];

    /** The same of one who leaves again. */
    byte[] leavingAgainDay = new byte[0];

    private long[] life = new long[0];

    /** Makes room for one more customer and gives its place. */
    int add() {
        if (count == keyMonth.length) {
            grow(Math.max(1024, count + count / 2));
        }
        brandChange[count] = NEVER;
        planChange[count] = NEVER;
        areaChange[count] = NEVER;
        left[count] = NEVER;
        back[count] = NEVER;
        leftAgain[count] = NEVER;
        group[count] = -1;
        return count++;
    }

    long number(int i) {
        return FIRST_NUMBER + NUMBER_STEP * i;
    }

    /** In net at the end of the month. */
    boolean atEnd(int i, int month) {
        return activation[i] <= month && (month < left[i] || (month >= back[i] && month < leftAgain[i]));
    }

    boolean atStart(int i, int month) {
        return atEnd(i, month - 1);
    }

    boolean isNew(int i, int month) {
        return activation[i] == month;
    }

    boolean isLeft(int i, int month) {
        return left[i] == month || leftAgain[i] == month;
    }

    boolean isBack(int i, int month) {
        return back[i] == month;
    }

    /** In net at some time of the month, so that there is a row for it. */
    boolean present(int i, int month) {
        return atEnd(i, month) || isLeft(i, month);
    }

    int brand(int i, int month) {
        return month >= brandChange[i] ? newBrand[i] : brand[i];
    }

    int plan(int i, int month) {
        return month >= planChange[i] ? newPlan[i] : plan[i];
    }

    int area(int i, int month) {
        return month >= areaChange[i] ? newArea[i] : area[i];
    }

    /** Whole months since activation. */
    int tenure(int i, int month) {
        return month - activation[i];
    }

    /** First day of the month on which the customer is in net, from 1. */
    int firstDay(int i, int month) {
        if (isNew(i, month)) {
            return activated[i] - Months.firstDay(month) + 1;
        }
        return isBack(i, month) ? 15 : 1;
    }

    /** Last day of the month on which the customer is in net. */
    int lastDay(int i, int month) {
        return left[i] == month ? leavingDay[i] : leftAgain[i] == month ? leavingAgainDay[i] : Months.days(month);
    }

    /** Share of the month in net. */
    double part(int i, int month) {
        return (lastDay(i, month) - firstDay(i, month) + 1) / (double) Months.days(month);
    }

    long life(int i) {
        return life[i];
    }

    void life(int i, long state) {
        life[i] = state;
    }

    /** The customer, in net at the end of the month, leaves on a day of it, or on its first day in net, for good. */
    void leave(int i, int month, int day) {
        int first = firstDay(i, month);
        if (month < back[i]) {
            left[i] = (byte) month;
            back[i] = NEVER;
            leftAgain[i] = NEVER;
            leavingDay[i] = (byte) Math.max(day, first);
        } else {
            leftAgain[i] = (byte) month;
            leavingAgainDay[i] = (byte) Math.max(day, first);
        }
    }

    /** A copy that shares nothing with this one. */
    Customers copy() {
        Customers copy = new Customers();
        copy.count = count;
        copy.keyMonth = keyMonth.clone();
        copy.keyPlace = keyPlace.clone();
        copy.activated = activated.clone();
        copy.activation = activation.clone();
        copy.brand = brand.clone();
        copy.newBrand = newBrand.clone();
        copy.brandChange = brandChange.clone();
        copy.plan = plan.clone();
        copy.newPlan = newPlan.clone();
        copy.planChange = planChange.clone();
        copy.area = area.clone();
        copy.newArea = newArea.clone();
        copy.areaChange = areaChange.clone();
        copy.group = group.clone();
        copy.channel = channel.clone();
        copy.birthYear = birthYear.clone();
        copy.male = male.clone();
        copy.postpaid = postpaid.clone();
        copy.silent = silent.clone();
        copy.signs = signs.clone();
        copy.logLevel = logLevel.clone();
        copy.left = left.clone();
        copy.back = back.clone();
        copy.leftAgain = leftAgain.clone();
        copy.leavingDay = leavingDay.clone();
        copy.leavingAgainDay = leavingAgainDay.clone();
        copy.life = life.clone();
        return copy;
    }

    private void grow(int capacity) {
        keyMonth = Arrays.copyOf(keyMonth, capacity);
        keyPlace = Arrays.copyOf(keyPlace, capacity);
        activated = Arrays.copyOf(activated, capacity);
        activation = Arrays.copyOf(activation, capacity);
        brand = Arrays.copyOf(brand, capacity);
        newBrand = Arrays.copyOf(newBrand, capacity);
        brandChange = Arrays.copyOf(brandChange, capacity);
        plan = Arrays.copyOf(plan, capacity);
        newPlan = Arrays.copyOf(newPlan, capacity);
        planChange = Arrays.copyOf(planChange, capacity);
        area = Arrays.copyOf(area, capacity);
        newArea = Arrays.copyOf(newArea, capacity);
        areaChange = Arrays.copyOf(areaChange, capacity);
        group = Arrays.copyOf(group, capacity);
        channel = Arrays.copyOf(channel, capacity);
        birthYear = Arrays.copyOf(birthYear, capacity);
        male = Arrays.copyOf(male, capacity);
        postpaid = Arrays.copyOf(postpaid, capacity);
        silent = Arrays.copyOf(silent, capacity);
        signs = Arrays.copyOf(signs, capacity);
        logLevel = Arrays.copyOf(logLevel, capacity);
        left = Arrays.copyOf(left, capacity);
        back = Arrays.copyOf(back, capacity);
        leftAgain = Arrays.copyOf(leftAgain, capacity);
        leavingDay = Arrays.copyOf(leavingDay, capacity);
        leavingAgainDay = Arrays.copyOf(leavingAgainDay, capacity);
        life = Arrays.copyOf(life, capacity);
    }
}
