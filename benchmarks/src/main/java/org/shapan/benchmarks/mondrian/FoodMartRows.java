package org.shapan.benchmarks.mondrian;

/** Where the FoodMart rows are: a read-only database in memory, in each engine's own process. */
final class FoodMartRows {
    static final String URL = "jdbc:hsqldb:res:foodmart";
    static final String USER = "FOODMART";
    static final String PASSWORD = "FOODMART";

    private FoodMartRows() {}
}
