package org.shapan.engine.olap4j;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * olap4j's test kit from its installed jars, run against this driver. The kit tests package-private parts of olap4j too, so all of it
 * is in one class loader: kit, olap4j, driver.
 */
final class TestKit implements AutoCloseable {
    private static final String TESTER = "org.shapan.engine.olap4j.ShapanTester";
    private static final String RUN = "org.shapan.engine.olap4j.TestKitRun";

    private final URLClassLoader loader;

    /**
     * @param jars the kit first
     * @param classes an empty folder
     */
    TestKit(List<Path> jars, Path classes) throws IOException {
        List<String> path =
                new ArrayList<>(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
        jars.forEach(jar -> path.add(jar.toString()));
        path.add(classes.toString());
        compileTester(classes, String.join(File.pathSeparator, path));
        loader = new URLClassLoader(
                path.stream().map(TestKit::url).toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static void compileTester(Path classes, String path) throws IOException {
        Path source = classes.resolve("ShapanTester.java");
        try (InputStream text = TestKit.class.getResourceAsStream("ShapanTester.java")) {
            Files.write(source, text.readAllBytes());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter problems = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of("-cp", path, "-d", classes.toString(), "-proc:none");
            if (!compiler.getTask(
                            new PrintWriter(problems), files, null, options, null, files.getJavaFileObjects(source))
                    .call()) {
                throw new IllegalStateException("the tester does not fit the kit: " + problems);
            }
        }
    }

    private static URL url(String file) {
        try {
            return Path.of(file).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(file, e);
        }
    }

    /** Runs all tests one by one: the failure of each by {@code Class.method}, empty for a pass. */
    @SuppressWarnings("unchecked")
    Map<String, String> run(String connectUrl) throws ReflectiveOperationException {
        Properties given = new Properties();
        given.setProperty("org.olap4j.test.helperClassName", TESTER);
        given.setProperty("org.olap4j.test.connectUrl", connectUrl);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        System.getProperties().putAll(given);
        try {
            return ((Function<Properties, Map<String, String>>)
                            loader.loadClass(RUN).getDeclaredConstructor().newInstance())
                    .apply(given);
        } finally {
            given.stringPropertyNames().forEach(System::clearProperty);
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
