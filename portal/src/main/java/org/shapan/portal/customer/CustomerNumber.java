package org.shapan.portal.customer;

/**
 * The number of a customer. Whatever is written of it is masked; {@link #whole()} is for those who may unmask and whose look is recorded.
 */
public final class CustomerNumber implements Comparable<CustomerNumber> {
    private static final int HEAD = 4;
    private static final int TAIL = 3;

    private final String digits;

    CustomerNumber(String digits) {
        this.digits = digits;
    }

    /** {@code 2350****118}; nothing but asterisks where the number is too short to hide anything. */
    public String masked() {
        return digits.length() <= HEAD + TAIL
                ? "****"
                : digits.substring(0, HEAD) + "****" + digits.substring(digits.length() - TAIL);
    }

    /** All digits. */
    public String whole() {
        return digits;
    }

    @Override
    public int compareTo(CustomerNumber other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CustomerNumber number && number.digits.equals(digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    /** Masked, so that no log has a number. */
    @Override
    public String toString() {
        return masked();
    }
}
