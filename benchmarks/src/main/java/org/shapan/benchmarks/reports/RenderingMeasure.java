package org.shapan.benchmarks.reports;

import com.lowagie.text.pdf.PdfReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import org.olap4j.OlapConnection;
import org.shapan.reports.render.Datasets;
import org.shapan.reports.render.MemberChoices.Choice;
import org.shapan.reports.render.ReportFormat;
import org.shapan.reports.template.JasperContext;

/**
 * The documents of all branches, made by JasperReports alone from rows that lie ready, and by the renderer from the cubes: it looks parameters up,
 * asks every query anew (of cells that are in memory), reads what the figures say, fills and exports.
 */
final class RenderingMeasure {
    private static final int WARM_UP = 4;

    private final ReportedProvince province;
    private final int rounds;
    private final PrintStream out;
    private final JasperReportsContext context = JasperContext.create();

    RenderingMeasure(ReportedProvince province, int rounds, PrintStream out) {
        this.province = province;
        this.rounds = rounds;
        this.out = out;
    }

    /** @return pages of all documents together */
    int measure() throws Exception {
        List<String> branches = province.branches().stream().map(Choice::value).toList();
        List<Map<String, Object>> rows = new ArrayList<>();
        int pages = 0;
        for (String branch : branches) {
            try (OlapConnection connection = province.connectIn(branch)) {
                var filling = province.renderer().prepare(province.request(branch), connection);
                pages += pages(filling.document(ReportFormat.PDF).content());
                rows.add(filling.parameters());
            }
        }
        List<Long> bare = new ArrayList<>();
        List<Long> bareTwo = new ArrayList<>();
        List<Long> drawn = new ArrayList<>();
        List<Long> ours = new ArrayList<>();
        List<Long> two = new ArrayList<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            long alone = timed(1, rows, this::bare);
            long aloneTwo = timed(2, rows, this::bare);
            long drawing = 0;
            for (String branch : branches) {
                drawing += drawing(branch);
            }
            long one = timed(1, branches, this::ours);
            long both = timed(2, branches, this::ours);
            if (round >= 0) {
                bare.add(alone);
                bareTwo.add(aloneTwo);
                drawn.add(drawing);
                ours.add(one);
                two.add(both);
            }
        }
        out.printf(
                "%s, %d documents of %d pages, median of %d rounds%n",
                province.template().id(), rows.size(), pages, rounds);
        line("JasperReports, rows in memory", pages, bare, bare);
        line("the same on two threads", pages, bareTwo, bare);
        line("Shapan, cubes asked before", pages, drawn, bare);
        line("Shapan, cubes asked, one thread", pages, ours, bare);
        line("the same on two threads", pages, two, ours);
        return pages;
    }

    private void line(String what, int pages, List<Long> times, List<Long> base) {
        double seconds = median(times) / 1e9;
        out.printf(
                "%-34s %7.2f s %7.1f pages/s   ratio %.2f%n",
                what, seconds, pages / seconds, median(base) / 1e9 / seconds);
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private interface Work<T> {
        void on(T item) throws Exception;
    }

    /** Time in which so many threads do the work on all items. */
    private static <T> long timed(int threads, List<T> items, Work<T> work)
            throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        Callable<Void> worker = () -> {
            for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                work.on(items.get(i));
            }
            return null;
        };
        long start = System.nanoTime();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (Future<Void> done : executor.invokeAll(
                    IntStream.range(0, threads).mapToObj(i -> worker).toList())) {
                done.get();
            }
        }
        return System.nanoTime() - start;
    }

    private void ours(String branch) throws Exception {
        try (OlapConnection connection = province.connectIn(branch)) {
            var filling = province.renderer().prepare(province.request(branch), connection);
            filling.document(ReportFormat.PDF);
            filling.reading();
        }
    }

    /** Time of the document alone, in nanoseconds: the renderer has its rows in memory as JasperReports alone has them. */
    private long drawing(String branch) throws Exception {
        try (OlapConnection connection = province.connectIn(branch)) {
            var filling = province.renderer().prepare(province.request(branch), connection);
            filling.reading();
            long start = System.nanoTime();
            filling.document(ReportFormat.PDF);
            return System.nanoTime() - start;
        }
    }

    private void bare(Map<String, Object> parameters) throws JRException {
        Datasets datasets = (Datasets) parameters.get("DATA");
        JasperPrint print = JasperFillManager.getInstance(context)
                .fill(
                        province.template().design(),
                        new HashMap<>(parameters),
                        new JRMapCollectionDataSource(datasets.rows(Datasets.MAIN).stream()
                                .<Map<String, ?>>map(row -> row)
                                .toList()));
        JRPdfExporter exporter = new JRPdfExporter(context);
        exporter.setExporterInput(new SimpleExporterInput(print));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(new ByteArrayOutputStream()));
        SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
        configuration.setCompressed(true);
        exporter.setConfiguration(configuration);
        exporter.exportReport();
    }

    private static int pages(byte[] pdf) throws IOException {
        PdfReader reader = new PdfReader(pdf);
        try {
            return reader.getNumberOfPages();
        } finally {
            reader.close();
        }
    }
}
