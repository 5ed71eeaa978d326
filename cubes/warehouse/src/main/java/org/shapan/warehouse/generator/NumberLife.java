package org.shapan.warehouse.generator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * What becomes of every number: released into the company's stock, allotted to a channel, sold, activated, given up and
 * recycled. A channel sells its oldest number first, so that its numbers in stock are those of {@link ChannelStock} on every
 * day. Numbers in stock at the end have no customer yet.
 */
final class NumberLife {

    static final int COMPANY = 0;
    static final int ALLOTTED = 1;
    static final int SOLD = 3;
    static final int ACTIVATED = 4;
    static final int KEPT = 5;
    static final int LEFT = 6;
    static final int RECYCLED = 7;

    private static final int RELEASED_BEFORE = 15;
    private static final int RELEASED_SPREAD = 30;
    private static final int AHEAD = RELEASED_BEFORE + RELEASED_SPREAD;
    private static final int RECYCLED_AFTER = 91;
    private static final int RECYCLED_SPREAD = 60;
    /** Numbers without a customer are counted by channel, from behind the last customer's. */
    private static final int SPARE_NUMBERS = 1 << 10;

    private static final int BEGIN = Months.firstDay(Months.FIRST);
    private static final int END = Months.firstDay(Months.COUNT);

    /** A number before it has a customer: its days and states until now. */
    private static final class Unsold {
        final int batch;
        final List<Integer> days = new ArrayList<>();
        final List<Integer> states = new ArrayList<>();

        Unsold(int batch, int released) {
            this.batch = batch;
            to(COMPANY, released);
        }

        void to(int state, int day) {
            states.add(state);
            days.add(day);
        }
    }

    private final Customers customers;
    private final NumberSales sales;
    private final ChannelStock stock;
    private final NumberBatches batches;
    private final NumberEvents events = new NumberEvents();
    private final int[] spares;

    NumberLife(World world, NumberSales sales, ChannelStock stock, NumberBatches batches) {
        this.customers = world.customers();
        this.sales = sales;
        this.stock = stock;
        this.batches = batches;
        List<Channel> channels = world.province().network().channels();
        spares = new int[channels.size()];
        long[] bySale = salesInOrder();
        int from = 0;
        for (Channel channel : channels) {
            int to = from;
            while (to < bySale.length && channelOf(bySale[to]) == channel.index()) {
                to++;
            }
            Stream stream = world.province().streams().open("number-channel", channel.code());
            if (channel.kind().outlet()) {
                throughStock(channel, bySale, from, to, stream);
            } else {
                for (int s = from; s < to; s++) {
                    sold(bySale[s], unsold(channel, dayOf(bySale[s]), stream), channel);
                }
            }
            from = to;
        }
        for (int i = 0; i < customers.count; i++) {
            if (!sales.known(i)) {
                lifeOf(i, 0);
            }
        }
        events.sort();
    }

    NumberEvents events() {
        return events;
    }

    private long[] salesInOrder() {
        long[] packed = new long[customers.count + sales.pending().size()];
        int n = 0;
        for (int i = 0; i < customers.count; i++) {
            if (sales.known(i)) {
                packed[n++] = pack(customers.channel[i], sales.day(i), i);
            }
        }
        for (NumberSales.Pending sale : sales.pending()) {
            packed[n++] = pack(sale.channel(), sale.day(), spare(sale.channel()));
        }
        long[] sorted = Arrays.copyOf(packed, n);
        Arrays.sort(sorted);
        return sorted;
    }

    private void throughStock(Channel channel, long[] bySale, int from, int to, Stream stream) {
        Deque<Unsold> held = new ArrayDeque<>();
        Deque<Unsold> returned = new ArrayDeque<>();
        int next = from;
        while (next < to && dayOf(bySale[next]) < BEGIN) {
            int allotted = dayOf(bySale[next]) - 1 - stream.below(RELEASED_SPREAD);
            sold(bySale[next++], allotted(channel, allotted, stream), channel);
        }
        boolean opened = false;
        for (int month = Months.FIRST; month <= Months.LAST; month++) {
            if (!channel.open(month)) {
                continue;
            }
            if (!opened) {
                opened = true;
                int first = Months.firstDay(month);
                int before = month == Months.FIRST ? RELEASED_SPREAD : 1;
                for (int k = 0; k < stock.opening(channel.index()); k++) {
                    held.add(allotted(channel, first - 1 - stream.below(before), stream));
                }
            }
            for (int day = Months.firstDay(month); day < Months.firstDay(month + 1); day++) {
                move(channel, day, stock.receipts(channel.index(), day), held, returned, stream);
                for (int s = 0; s < stock.sales(channel.index(), day); s++) {
                    sold(bySale[next++], held.removeFirst(), channel);
                }
            }
        }
        for (Unsold number : held) {
            if (channel.closed() != null) {
                number.to(COMPANY, (int) channel.closed().toEpochDay());
            }
            unsoldAtEnd(channel, number);
        }
        for (Unsold number : returned) {
            unsoldAtEnd(channel, number);
        }
    }

