package org.shapan.warehouse.generator;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shapan.warehouse.feed.CodeList;
import org.shapan.warehouse.feed.Feeds;

/** Writes the feeds of campaigns: offers, waves, contacts, cancellations and agents on duty. Whoever is not in net on the day of a contact is not contacted. */
final class CampaignExtract {

    private static final double CANCELLING = 0.12;
    private static final int SEATS_LEAST = 6;
    private static final int CUSTOMERS_PER_SEAT = 2000;

    private final World world;
    private final Customers customers;
    private final Map<String, Integer> logical = new HashMap<>();
    private final List<List<Channel>> halls = new ArrayList<>();

    CampaignExtract(World world) {
        this.world = world;
        this.customers = world.customers();
        List<Channel> channels = world.province().network().channels();
        List<Channel> own =
                channels.stream().filter(c -> c.kind() == ChannelKind.OWN).toList();
        for (Channel channel : channels) {
            if (!channel.kind().outlet()) {
                logical.putIfAbsent(channel.type().type(), channel.index());
            }
        }
        for (Geography.Branch branch : world.province().geography().branches()) {
            List<Channel> here =
                    own.stream().filter(c -> c.branch() == branch.index()).toList();
            halls.add(here.isEmpty() ? own : here);
        }
    }

    void members(Delivery delivery) throws IOException {
        delivery.whole(Feeds.DIM_OFFER, out -> {
            for (CampaignRegister.Offer offer : CampaignRegister.OFFERS) {
                out.row().text(offer.code()).names(offer.name());
                out.text(offer.meansCode())
                        .names(offer.means())
                        .number(offer.authority())
                        .end();
            }
        });
        delivery.whole(Feeds.DIM_WAVE, out -> {
            for (CampaignLists.WaveList list : world.campaigns().months(Months.FIRST, Months.LAST)) {
                wave(list, out);
            }
        });
    }

    private void wave(CampaignLists.WaveList list, FeedWriter out) throws SQLException {
        Campaign campaign = list.campaign();
        Campaign.Wave wave = list.wave();
        String[] theme = CampaignRegister.THEMES.get(campaign.theme());
        Stream stream = world.province().streams().open("campaign-plan", list.code());
        int orders = list.count(CampaignLists.ORDERED);
        int addressed = list.size() - list.count(CampaignLists.CONTROL);
        int reached = addressed - list.count(CampaignLists.NOT_REACHED);
        CampaignRegister.Offer offer = CampaignRegister.OFFERS.get(campaign.offer());
        long cost = (long) addressed * wave.type().contactFen()
                + (long) reached * wave.type().labourFen()
                + (long) orders * (offer.giftFen() + offer.discountFen() + offer.labourFen());
        out.row().text(list.code());
        out.text(campaign.name().zh() + " 第" + wave.number() + "波");
        out.text(campaign.name().en() + ", wave " + wave.number()).number(wave.number());
        out.text(campaign.code()).names(campaign.name());
        out.text(theme[0]).text(theme[1]).text(theme[2]);
        out.text(wave.type().code()).text(offer.code()).text(campaign.spCode());
        int first = Months.firstDay(wave.month()) - 1;
        out.day(first + wave.firstDay()).day(first + wave.lastDay());
        out.number(Math.round(reached * stream.uniform(0.9, 1.15)))
                .number(Math.round(orders * stream.uniform(0.85, 1.2)));
        out.money(Math.round(cost * stream.uniform(0.95, 1.4) / 10_000) * 10_000 + 10_000)
                .end();
    }

    void month(Delivery delivery, int month) throws IOException {
        List<CampaignLists.WaveList> lists = world.campaigns().months(month, month);
        delivery.month(Feeds.CAMPAIGN_CONTACT, month, out -> {
            for (CampaignLists.WaveList list : lists) {
                for (int p = 0; p < list.size(); p++) {
                    if (inNet(list.customer()[p], month, list.day()[p])) {
                        contact(list, p, out);
                    }
                }
            }
        });
        delivery.month(Feeds.CAMPAIGN_CANCEL, month, out -> {
            int from = Math.max(Months.FIRST, month - CampaignLists.SIDE);
            for (CampaignLists.WaveList list : world.campaigns().months(from, month - 1)) {
                cancel(list, month, out);
            }
        });
        delivery.month(Feeds.CAMPAIGN_STAFF, month, out -> staff(lists, month, out));
    }

