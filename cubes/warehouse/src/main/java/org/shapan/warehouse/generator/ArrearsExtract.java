package org.shapan.warehouse.generator;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import org.shapan.warehouse.feed.Feeds;

/** Writes {@code arrears} and {@code debtor}: the bills that were not paid by their due date, until they are paid. */
final class ArrearsExtract {

    private final World world;
    private final Customers customers;
    /** By month: customers that did not pay its bill in time, ascending. */
    private final int[][] late = new int[Months.COUNT][];

    ArrearsExtract(World world) {
        this.world = world;
        this.customers = world.customers();
        for (int month = Months.FIRST; month <= Months.LAST; month++) {
            int[] found = new int[customers.count];
            int n = 0;
            for (int i = 0; i < customers.count; i++) {
                if (customers.present(i, month)
                        && world.fees()[month][i] > 0
                        && world.payments().paidIn(i, month) > month) {
                    found[n++] = i;
                }
            }
            late[month] = Arrays.copyOf(found, n);
        }
    }

    void month(Delivery delivery, int month) throws IOException {
        long[] bills = bills(month);
        delivery.month(Feeds.ARREARS, month, out -> {
            SpBill bill = new SpBill();
            int[] items = new int[Services.COUNT];
            for (long key : bills) {
                bill(customer(key), bill(key), month, bill, items, out);
            }
        });
        delivery.month(Feeds.DEBTOR, month, out -> {
            int last = -1;
            for (long key : bills) {
                int i = customer(key);
                if (i != last && world.payments().paidIn(i, bill(key)) > month) {
                    debtor(i, month, out);
                    last = i;
                }
            }
        });
    }

    /** Late bills that were open at the start of the month or became late in it, by customer, then month. */
    private long[] bills(int month) {
        long[] keys = new long
                [Arrays.stream(late, Months.FIRST, month + 1)
                        .mapToInt(l -> l.length)
                        .sum()];
        int n = 0;
        for (int billed = Months.FIRST; billed <= month; billed++) {
            for (int i : late[billed]) {
                if (world.payments().paidIn(i, billed) >= month) {
                    keys[n++] = (long) i << 8 | billed;
                }
            }
        }
        long[] bills = Arrays.copyOf(keys, n);
        Arrays.sort(bills);
        return bills;
    }

    private void bill(int i, int billed, int month, SpBill bill, int[] items, FeedWriter out) throws SQLException {
        world.items(i, billed, bill, items);
        boolean open = world.payments().paidIn(i, billed) > month;
        for (Services.Service service : Services.ALL) {
            int fee = items[service.index()];
            int line = service.index() - Services.SP;
            if (line >= 0 && line < SpRegister.LINES.size()) {
                for (int l : bill.order()) {
                    SpRegister.Code code = world.province().sps().codes().get(bill.code[l]);
                    if (code.line() == line) {
                        row(i, billed, month, service, code.code(), bill.fee[l], open, out);
                    }
                }
            } else {
                row(i, billed, month, service, null, fee, open, out);
            }
        }
    }

    private void row(
            int i,
            int billed,
            int month,
            Services.Service service,
            String spCode,
            int fee,
            boolean open,
            FeedWriter out)
            throws SQLException {
        if (fee > 0) {
            out.row().number(Months.number(month)).number(customers.number(i)).number(Months.number(billed));
            out.text(service.code()).text(spCode);
            out.money(open ? fee : 0).money(open ? 0 : fee).end();
        }
    }

    private void debtor(int i, int month, FeedWriter out) throws SQLException {
        out.row().number(Months.number(month)).number(customers.number(i));
        out.text(world.identities().document(i)).text(world.identities().handset(i));
        out.number(customers.present(i, month) ? world.identities().callers(i, month) : 0)
                .end();
    }

    private static int customer(long key) {
        return (int) (key >>> 8);
    }

    private static int bill(long key) {
        return (int) key & 0xFF;
    }
}