    private void move(
            Channel channel, int day, int receipts, Deque<Unsold> held, Deque<Unsold> returned, Stream stream) {
        for (int r = 0; r < -receipts; r++) {
            Unsold number = held.removeLast();
            number.to(COMPANY, day);
            returned.add(number);
        }
        for (int r = 0; r < receipts; r++) {
            if (returned.isEmpty()) {
                held.add(allotted(channel, day, stream));
            } else {
                Unsold number = returned.removeFirst();
                number.to(ALLOTTED, day);
                held.add(number);
            }
            // What is allotted after the end is in the company's stock before it.
            int later = day + AHEAD;
            if (later >= END) {
                Unsold ahead = unsold(channel, later, stream);
                if (ahead.days.getFirst() < END) {
                    unsoldAtEnd(channel, ahead);
                }
            }
        }
    }

    private Unsold allotted(Channel channel, int day, Stream stream) {
        Unsold number = unsold(channel, day, stream);
        number.to(ALLOTTED, day);
        return number;
    }

    private Unsold unsold(Channel channel, int leaving, Stream stream) {
        int released = leaving - RELEASED_BEFORE - stream.below(RELEASED_SPREAD);
        return new Unsold(batches.of(channel.index(), released), released);
    }

    private void unsoldAtEnd(Channel channel, Unsold number) {
        emit(spare(channel.index()), channel.index(), number);
    }

    private void sold(long sale, Unsold number, Channel channel) {
        int index = indexOf(sale);
        number.to(SOLD, dayOf(sale));
        if (index < customers.count) {
            number.to(ACTIVATED, customers.activated[index]);
        }
        emit(index, channel.index(), number);
        if (index < customers.count) {
            lifeOf(index, number.batch);
        }
    }

    private void emit(int index, int channel, Unsold number) {
        for (int e = 0; e < number.days.size(); e++) {
            int state = number.states.get(e);
            boolean atCompany = state == COMPANY && e == 0;
            events.add(index, number.days.get(e), state, atCompany ? -1 : channel, number.batch);
        }
    }

    /** What becomes of an activated number. */
    private void lifeOf(int i, int batch) {
        int channel = customers.channel[i];
        if (customers.left[i] > Months.LAST) {
            return;
        }
        boolean returns = customers.back[i] <= Months.LAST;
        int day = leavingDay(i, customers.left[i]);
        events.add(i, day, returns ? KEPT : LEFT, channel, batch);
        if (returns) {
            events.add(i, Months.firstDay(customers.back[i]) + 14, ACTIVATED, channel, batch);
            if (customers.leftAgain[i] > Months.LAST) {
                return;
            }
            day = leavingDay(i, customers.leftAgain[i]);
            events.add(i, day, LEFT, channel, batch);
        }
        int recycled = day + RECYCLED_AFTER + Math.floorMod(Stream.mix(customers.number(i)), RECYCLED_SPREAD);
        if (recycled < END) {
            events.add(i, recycled, RECYCLED, channel, batch);
        }
    }

    private int leavingDay(int i, int month) {
        return Months.firstDay(month) + customers.lastDay(i, month) - 1;
    }

    private int spare(int channel) {
        return customers.count + channel * SPARE_NUMBERS + spares[channel]++;
    }

    private static long pack(int channel, int day, int index) {
        return ((long) channel << 40) | ((long) day << 24) | index;
    }

    private static int channelOf(long sale) {
        return (int) (sale >>> 40);
    }

    private static int dayOf(long sale) {
        return (int) (sale >>> 24) & 0xFFFF;
    }

    private static int indexOf(long sale) {
        return (int) sale & 0xFFFFFF;
    }
}
