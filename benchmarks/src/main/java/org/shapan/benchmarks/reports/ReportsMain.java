package org.shapan.benchmarks.reports;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/** The process that renders and sends, with the heap that {@link ReportsBench} gives it. */
final class ReportsMain {
    private ReportsMain() {}

    /** @param arguments data directory, scratch folder, template, rounds, recipients of the timed burst, pages of the long one */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[3]);
        int recipients = Integer.parseInt(arguments[4]);
        int pages = Integer.parseInt(arguments[5]);
        PrintStream out = System.out;
        try (ReportedProvince province = new ReportedProvince(Path.of(arguments[0]), arguments[2]);
                MailServer mail = new MailServer()) {
            out.printf(
                    "Java %s, heap of at most %d MB%n",
                    Runtime.version(), Runtime.getRuntime().maxMemory() >> 20);
            int all = new RenderingMeasure(province, rounds, out).measure();
            double each = (double) all / province.branches().size();
            BurstMeasure burst = new BurstMeasure(province, Path.of(arguments[1]), mail, out);
            print(out, recipients, each, burst.send(recipients, false));
            if (pages > 0) {
                int documents = (int) Math.ceil(pages / each);
                print(out, documents, each, burst.send(documents, true));
            }
        }
    }

    private static void print(PrintStream out, int recipients, double each, Duration time) {
        double seconds = time.toMillis() / 1e3;
        out.printf(
                "burst to %,d recipients, %.1f pages each, rendered, mailed and noted %7.1f s %7.1f pages/s%n",
                recipients, each, seconds, recipients * each / seconds);
    }
}
