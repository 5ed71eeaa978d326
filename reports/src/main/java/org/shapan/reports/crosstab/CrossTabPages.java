package org.shapan.reports.crosstab;

import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.base.JRBasePrintPage;
import net.sf.jasperreports.engine.base.JRBasePrintText;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.OrientationEnum;

/**
 * Lays a result on pages: facts and filters on every one, heads of the columns repeated, heads of rows again where a page
 * begins within them; down through the rows first, then on to the columns that did not fit.
 */
public final class CrossTabPages {
    private static final int LEFT = 34;
    private static final int TOP = 30;
    private static final int BOTTOM = 25;
    private static final int FOOT = 22;
    private static final int SHORT_SIDE = 595;
    private static final int LONG_SIDE = 842;
    private static final int FILTERS = 46;
    private static final int LINK = 88;
    private static final int MOST_FILTERS = 66;
    private static final int CAPTION = 20;
    private static final int LINE = 17;
    private static final int NUMBER = 40;
    private static final String CONTENTS = "shapan.contents";

    private final JasperPrint print = new JasperPrint();
    private final CrossTab table;
    private final PageFacts facts;
    private final CrossTabLimits limits;
    private final Runnable paged;
    private final CrossTabLayout layout;
    private final PageElements elements;
    private final CrossTabRows rows;
    private final List<JRBasePrintPage> pages = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final int width;
    private final int bottom;

    private CrossTabPages(
            CrossTab table,
            PageFacts facts,
            boolean bars,
            CrossTabLimits limits,
            JasperReportsContext context,
            Runnable paged)
            throws JRException {
        this.table = table;
        this.facts = facts;
        this.limits = limits;
        this.paged = paged;
        this.layout = CrossTabLayout.of(table, facts, context);
        this.elements = new PageElements(context, print);
        this.rows = new CrossTabRows(table, layout, elements, facts, bars, context);
        this.width = layout.width();
        this.bottom = (layout.across() ? SHORT_SIDE : LONG_SIDE) - BOTTOM - FOOT;
    }

    /**
     * The pages of a result.
     *
     * @param breaks whether each member of the outermost field of the rows begins a page
     * @param bars whether bars stand behind figures that have one
     * @param paged run at the begin of each page; what it throws ends the layout
     * @throws PivotRefusedException when it has more pages than a document may have
     */
    public static JasperPrint of(
            CrossTab table,
            PageFacts facts,
            boolean breaks,
            boolean bars,
            CrossTabLimits limits,
            JasperReportsContext context,
            Runnable paged)
            throws JRException {
        return new CrossTabPages(table, facts, bars, limits, context, paged).laid(breaks);
    }

    private JasperPrint laid(boolean breaks) {
        boolean across = layout.across();
        print.setName(facts.title());
        print.setPageWidth(across ? LONG_SIDE : SHORT_SIDE);
        print.setPageHeight(across ? SHORT_SIDE : LONG_SIDE);
        print.setOrientation(across ? OrientationEnum.LANDSCAPE : OrientationEnum.PORTRAIT);
        if (table.rows().isEmpty() || layout.strips().isEmpty()) {
            int y = page();
            last().addElement(elements.set(
                    elements.text("Quiet", facts.texts().text("nothing")), LEFT, y, width, layout.rowHeight()));
        } else {
            for (Section section : breaks
                    ? sections()
                    : List.of(new Section("", 0, table.rows().size()))) {
                layout.strips().forEach(strip -> strip(section, strip));
            }
        }
        print.setProperty(CONTENTS, Integer.toString(contents()));
        for (int i = 0; i < pages.size(); i++) {
            foot(pages.get(i), i + 1);
            print.addPage(pages.get(i));
        }
        return print;
    }

    /** How many pages of contents a document begins with. */
    public static int contents(JasperPrint print) {
        String pages = print.getProperty(CONTENTS);
        return pages == null ? 0 : Integer.parseInt(pages);
    }

    /** A part, and the page on which it begins, counted from 1 without those of the contents. */
    private record Entry(String caption, int page) {}

    /**
     * Puts a table of contents before a long document in parts.
     *
     * @return how many pages it takes, 0 when there is none
     */
    private int contents() {
        int body = pages.size();
        if (body <= limits.contents() || entries.size() < 2) {
            return 0;
        }
        int top = page();
        int lines = Math.max(1, (bottom - top - CAPTION) / LINE);
        int count = Math.ceilDiv(entries.size(), lines);
        for (int sheet = 0; sheet < count; sheet++) {
            int y = sheet == 0 ? top : page();
            JRBasePrintText heading = elements.text("Strong", facts.texts().text("contents"));
            heading.setFontSize(9.75f);
            last().addElement(elements.set(heading, LEFT, y, width, CAPTION));
            y += CAPTION;
            for (Entry entry : entries.subList(sheet * lines, Math.min(entries.size(), (sheet + 1) * lines))) {
                line(entry, count, y);
                y += LINE;
            }
        }
        List<JRBasePrintPage> front = List.copyOf(pages.subList(body, pages.size()));
        pages.subList(body, pages.size()).clear();
        pages.addAll(0, front);
        return count;
    }

