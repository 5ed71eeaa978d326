package org.shapan.portal.customer;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shapan.engine.api.Settings;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Which columns of rows say who a customer is, and how their values are masked. Thread-safe. */
@Component
public class CustomerColumns {
    /** Numbers, customers, terminals, and what an SP's traffic gathers at. */
    static final String DEFAULT = "Number, Customer, Customers, Terminal, Most frequent values";

    private final Set<String> names;

    public CustomerColumns(Environment environment) {
        String setting = new Settings(environment::getProperty).text("shapan.customer.masked-columns");
        names = Stream.of((setting == null || setting.isBlank() ? DEFAULT : setting).split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param name of a column of a drill-through: {@code Number}, or the unique name of a level, with any part around it */
    public boolean hides(String name) {
        String bare = name.substring(name.lastIndexOf('[') + 1).replaceAll("[\\])]+$", "");
        return names.contains(bare.toLowerCase(Locale.ROOT));
    }

    /** A value as those may see it who may not unmask; null stays null. */
    public static String masked(Object value) {
        return value == null ? null : number(value).masked();
    }

    /** The customer that a value names. */
    public static CustomerNumber number(Object value) {
        return new CustomerNumber(Objects.toString(value));
    }
}
