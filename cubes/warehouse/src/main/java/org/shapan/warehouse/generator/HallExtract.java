package org.shapan.warehouse.generator;

import java.io.IOException;
import java.sql.SQLException;
import org.shapan.warehouse.feed.Feeds;

/**
 * Writes {@code hall_hour}: the transactions of an own outlet's day spread over its hours. Customers wait the longer the fuller
 * the hour is against the hours of the month.
 */
final class HallExtract {

    private static final int FIRST_HOUR = 9;
    /** Two peaks, late in the morning and in the afternoon. */
    private static final Chooser HOURS = Chooser.of(7, 13, 13, 8, 7, 10, 13, 13, 10, 6);

    private static final double BUSINESS_PER_CUSTOMER = 1.25;
    private static final double WAIT = 7;
    private static final double PROMPTED = 0.6;
    private static final double ACCEPTED = 0.15;

    private final World world;
    private final Streams.Family streams;

    HallExtract(World world) {
        this.world = world;
        this.streams = world.province().streams().family("hall-day");
    }

    /** @param transactions by day of the month from 0, then channel */
    void month(Delivery delivery, int month, int[][] transactions) throws IOException {
        delivery.month(Feeds.HALL_HOUR, month, out -> {
            int hours = HOURS.size();
            int channels = transactions[0].length;
            for (int day = 0; day < transactions.length; day++) {
                int[][] load = new int[hours][channels];
                Stream[] ofChannel = new Stream[channels];
                for (int c = 0; c < channels; c++) {
                    ofChannel[c] = streams.open(c, Months.firstDay(month) + day);
                    for (int t = 0; t < transactions[day][c]; t++) {
                        load[HOURS.draw(ofChannel[c])][c]++;
                    }
                }
                for (int h = 0; h < hours; h++) {
                    for (int c = 0; c < channels; c++) {
                        if (load[h][c] > 0) {
                            out.row().day(Months.firstDay(month) + day).number(FIRST_HOUR + h);
                            hour(c, load[h][c], usual(transactions, c), ofChannel[c], out);
                        }
                    }
                }
            }
        });
    }

    private void hour(int channel, int transactions, double usual, Stream stream, FeedWriter out) throws SQLException {
        int served = (int) Math.ceil(transactions / BUSINESS_PER_CUSTOMER);
        double wait = WAIT * (0.4 + 0.6 * transactions / usual) * stream.uniform(0.7, 1.3);
        int prompts = 0;
        int accepted = 0;
        for (int s = 0; s < served; s++) {
            boolean prompted = stream.chance(PROMPTED);
            boolean agrees = stream.chance(ACCEPTED);
            prompts += prompted ? 1 : 0;
            accepted += prompted && agrees ? 1 : 0;
        }
        out.text(world.province().network().get(channel).code()).number(transactions);
        out.number(served).number(Math.round(served * wait)).number(prompts).number(accepted);
        out.end();
    }

    /** Mean transactions of an hour with any. */
    private static double usual(int[][] transactions, int channel) {
        int sum = 0;
        for (int[] day : transactions) {
            sum += day[channel];
        }
        return Math.max(1, sum / (double) (transactions.length * HOURS.size()));
    }
}
