package org.shapan.portal.pivot;

/** Something names what does not exist, or what the person may not see: the two look alike. */
public final class UnknownNameException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String name;

    /** @param kind what the name should be of, such as {@code cube} */
    public UnknownNameException(String kind, String name) {
        this(kind, name, null);
    }

    UnknownNameException(String kind, String name, Throwable cause) {
        super("there is no " + kind + " '" + name + "' for you", cause);
        this.name = name;
    }

    public String name() {
        return name;
    }
}
