package org.shapan.warehouse.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shapan.warehouse.feed.Profile;

/** SP companies and their business codes (domain §4.9, §9.4): users per code by Zipf, so that a fifth has 70 %. */
final class SpRegister {

    static final List<String> LINES = List.of("SMS", "MMS", "WAP", "IVR", "CRBT");
    static final List<Names> LINE_NAMES = List.of(
            new Names("短信", "SMS"),
            new Names("彩信", "MMS"),
            new Names("WAP", "WAP"),
            new Names("IVR", "IVR"),
            new Names("彩铃", "CRBT"));

    /** Share of the fee that the SP receives, in ten-thousandths. */
    static final int SETTLEMENT = 8500;

    private static final double[] LINE_SHARE = {0.45, 0.13, 0.20, 0.09, 0.13};
    private static final double[] MT_PER_MO = {4, 8, 1.5, 0, 0};
    private static final double MT_SPREAD = 0.3;
    private static final double ZIPF = 0.88;
    /** Prices in fen, dealt out by rank so that every tenth of the users meets all of them. */
    private static final int[] PRICES = {500, 300, 600, 500, 400, 800, 200, 500, 600, 300, 1000, 500, 400, 200, 1500};

    private static final double MONTHLY = 0.7;
    private static final String[] SUFFIX_ZH = {"数码", "信息", "互动", "无线", "掌媒", "互娱", "传媒", "音乐", "掌讯", "科技"};
    private static final String[] SUFFIX_EN = {
        "Digital", "Info", "Interactive", "Wireless", "Mobile Media", "Play", "Media", "Music", "Handset News", "Tech"
    };

    /** An SP company. */
    record Company(int index, String code, Names name, String credit, LocalDate contract, String access) {}

    /**
     * A business code.
     *
     * @param monthly true when charged by month, false when charged per use
     * @param price fen per month or use
     * @param ceiling most fen a customer is billed in a month
     * @param launch index of its first month, −1 when that is before the simulation
     * @param mtPerMo downlink messages per uplink message, 0 for lines without messages
     * @param weight share of use among all codes; 0 of a code that nobody uses in the baseline
     * @param keywords what it is advertised with
     */
    record Code(
            int index,
            String code,
            Names name,
            int company,
            int line,
            String[] category,
            boolean monthly,
            int price,
            int ceiling,
            LocalDate launched,
            int launch,
            double mtPerMo,
            double weight,
            List<String> keywords) {}

    private final List<Company> companies = new ArrayList<>();
    private final List<Code> codes = new ArrayList<>();
    private final SpReserve reserve;
    private final Chooser byUse;

    SpRegister(Profile profile, Streams streams) {
        List<String[]> stems = Names.table("sp_name.csv");
        List<String[]> categories = Names.table("sp_category.csv");
        for (int c = 0; c < profile.spCompanies(); c++) {
            companies.add(company(c, stems, streams));
        }
        int[] perCompany = new int[companies.size()];
        List<int[]> seats = new ArrayList<>();
        for (int i = 0; i < profile.spCodes(); i++) {
            int company = i < companies.size()
                    ? i
                    : streams.open("sp-seat", String.valueOf(i)).below(companies.size());
            seats.add(new int[] {company, perCompany[company]++, i});
        }
        seats.sort((a, b) -> a[0] != b[0] ? Integer.compare(a[0], b[0]) : Integer.compare(a[1], b[1]));
        for (int[] seat : seats) {
            codes.add(code(
                    codes.size(), seat[0], seat[1], seat[2], stems.get(seat[0] % stems.size()), categories, streams));
        }
        int[] byRank = new int[codes.size()];
        for (int i = 0; i < seats.size(); i++) {
            byRank[seats.get(i)[2]] = i;
        }
        reserve = SpReserve.take(codes, byRank, streams);
        byUse = Chooser.of(codes.size(), i -> codes.get(i).weight());
    }

    private static Company company(int index, List<String[]> stems, Streams streams) {
        String code = "SP%04d".formatted(index + 1);
        Stream stream = streams.open("sp", code);
        String[] stem = stems.get(index % stems.size());
        int suffix = (index / stems.size() + index % stems.size()) % SUFFIX_ZH.length;
        return new Company(
                index,
                code,
                new Names(stem[0] + SUFFIX_ZH[suffix], stem[1] + " " + SUFFIX_EN[suffix]),
                String.valueOf("AABBBCCD".charAt(stream.below(8))),
                LocalDate.of(2004, 1, 1).plusDays(stream.below(1200)),
                stream.chance(0.4) ? "national" : "province");
    }

    private static Code code(
            int index, int company, int seat, int rank, String[] stem, List<String[]> categories, Streams streams) {
        String code = "9%04d%02d".formatted(company + 1, seat + 1);
        Stream stream = streams.open("sp-code", code);
        int home = Chooser.of(LINE_SHARE).draw(streams.open("sp-line", String.valueOf(company)));
        int other = Chooser.of(LINE_SHARE).draw(stream);
        int line = stream.chance(0.8) ? home : other;
        // Two titles per category; a company's codes take them in turn, so no two of them are called the same.
        int titles = 2 * categories.size();
        int place = (streams.open("sp-title", String.valueOf(company)).below(titles) + 3 * seat) % titles;
        String[] category = categories.get(place / 2);
        int title = 3 + 2 * (place % 2);
        boolean monthly = stream.chance(MONTHLY);
        int price = PRICES[Math.floorMod((int) (rank * 7L), PRICES.length)];
        double spread = StrictMath.exp(MT_SPREAD * stream.gaussian() - MT_SPREAD * MT_SPREAD / 2);
        boolean young = stream.chance(0.12);
        int launch = young ? Months.FIRST + stream.below(20) : -1;
        LocalDate launched =
                young ? Months.of(launch).atDay(1) : LocalDate.of(2005, 1, 1).plusDays(stream.below(900));
        return new Code(
                index,
                code,
                new Names(stem[0] + category[title], stem[1] + " " + category[title + 1]),
                company,
                line,
                category,
                monthly,
                monthly ? price : Math.max(50, price / 4),
                monthly ? price : price * 2,
                launched,
                launch,
                MT_PER_MO[line] * spread,
                Chooser.zipf(rank, ZIPF),
                SpKeywords.of(category[0], streams.open("sp-keywords", code)));
    }

    List<Company> companies() {
        return companies;
    }

    List<Code> codes() {
        return codes;
    }

    /** Codes for anomalies and decoys only. */
    SpReserve reserve() {
        return reserve;
    }

    /** A code drawn by its use. */
    Code draw(Stream stream) {
        return codes.get(byUse.draw(stream));
    }
}
