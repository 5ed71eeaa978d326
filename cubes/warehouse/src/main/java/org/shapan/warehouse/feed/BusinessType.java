package org.shapan.warehouse.feed;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A kind of transaction (domain §4.6), from the table {@code business_type.csv} beside this class.
 *
 * @param code code, e.g. {@code B01}
 * @param zh Chinese name
 * @param en English name
 * @param sixS 6S class: sales, strategic, incentive, retention, service or sensitive
 * @param value customer value: high, potential or low
 * @param risk low, mid or high
 * @param kind what is counted besides the transaction: release, terminal, recharge, order or other
 * @param weight relative frequency over all channels
 */
public record BusinessType(
        String code, String zh, String en, String sixS, String value, String risk, String kind, int weight) {

    /** All business types in the order of their codes. */
    public static final List<BusinessType> ALL = read();

    public BusinessType {
        requireNonNull(code, "code is null");
    }

    private static List<BusinessType> read() {
        try (InputStream in = BusinessType.class.getResourceAsStream("business_type.csv")) {
            requireNonNull(in, "business_type.csv is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(f -> new BusinessType(f[0], f[1], f[2], f[3], f[4], f[5], f[6], Integer.parseInt(f[7])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
