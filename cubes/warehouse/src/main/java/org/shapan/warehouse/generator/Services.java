package org.shapan.warehouse.generator;

import java.util.List;

/** Revenue items (domain §4.6), from {@code service.csv}; their order is the order of their codes. */
final class Services {

    /** Lines that carry a share of revenue (domain §9.3). */
    enum Line {
        VOICE,
        SMS,
        MMS,
        DATA,
        OWN,
        GROUP,
        OTHER,
        SP
    }

    /**
     * A revenue item.
     *
     * @param inner its share within the line
     * @param use share of customers that use it, by brand; of group items among members
     * @param price fen per unit of volume, 0 when it has none
     * @param unit what its volume counts: minute, message, kb or nothing
     */
    record Service(
            int index,
            String code,
            Names name,
            String lineClass,
            Names className,
            boolean data,
            boolean key16,
            boolean monternet,
            boolean group,
            Line line,
            double inner,
            double[] use,
            double price,
            String unit) {}

    static final List<Service> ALL = read();
    static final int COUNT = ALL.size();

    static final int PLAN_FEE = indexOf("S01");
    static final int LOCAL = indexOf("S02");
    static final int SMS = indexOf("S09");
    /** First of the five SP items, which follow {@link SpRegister#LINES}. */
    static final int SP = indexOf("S26");

    private Services() {}

    private static List<Service> read() {
        List<String[]> table = Names.table("service.csv");
        return java.util.stream.IntStream.range(0, table.size())
                .mapToObj(i -> service(i, table.get(i)))
                .toList();
    }

    private static Service service(int index, String[] f) {
        return new Service(
                index,
                f[0],
                new Names(f[1], f[2]),
                f[3],
                new Names(f[4], f[5]),
                f[6].equals("1"),
                f[7].equals("1"),
                f[8].equals("1"),
                f[9].equals("1"),
                Line.valueOf(f[10]),
                Double.parseDouble(f[11]),
                new double[] {Double.parseDouble(f[12]), Double.parseDouble(f[13]), Double.parseDouble(f[14])},
                Double.parseDouble(f[15]),
                f[16]);
    }

    private static int indexOf(String code) {
        return ALL.stream()
                .filter(s -> s.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service " + code))
                .index();
    }
}
