package org.shapan.portal.pivot;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.util.ArrayList;
import java.util.List;

/** Clicks the controls of a page one after the other and says which of them do nothing. */
final class EveryControl {
    /** Everything a person could see a change in, but for menus: address, elements of the page and of the grid, the clipboard. */
    private static final String STATE = """
            const hash = (text) => [...text].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) | 0, 7);
            const menu = () => [...document.querySelectorAll('.menu')].filter((m) => m.checkVisibility()).map((m) => m.innerText).join();
            const state = async () => {
              const page = document.body.cloneNode(true);
              page.querySelectorAll('vaadin-popover, .menu-at').forEach((part) => part.remove());
              const grid = document.querySelector('sp-grid')?.shadowRoot.innerHTML ?? '';
              return `${location.href} ${hash(page.outerHTML)} ${hash(grid)} ${await navigator.clipboard.readText()}`;
            };
            """;
    /** The state that two looks in a row agree on, with the clipboard empty; and what the open menu says. */
    private static final String SETTLED = """
            async () => {
              %s
              await navigator.clipboard.writeText('');
              let before = await state();
              for (let i = 0; i < 20; i++) {
                await new Promise((done) => setTimeout(done, 300));
                const now = await state();
                if (now === before) break;
                before = now;
              }
              return [before, menu()];
            }
            """.formatted(STATE);
    /** Whether the page changed, or a menu shows something else; that a menu closes is no change. */
    private static final String CHANGED = """
            async ([page, shown]) => {
              %s
              return (await state()) !== page || (menu() !== '' && menu() !== shown);
            }
            """.formatted(STATE);

    private static final double PATIENCE = 15_000;

    private final Page page;
    private final String controls;
    private final Runnable reset;
    private final List<String> dead = new ArrayList<>();
    private int clicked;

    /**
     * @param page may read and write the clipboard
     * @param controls selector of the controls
     * @param reset brings the page back to where it was
     */
    EveryControl(Page page, String controls, Runnable reset) {
        this.page = page;
        this.controls = controls;
        this.reset = reset;
    }

    /** Clicks those at the places {@code first}, {@code first + step}, …; one that shows what is chosen already is left alone. */
    EveryControl click(int first, int step) {
        reset.run();
        int count = page.locator(controls).count();
        for (int i = first; i < count; i += step) {
            Locator control = page.locator(controls).nth(i);
            String name = name(control);
            boolean chosen = "true".equals(control.getAttribute("aria-pressed"))
                    || "menuitemradio".equals(control.getAttribute("role"));
            if (chosen) {
                continue;
            }
            if (control.isDisabled()) {
                if (control.getAttribute("title") == null) {
                    dead.add(name + " is disabled without a reason");
                }
                continue;
            }
            Object before = page.evaluate(SETTLED);
            control.click();
            clicked++;
            try {
                page.waitForCondition(
                        () -> (boolean) page.evaluate(CHANGED, before),
                        new Page.WaitForConditionOptions().setTimeout(PATIENCE));
            } catch (TimeoutError e) {
                dead.add(name);
            }
            reset.run();
        }
        return this;
    }

    /** What did nothing. */
    List<String> dead() {
        return dead;
    }

    int clicked() {
        return clicked;
    }

    private static String name(Locator control) {
        String label = control.getAttribute("aria-label");
        return label != null ? label : control.innerText().strip().replace('\n', ' ');
    }
}
