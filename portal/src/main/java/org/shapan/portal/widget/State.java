package org.shapan.portal.widget;

/** The judged state of a figure (guide 2): shape and colour together, {@code NONE} where nothing is judged. */
public enum State {
    RED("r", "tr"),
    YELLOW("y", "ty"),
    GREEN("g", ""),
    NONE("n", "");

    private final String cssClass;
    private final String textClass;

    State(String cssClass, String textClass) {
        this.cssClass = cssClass;
        this.textClass = textClass;
    }

    /** Class of the mark and of a tile's border. */
    public String cssClass() {
        return cssClass;
    }

    /** Class of a text in the state's colour; empty where the text stays ink. */
    public String textClass() {
        return textClass;
    }

    /** Key of the state's name in the texts. */
    public String textKey() {
        return "widget.state." + name();
    }

    /** The theme's name of the mark's colour in chart options; null where the state has no colour. */
    public String chartColour() {
        return switch (this) {
            case RED -> "$red";
            case YELLOW -> "$yellow";
            case GREEN, NONE -> "$measure";
        };
    }
}
