package org.shapan.warehouse.generator;

import java.io.IOException;
import java.util.List;
import org.shapan.warehouse.feed.Feeds;

/** Writes the dimension feeds. */
final class DimensionExtract {

    private static final double INHABITANTS = 3.2;

    private final Province province;
    private final ChannelStock stock;

    DimensionExtract(World world, ChannelStock stock) {
        this.province = world.province();
        this.stock = stock;
    }

    void write(Delivery delivery) throws IOException {
        areas(delivery);
        channels(delivery);
        groups(delivery);
        brandsAndPlans(delivery);
        services(delivery);
        sps(delivery);
    }

    private void areas(Delivery delivery) throws IOException {
        Geography geography = province.geography();
        delivery.whole(Feeds.DIM_AREA, out -> {
            for (Geography.Area area : geography.areas()) {
                Geography.Branch branch = geography.branches().get(area.branch());
                Geography.City city = geography.cities().get(area.city());
                long population = Math.round(area.weight() * province.profile().customers() * INHABITANTS / 10) * 10;
                out.row().text(area.code()).names(area.name());
                out.text(area.type()).text(area.urbanClass());
                out.text(branch.code()).names(branch.name());
                out.text(city.code()).names(city.name());
                out.text(area.post()).names(area.owner()).number(population).end();
            }
        });
    }

    private void channels(Delivery delivery) throws IOException {
        ChannelNetwork network = province.network();
        delivery.whole(Feeds.DIM_CHANNEL, out -> {
            for (Channel channel : network.channels()) {
                ChannelType type = channel.type();
                out.row().text(channel.code()).names(channel.name());
                out.text(type.channelClass()).names(type.className());
                out.text(type.type()).names(type.typeName());
                out.text(type.subType()).names(type.subName());
                out.text(
                        channel.area() < 0
                                ? null
                                : network.geography()
                                        .areas()
                                        .get(channel.area())
                                        .code());
                out.day(channel.opened()).day(channel.closed());
                out.text(channel.closed() == null ? "open" : "closed");
                if (channel.kind().outlet()) {
                    out.number(channel.floorArea()).number(channel.staff()).number(stock.threshold(channel.index()));
                } else {
                    out.none().number(channel.staff()).none();
                }
                out.text(channel.kind().social() ? grade(channel) : null).end();
            }
        });
    }

    private static String grade(Channel channel) {
        double draws = channel.weight();
        return draws > 0.5 ? "A" : draws > 0.25 ? "B" : draws > 0.17 ? "C" : "D";
    }

    private void groups(Delivery delivery) throws IOException {
        delivery.whole(Feeds.DIM_GROUP, out -> {
            for (GroupRegister.Group group : province.groups().groups()) {
                String[] industry = group.industry();
                out.row().text(group.code()).names(group.name());
                out.text(industry[0]).text(industry[1]).text(industry[2]).text(group.importance());
                out.text(province.geography().areas().get(group.area()).code()).end();
            }
        });
    }

    private void brandsAndPlans(Delivery delivery) throws IOException {
        delivery.whole(Feeds.DIM_BRAND, out -> {
            for (int b = 0; b < Brands.COUNT; b++) {
                out.row()
                        .text(Brands.CODES.get(b))
                        .text(Brands.ZH.get(b))
                        .text(Brands.EN.get(b))
                        .end();
            }
        });
        delivery.whole(Feeds.DIM_PLAN, out -> {
            for (PlanBook.Plan plan : province.plans().plans()) {
                out.row().text(plan.code()).names(plan.name());
                out.text(plan.planClass())
                        .names(plan.className())
                        .money(plan.price() * 100L)
                        .end();
            }
        });
    }

    private static void services(Delivery delivery) throws IOException {
        delivery.whole(Feeds.DIM_SERVICE, out -> {
            for (Services.Service service : Services.ALL) {
                out.row().text(service.code()).names(service.name());
                out.text(service.lineClass()).names(service.className()).number(service.index() + 1);
                out.flag(service.data())
                        .flag(service.key16())
                        .flag(service.monternet())
                        .flag(service.group())
                        .end();
            }
        });
    }

    private void sps(Delivery delivery) throws IOException {
        List<SpRegister.Company> companies = province.sps().companies();
        delivery.whole(Feeds.DIM_SP, out -> {
            for (SpRegister.Company company : companies) {
                out.row().text(company.code()).names(company.name()).text(company.credit());
                out.ratio(SpRegister.SETTLEMENT).text("normal");
                out.day(company.contract()).text(company.access()).end();
            }
        });
        delivery.whole(Feeds.DIM_SP_CODE, out -> {
            for (SpRegister.Code code : province.sps().codes()) {
                String[] category = code.category();
                out.row()
                        .text(code.code())
                        .names(code.name())
                        .text(companies.get(code.company()).code());
                out.text(SpRegister.LINES.get(code.line())).names(SpRegister.LINE_NAMES.get(code.line()));
                out.text(category[0]).text(category[1]).text(category[2]);
                out.text(code.monthly() ? "monthly" : "per_use")
                        .money(code.price())
                        .money(code.ceiling());
                out.day(code.launched()).text(String.join(" ", code.keywords())).end();
            }
        });
    }
}
