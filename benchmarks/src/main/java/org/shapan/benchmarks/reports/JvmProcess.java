package org.shapan.benchmarks.reports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM on the JDK and the classes of this one. */
final class JvmProcess {
    private JvmProcess() {}

    static ProcessBuilder command(List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
