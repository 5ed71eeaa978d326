package org.shapan.portal.pivot.format;

/** Red, yellow or green, with the shape that says the same without colour (guide 2). */
public enum Light {
    RED("r", "■"),
    YELLOW("y", "▲"),
    GREEN("g", "●");

    private final String key;
    private final String sign;

    Light(String key, String sign) {
        this.key = key;
        this.sign = sign;
    }

    /** Its letter in style sheets. */
    public String key() {
        return key;
    }

    /** Its shape where only text can be written. */
    public String sign() {
        return sign;
    }
}
