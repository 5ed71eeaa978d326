package org.shapan.engine.olap4j;

import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import junit.framework.Test;
import junit.framework.TestCase;
import junit.framework.TestFailure;
import junit.framework.TestResult;
import junit.framework.TestSuite;

/** What is loaded into the class loader of the {@link TestKit}: runs its suite. */
public final class TestKitRun implements Function<Properties, Map<String, String>> {

    @Override
    public Map<String, String> apply(Properties given) {
        try {
            TestSuite suite = (TestSuite) Class.forName("org.olap4j.test.TestContext")
                    .getMethod("createTckSuite", Properties.class, String.class)
                    .invoke(null, given, "olap4j");
            Map<String, String> outcomes = new TreeMap<>();
            run(suite, outcomes);
            return outcomes;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("not the test kit that is known", e);
        }
    }

    private static void run(TestSuite suite, Map<String, String> outcomes) {
        for (Test test : Collections.list(suite.tests())) {
            if (test instanceof TestSuite inner) {
                run(inner, outcomes);
            } else {
                TestResult result = new TestResult();
                test.run(result);
                String name = test.getClass().getSimpleName() + "." + ((TestCase) test).getName();
                outcomes.put(
                        name,
                        Stream.concat(
                                        Collections.list(result.failures()).stream(),
                                        Collections.list(result.errors()).stream())
                                .map(TestFailure::trace)
                                .collect(Collectors.joining()));
            }
        }
    }
}
