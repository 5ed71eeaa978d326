package org.shapan.portal.widget;

import com.vaadin.flow.component.html.Span;

/** The portal's own line icons, drawn on 20 × 20 with a stroke of 1.5. */
public enum Icon {
    HOME("<path d='M3 9.5 10 4l7 5.5V16h-5v-4H8v4H3z'/>"),
    SAND_TABLE("<rect x='3' y='3' width='14' height='14' rx='1'/><path d='M3 8h14M3 12.5h14M8 3v14M12.5 3v14'/>"),
    AREAS("<path d='m3 5 4.5-1.5 5 2L17 4v11l-4.5 1.5-5-2L3 16zM7.5 3.5v11M12.5 5.5v11'/>"),
    SP("<path d='M4 16V9m4 7V5m4 11V8m4 8V3'/>"),
    CHANNELS("<path d='M4 8h12v8.500H4zM3 8l1.500-4.500h11L17 8M8 16.500V12h4v4.500'/>"),
    HALLS(
            "<circle cx='7' cy='6.500' r='2.500'/><path d='M2.500 16c0-3 2-5 4.500-5s4.500 2 4.500 5M13 4.500a2.300 2.300 0 0 1 0 4.500M14 11.500c2 .5 3.500 2.300 3.500 4.500'/>"),
    PIVOT("<path d='M3 4h14v12H3zM3 8h14M7.5 8v8M10 12h4m0 0-1.5-1.5M14 12l-1.5 1.5'/>"),
    REPORTS("<path d='M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M8 10h5M8 13h5'/>"),
    ADMIN(
            "<circle cx='10' cy='10' r='2.5'/><path d='M10 3v2.500M10 14.500V17M3 10h2.500M14.500 10H17M5 5l1.800 1.800M13.200 13.200 15 15M15 5l-1.800 1.800M6.800 13.200 5 15'/>"),
    CHEVRON("<path d='m5 8 5 5 5-5'/>"),
    SEARCH("<circle cx='9' cy='9' r='5'/><path d='m13 13 4 4'/>"),
    CLOSE("<path d='m5 5 10 10M15 5 5 15'/>"),
    PLUS("<path d='M10 4v12M4 10h12'/>"),
    MORE("<circle cx='4' cy='10' r='.8'/><circle cx='10' cy='10' r='.8'/><circle cx='16' cy='10' r='.8'/>"),
    SWAP("<path d='M4 7h11m0 0-3-3m3 3-3 3M16 13H5m0 0 3-3m-3 3 3 3'/>"),
    LINK("<path d='M8.5 11.5 12 8M7 9 5 11a3 3 0 0 0 4.2 4.2l2-2M13 11l2-2A3 3 0 0 0 10.8 4.8l-2 2'/>"),
    EXPORT("<path d='M10 3v10m0 0-4-4m4 4 4-4M4 17h12'/>"),
    MAIL("<path d='M3 5h14v10H3zM3 6l7 5 7-5'/>"),
    FORMULA("<path d='M12.5 4c-2.5-.6-3 1-3.3 3L8 14c-.4 2-1.2 3-3 2.5M6.5 8.500h5M12 11l4 5m0-5-4 5'/>"),
    FOLDER("<path d='M3 5h5l1.5 2H17v8.500H3z'/>"),
    FILTER("<path d='M3 4.500h14l-5.500 6.500v5l-3 1.500v-6.500z'/>"),
    LOCK("<path d='M5 9h10v8H5zM7 9V6.500a3 3 0 0 1 6 0V9'/>"),
    PLAY("<path d='M6 4l10 6-10 6z'/>"),
    PAUSE("<path d='M7 4v12M13 4v12'/>"),
    CLOCK("<circle cx='10' cy='10' r='7'/><path d='M10 6v4l3 2'/>"),
    STAR("<path d='m10 3 2.2 4.600 5 .7-3.600 3.500.9 5L10 14.400l-4.500 2.400.9-5L2.800 8.300l5-.7z'/>"),
    CHECK("<path d='m4 10 4 4 8-8'/>"),
    UNDO("<path d='M4 8h8a4 4 0 0 1 0 8H7M4 8l3-3M4 8l3 3'/>"),
    WARNING("<path d='M10 3 18 17H2zM10 8v4m0 2v.5'/>");

    private final String drawing;

    Icon(String drawing) {
        this.drawing = drawing;
    }

    /** The icon as a component; it is hidden from screen readers, so a control needs its own name. */
    public Span create() {
        Span box = new Span();
        box.addClassName("i-box");
        box.getElement()
                .setProperty(
                        "innerHTML", "<svg class='i' viewBox='0 0 20 20' aria-hidden='true'>" + drawing + "</svg>");
        return box;
    }
}