    private boolean inNet(int i, int month, int day) {
        return customers.present(i, month) && customers.firstDay(i, month) <= day && day <= customers.lastDay(i, month);
    }

    private void contact(CampaignLists.WaveList list, int p, FeedWriter out) throws SQLException {
        CampaignType type = list.wave().type();
        int i = list.customer()[p];
        int month = list.wave().month();
        int result = list.result()[p];
        boolean control = result == CampaignLists.CONTROL;
        CampaignRegister.Offer offer =
                CampaignRegister.OFFERS.get(list.campaign().offer());
        boolean ordered = result == CampaignLists.ORDERED;
        boolean reached = result > CampaignLists.NOT_REACHED;
        out.row().day(Months.firstDay(month) + list.day()[p] - 1);
        out.text(list.code()).number(customers.number(i)).text(channel(list, p));
        out.flag(control).number(list.score()[p]);
        out.text(control ? null : CodeList.CONTACT_RESULT.codes().get(result - 1));
        out.flag(list.optOut()[p]);
        out.money(control ? 0 : type.contactFen());
        out.money(ordered ? offer.giftFen() : 0).money(ordered ? offer.discountFen() : 0);
        out.money((reached ? type.labourFen() : 0) + (ordered ? offer.labourFen() : 0))
                .end();
    }

    private String channel(CampaignLists.WaveList list, int p) {
        String type = list.wave().type().channelType();
        if (!type.isEmpty()) {
            return world.province().network().get(logical.get(type)).code();
        }
        int i = list.customer()[p];
        int area = customers.area(i, list.wave().month());
        List<Channel> here =
                halls.get(world.province().geography().areas().get(area).branch());
        return here.get((int) Math.floorMod(world.campaigns().draw(list, p), (long) here.size()))
                .code();
    }

    private void cancel(CampaignLists.WaveList list, int month, FeedWriter out) throws SQLException {
        for (int p = 0; p < list.size(); p++) {
            if (list.result()[p] == CampaignLists.ORDERED) {
                Stream stream = new Stream(world.campaigns().draw(list, p));
                boolean cancels = stream.chance(CANCELLING);
                int after = 1 + stream.below(CampaignLists.SIDE);
                int day = 1 + stream.below(28);
                int i = list.customer()[p];
                if (cancels && list.wave().month() + after == month && inNet(i, month, day)) {
                    out.row()
                            .day(Months.firstDay(month) + day - 1)
                            .text(list.code())
                            .number(customers.number(i))
                            .end();
                }
            }
        }
    }

    private void staff(List<CampaignLists.WaveList> lists, int month, FeedWriter out) throws SQLException {
        int seats = Math.max(SEATS_LEAST, world.province().profile().customers() / CUSTOMERS_PER_SEAT);
        for (int day = 1; day <= Months.days(month); day++) {
            for (CampaignLists.WaveList list : lists) {
                if (list.wave().type().byAgents()) {
                    int orders = 0;
                    for (int p = 0; p < list.size(); p++) {
                        boolean won = list.result()[p] == CampaignLists.ORDERED && list.day()[p] == day;
                        orders += won && inNet(list.customer()[p], month, day) ? 1 : 0;
                    }
                    if (orders > 0) {
                        // Orders fall on agents at random: so many have at least one.
                        double without = StrictMath.pow(1 - 1.0 / seats, orders);
                        out.row().day(Months.firstDay(month) + day - 1).text(list.code());
                        out.text(channel(list, 0)).number(seats);
                        out.number(Math.round(seats * (1 - without))).end();
                    }
                }
            }
        }
    }
}
