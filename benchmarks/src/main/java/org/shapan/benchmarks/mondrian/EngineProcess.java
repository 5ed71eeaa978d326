package org.shapan.benchmarks.mondrian;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.shapan.benchmarks.mondrian.EngineMain.Answer;
import org.shapan.benchmarks.mondrian.MeasuredEngine.Memory;

/** The other end of {@link EngineMain}: an engine in a JVM of its own, on the JDK of this process. */
final class EngineProcess implements AutoCloseable {
    private static final int SECONDS_TO_END = 10;

    private final Process process;
    private final DataOutputStream questions;
    private final DataInputStream answers;

    /**
     * @param mondrian folder of Mondrian's jars; null for our own engine
     * @param options of the JVM
     */
    EngineProcess(Path schema, Path mondrian, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(EngineMain.class.getName());
        command.add(schema.toString());
        if (mondrian != null) {
            command.add(mondrian.toString());
        }
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        questions = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    Answer ask(Memory memory, String mdx) throws IOException {
        questions.write(memory.ordinal());
        EngineMain.writeText(questions, mdx);
        questions.flush();
        return new Answer(answers.readLong(), EngineMain.readText(answers));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        questions.close();
        if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