    private void line(Entry entry, int before, int y) {
        int number = entry.page() + before;
        JRBasePrintText name = elements.text("Link", entry.caption());
        name.setLinkType("LocalPage");
        name.setHyperlinkPage(number);
        last().addElement(elements.set(name, LEFT, y, width - NUMBER, LINE));
        JRBasePrintText page = elements.text("Figure", Integer.toString(number));
        last().addElement(elements.set(page, LEFT + width - NUMBER, y, NUMBER, LINE));
        last().addElement(elements.rule("Rule", LEFT, y + LINE, width));
    }

    /** Rows {@code from} to before {@code to} that begin a page. */
    private record Section(String caption, int from, int to) {}

    /** A section for each outermost head: the page of a member holds nothing of others, so a total has one of its own. */
    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); ) {
            CrossTab.Head head = table.rows().get(row).outermost();
            int to = head == null ? row + 1 : head.start() + head.run();
            sections.add(new Section(head == null ? "" : head.text(), row, to));
            row = to;
        }
        return sections;
    }

    private void strip(Section section, CrossTabLayout.Strip strip) {
        boolean first = strip.from() == 0;
        for (int row = section.from(); row < section.to(); ) {
            int y = page();
            y = caption(section, strip, first && row == section.from(), y);
            y = rows.heads(last(), strip, LEFT, y);
            int start = row;
            int height = rows.height(row, true);
            while (row < section.to() && (row == start || y + height <= bottom)) {
                int next = row + 1 < section.to() ? rows.height(row + 1, false) : 0;
                boolean ends = row + 1 == section.to() || y + height + next > bottom;
                rows.draw(last(), strip, row, row == start, ends, LEFT, y, height);
                y += height;
                height = next;
                row++;
            }
        }
    }

    /** What part of the result a page has, where it does not have all columns or rows. */
    private int caption(Section section, CrossTabLayout.Strip strip, boolean first, int y) {
        boolean some = layout.strips().size() > 1;
        if (section.caption().isEmpty() && !some) {
            return y;
        }
        JRBasePrintText name = elements.text("Strong", section.caption());
        name.setFontSize(9.75f);
        if (first && !section.caption().isEmpty()) {
            name.setAnchorName(section.caption());
            name.setBookmarkLevel(1);
            entries.add(new Entry(section.caption(), pages.size()));
        }
        last().addElement(elements.set(name, LEFT, y, width / 2, CAPTION));
        if (some) {
            JRBasePrintText part =
                    elements.text("Quiet", facts.columns(strip, table.columns().size()));
            part.setHorizontalTextAlign(HorizontalTextAlignEnum.RIGHT);
            last().addElement(elements.set(part, LEFT + width / 2, y, width - width / 2, CAPTION));
        }
        return y + CAPTION;
    }

    private JRBasePrintPage last() {
        return pages.getLast();
    }

    /**
     * Begins a page with its head.
     *
     * @return where the table begins
     */
    private int page() {
        JRBasePrintPage page = new JRBasePrintPage();
        pages.add(page);
        limits.checkPages(pages.size());
        paged.run();
        int half = width / 2;
        page.addElement(elements.set(elements.text("Title", facts.title()), LEFT, TOP, half + 40, 24));
        page.addElement(elements.set(elements.text("Quiet", facts.subtitle()), LEFT, TOP + 22, half, 14));
        JRBasePrintText scope = right("Base", facts.scope(), half, TOP, 15);
        scope.setBold(true);
        scope.setFontSize(9f);
        page.addElement(elements.set(scope, scope.getX() + 40, TOP, half - 40, 15));
        page.addElement(right("Meta", facts.dataLine(), half, TOP + 14, 12));
        page.addElement(right("Meta", facts.runLine(), half, TOP + 26, 12));
        page.addElement(elements.rule("RuleStrong", LEFT, TOP + 41, width));
        int y = TOP + FILTERS;
        int room = width - (facts.link() == null ? 0 : LINK);
        JRBasePrintText filters = elements.text("Meta", facts.filters());
        filters.setMarkup("styled");
        int height = Math.min(elements.height(filters, room), MOST_FILTERS);
        page.addElement(elements.set(filters, LEFT, y, room, height));
        if (facts.link() != null) {
            JRBasePrintText link = elements.text("Link", facts.texts().text("link.open"));
            link.setHorizontalTextAlign(HorizontalTextAlignEnum.RIGHT);
            link.setLinkType("Reference");
            link.setHyperlinkReference(facts.link());
            page.addElement(elements.set(link, LEFT + width - LINK, y, LINK, 12));
        }
        page.addElement(elements.rule("Rule", LEFT, y + height + 4, width));
        return y + height + 11;
    }

    private JRBasePrintText right(String style, String text, int half, int y, int height) {
        JRBasePrintText element = elements.text(style, text);
        element.setHorizontalTextAlign(HorizontalTextAlignEnum.RIGHT);
        return elements.set(element, LEFT + width - half, y, half, height);
    }

    private void foot(JRBasePrintPage page, int number) {
        int y = bottom + 2;
        page.addElement(elements.rule("RuleFoot", LEFT, y, width));
        JRBasePrintText footer = elements.text("Quiet", facts.footer());
        footer.setFontSize(8f);
        page.addElement(elements.set(footer, LEFT, y + 6, width - 128, 12));
        JRBasePrintText count = elements.text("Quiet", facts.page(number, pages.size()));
        count.setFontSize(8f);
        count.setHorizontalTextAlign(HorizontalTextAlignEnum.RIGHT);
        page.addElement(elements.set(count, LEFT + width - 128, y + 6, 128, 12));
    }
}
