package org.shapan.benchmarks.portal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Times in a real Chromium, by its own clock: from a click until the frame after the result is painted; from opening a page until it is complete. */
final class BrowserTimes implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final double PATIENCE = 60_000;
    /** Cities, branches, micro areas, owners. */
    private static final int LEVELS = 4;
    /** The grid says when it has drawn another result; two frames later it is on screen. */
    private static final String ARM = """
            () => {
              window.painted = new Promise((resolve) => {
                let clicked = 0;
                addEventListener('click', (event) => { clicked = event.timeStamp; }, { capture: true, once: true });
                document.querySelector('sp-grid').addEventListener('shown', () =>
                  requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - clicked))), { once: true });
              });
            }""";
    /** The localisation is there when another tree has been drawn. */
    private static final String ARM_TREE = """
            () => {
              const before = document.querySelector('.tree');
              window.painted = new Promise((resolve) => {
                let clicked = 0;
                addEventListener('click', (event) => { clicked = event.timeStamp; }, { capture: true, once: true });
                const look = () => {
                  const tree = document.querySelector('.tree');
                  if (tree && tree !== before) requestAnimationFrame(() => resolve(performance.now() - clicked));
                  else requestAnimationFrame(look);
                };
                look();
              });
            }""";

    /** A page is complete at the time since which it shows something, nothing in it loads and nothing is on its way, for half a second. */
    private static final String COMPLETE = """
            () => new Promise((resolve) => {
              let since = 0;
              const look = () => {
                const busy = Object.values(window.Vaadin?.Flow?.clients ?? {}).some((client) => client.isActive?.());
                const calm = !busy && document.querySelector('.main > *') && !document.querySelector('.skel, [aria-busy="true"]');
                since = calm ? since || performance.now() : 0;
                if (since && performance.now() - since > 500) {
                  const paint = performance.getEntriesByName('first-contentful-paint')[0];
                  resolve([paint ? paint.startTime : NaN, since]);
                } else requestAnimationFrame(look);
              };
              look();
            })""";

    private final Playwright playwright;
    private final Browser browser;
    private final String url;
    private final Page page;

    BrowserTimes(String url) {
        this.url = url;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(FLAGS));
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
        context.setDefaultTimeout(PATIENCE);
        page = context.newPage();
        page.navigate(url + "login?lang=en");
        page.locator("input[name=username]").fill("admin");
        page.locator("input[name=password]").fill(ServerUnderTest.PASSWORD);
        page.keyboard().press("Enter");
        page.locator("nav a").first().waitFor();
    }

    /** Addresses of the views in the rail, without those of administration. */
    List<String> views() {
        return page.locator("nav.rail a").all().stream()
                .map(link -> link.getAttribute("href"))
                .filter(path -> !path.startsWith("admin"))
                .toList();
    }

    /** Opens a page as a new tab does; adds milliseconds to its first paint and until it is complete. */
    void open(String path, Times paint, Times complete) {
        page.navigate(url + path);
        List<?> times = (List<?>) page.evaluate(COMPLETE);
        paint.add(((Number) times.get(0)).doubleValue());
        complete.add(((Number) times.get(1)).doubleValue());
    }

    /**
     * Drills, sorts and filters the pivot as it opens, each with another choice than before, until told to stop.
     *
     * @param goOn is asked before each round
     */
    void work(BooleanSupplier goOn, Times drill, Times sort, Times filter) {
        page.navigate(url + "pivot");
        page.locator("[role=gridcell]").first().waitFor();
        page.evaluate(COMPLETE);
        for (int round = 0; goOn.getAsBoolean(); round++) {
            Locator boxes = page.locator("sp-grid button.box[aria-expanded]");
            drill.add(click(boxes.nth(round % Math.min(boxes.count(), 6))));
            page.locator("button.btn:has-text('Sort')").click();
            Locator orders = page.locator("vaadin-popover[opened] [role^=menuitem]");
            orders.first().waitFor();
            sort.add(click(orders.nth(round % 2 == 0 ? 1 : 2)));
            page.locator("button.chip:has-text('Time')").first().click();
            Locator periods = page.locator("vaadin-popover[opened] [role^=menuitem]:has-text('Month')");
            periods.first().waitFor();
            filter.add(click(periods.nth(round % periods.count())));
        }
    }

    /**
     * Walks down the decomposition tree of the whole company, always into the largest part, until its customers are listed.
     *
     * @param step gets the time of each click
     * @param customers gets the time of the click that brings the customers: all from the company down is located in it
     */
    void localise(String period, Times step, Times customers) {
        page.navigate(url + "areas/locate?period=" + period);
        page.locator(".tree").waitFor();
        page.evaluate(COMPLETE);
        for (int level = 0; level < LEVELS; level++) {
            double millis = click(
                    ARM_TREE,
                    page.locator(".tree .tcol:has(button.node)")
                            .last()
                            .locator("button.node")
                            .first());
            step.add(millis);
            if (page.locator(".customers tbody tr").count() > 0) {
                customers.add(millis);
                return;
            }
        }
        throw new IllegalStateException("no customers below the largest parts of " + period + ": " + page.url());
    }

    private double click(Locator target) {
        return click(ARM, target);
    }

    private double click(String arm, Locator target) {
        page.evaluate(arm);
        target.click();
        double millis = ((Number) page.evaluate("() => window.painted")).doubleValue();
        page.evaluate(COMPLETE);
        return millis;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
