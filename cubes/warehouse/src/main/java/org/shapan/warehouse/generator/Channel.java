package org.shapan.warehouse.generator;

import java.time.LocalDate;

/**
 * An outlet or a logical channel.
 *
 * @param index its place among the channels, which is the order of codes
 * @param area micro area, −1 of a logical channel
 * @param branch branch, −1 of a logical channel for the whole company
 * @param openMonth index of the first month it serves, −1 when that is before the simulation
 * @param closeMonth index of the first month it no longer serves, {@link Months#COUNT} when it stays open
 * @param weight how much it draws among its kind: Zipf times its sub-type's weight
 * @param costFactor factor on unit cost, 0.9 to 1.1
 */
record Channel(
        int index,
        String code,
        Names name,
        ChannelType type,
        int area,
        int branch,
        LocalDate opened,
        int openMonth,
        int closeMonth,
        int floorArea,
        int staff,
        double weight,
        double costFactor) {

    ChannelKind kind() {
        return type.kind();
    }

    boolean open(int month) {
        return month >= openMonth && month < closeMonth;
    }

    LocalDate closed() {
        return closeMonth >= Months.COUNT ? null : Months.of(closeMonth).atDay(1);
    }
}
