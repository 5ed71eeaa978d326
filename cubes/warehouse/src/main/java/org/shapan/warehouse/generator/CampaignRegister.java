package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.shapan.warehouse.feed.Profile;

/** The campaigns of every month and what they offer (domain §4.10, §9.4). Two are scripted: the three waves of the data card and the contest of February 2009. */
final class CampaignRegister {

    /**
     * What a customer gets for an order.
     *
     * @param giftFen given; {@code discountFen} granted, {@code labourFen} spent
     */
    record Offer(
            String code,
            Names name,
            Names means,
            String meansCode,
            int giftFen,
            int discountFen,
            int labourFen,
            int authority) {}

    /** Codes and names of the themes. */
    static final List<String[]> THEMES = Names.table("campaign_theme.csv");

    static final List<Offer> OFFERS = offers();

    /** Contacts in a month for each customer: 20,000 of 50,000 (domain §5.1). */
    private static final double CONTACTS = 0.4;

    private static final double LARGE = 1.2;
    private static final double SMALL = 0.8;
    private static final double SINGLE = 0.7;
    private static final double TWO = 0.9;
    private static final double FOR_A_BRAND = 0.5;
    private static final double PULL_LEAST = 2;
    private static final double PULL_MOST = 3;
    /** 2009-02 and 2009-04 by index. */
    private static final int CONTEST = 17;

    private static final int DATA_CARD = 19;
    /** Place of the campaign of each month that offers something to whoever calls. */
    private static final int CALLS = 2;

    private static final double CALLS_SIZE = 1.5;
    private static final int[][] DAYS = {{1, 10}, {11, 19}, {20, 27}};

    private final List<Campaign> campaigns = new ArrayList<>();

    CampaignRegister(Profile profile, Streams streams) {
        for (int month = Months.FIRST; month <= Months.LAST; month++) {
            for (int n = 1; n <= profile.campaigns(); n++) {
                String code = code(month, n);
                campaigns.add(campaign(profile, code, month, n, streams.open("campaign", code)));
            }
        }
    }

    /** All campaigns by code. */
    List<Campaign> campaigns() {
        return campaigns;
    }

    static String code(int month, int n) {
        return "C%d%02d".formatted(Months.number(month), n);
    }

    private static Campaign campaign(Profile profile, String code, int month, int n, Stream stream) {
        Chooser kinds = Chooser.of(
                CampaignType.ALL.stream().mapToDouble(CampaignType::draw).toArray());
        double usual = CONTACTS * profile.customers() / profile.campaigns();
        CampaignType first = CampaignType.ALL.get(kinds.draw(stream));
        CampaignType second = CampaignType.ALL.get(kinds.draw(stream));
        CampaignType third = CampaignType.ALL.get(kinds.draw(stream));
        double several = stream.uniform();
        int waves = several < SINGLE ? 1 : several < TWO ? 2 : 3;
        int theme = stream.below(THEMES.size());
        int offer = stream.below(OFFERS.size());
        int brand = stream.chance(FOR_A_BRAND) ? stream.below(Brands.COUNT) : Campaign.ANY;
        double pull = stream.uniform(PULL_LEAST, PULL_MOST);
        int size = (int) (usual * (first.success() < 0.03 ? LARGE : SMALL) * stream.uniform(0.8, 1.2));
        Names name = name(theme, month, n);
        List<Campaign.Wave> plan = new ArrayList<>();
        if (month == CONTEST && n == 1) {
            theme = theme("plan");
            brand = Campaign.ANY;
            name = new Names("来电营销竞赛", "Inbound contest");
            plan.add(new Campaign.Wave(1, CampaignType.INBOUND, month, 3, 28, Campaign.Rest.OPEN, true));
        } else if (month == DATA_CARD && n == 1) {
            theme = theme("terminal");
            brand = Brands.GOTONE;
            name = new Names("上网卡三波次营销", "Data card in three waves");
            CampaignType outbound = CampaignType.named("active_outbound");
            CampaignType sms = CampaignType.named("broadcast_sms");
            plan.add(new Campaign.Wave(1, outbound, month, 1, 28, Campaign.Rest.OPEN, false));
            plan.add(new Campaign.Wave(2, sms, month + 1, 1, 28, Campaign.Rest.NOT_REACHED, false));
            plan.add(new Campaign.Wave(3, CampaignType.INBOUND, month + 2, 1, 28, Campaign.Rest.REACHED, false));
        } else if (n == CALLS) {
            brand = Campaign.ANY;
            size = (int) (usual * CALLS_SIZE);
            plan.add(new Campaign.Wave(1, CampaignType.INBOUND, month, 1, 28, Campaign.Rest.OPEN, false));
        } else {
            List<CampaignType> types = List.of(first, second, third);
            for (int w = 0; w < waves; w++) {
                int[] days = waves == 1 ? new int[] {1 + n % 5, 24 + n % 4} : DAYS[w];
                plan.add(new Campaign.Wave(w + 1, types.get(w), month, days[0], days[1], Campaign.Rest.OPEN, false));
            }
        }
        return new Campaign(code, name, theme, offer, brand, size, pull, null, List.copyOf(plan));
    }

    /** A campaign for a business code, by SMS in the first days of a month, beside those of the register. */
    static Campaign advertising(int month, int nth, SpRegister.Code code) {
        int theme = theme("data");
        String key = code(month, 90 + nth);
        List<Campaign.Wave> waves = List.of(
                new Campaign.Wave(1, CampaignType.named("broadcast_sms"), month, 1, 5, Campaign.Rest.OPEN, false));
        Names name =
                new Names(code.name().zh() + "推广", "Promotion of " + code.name().en());
        return new Campaign(key, name, theme, 0, Campaign.ANY, 0, 0, code.code(), waves);
    }

    private static Names name(int theme, int month, int n) {
        String suffix = " %d-%d".formatted(Months.number(month), n);
        return new Names(THEMES.get(theme)[1] + suffix, THEMES.get(theme)[2] + suffix);
    }

    /** Place of a theme. */
    static int theme(String code) {
        return IntStream.range(0, THEMES.size())
                .filter(t -> THEMES.get(t)[0].equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no theme " + code));
    }

    private static List<Offer> offers() {
        List<String[]> means = Names.table("offer_means.csv");
        List<Offer> offers = new ArrayList<>();
        for (int p = 0; p < 60; p++) {
            String[] f = means.get(p % means.size());
            int edition = p / means.size() + 1;
            double worth = 0.65 + 0.1 * edition;
            offers.add(new Offer(
                    "O%02d".formatted(p + 1),
                    new Names(f[1] + edition, f[2] + " " + edition),
                    new Names(f[1], f[2]),
                    f[0],
                    (int) (Integer.parseInt(f[3]) * worth),
                    (int) (Integer.parseInt(f[4]) * worth),
                    (int) (Integer.parseInt(f[5]) * worth),
                    Math.min(5, 1 + edition / 2)));
        }
        return List.copyOf(offers);
    }
}
