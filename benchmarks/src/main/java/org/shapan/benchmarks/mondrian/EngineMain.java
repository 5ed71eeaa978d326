package org.shapan.benchmarks.mondrian;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.olap4j.CellSet;
import org.olap4j.CellSetAxis;
import org.olap4j.OlapStatement;
import org.olap4j.Position;
import org.olap4j.metadata.Member;
import org.shapan.benchmarks.mondrian.MeasuredEngine.Memory;

/**
 * The process of one engine. Reads questions from standard input and writes an answer to each on standard output: a question is the
 * ordinal of a {@link Memory} and the text of a query, an answer the nanoseconds and the text of the result. Ends with the input.
 *
 * <p>Measured is what a client does: make a statement, execute the text, read the unique name of every member of every position and the
 * formatted value of every cell.
 */
final class EngineMain {
    private static final String ERROR = "#ERR";

    private EngineMain() {}

    /** @param arguments the schema, and the folder of Mondrian's jars when it is Mondrian's turn */
    public static void main(String[] arguments) throws Exception {
        DataOutputStream answers = new DataOutputStream(System.out);
        System.setOut(System.err);
        MeasuredEngine engine =
                MeasuredEngine.open(Path.of(arguments[0]), arguments.length > 1 ? Path.of(arguments[1]) : null);
        DataInputStream questions = new DataInputStream(System.in);
        for (int memory = questions.read(); memory >= 0; memory = questions.read()) {
            engine.reduceTo(Memory.values()[memory]);
            Answer answer = ask(engine, readText(questions));
            answers.writeLong(answer.nanos());
            writeText(answers, answer.text());
            answers.flush();
        }
    }

    /** @param text of the result, the same for both engines when the results are; begins with #ERR when the query failed */
    record Answer(long nanos, String text) {}

    private static Answer ask(MeasuredEngine engine, String mdx) {
        StringBuilder text = new StringBuilder();
        long start = System.nanoTime();
        try (OlapStatement statement = engine.connection().createStatement()) {
            read(statement.executeOlapQuery(mdx), text);
        } catch (Exception e) {
            return new Answer(System.nanoTime() - start, ERROR + " " + e);
        }
        return new Answer(System.nanoTime() - start, text.toString());
    }

    private static void read(CellSet cells, StringBuilder text) {
        int count = 1;
        for (CellSetAxis axis : cells.getAxes()) {
            List<Position> positions = axis.getPositions();
            count *= positions.size();
            for (Position position : positions) {
                for (Member member : position.getMembers()) {
                    text.append(member.getUniqueName()).append(' ');
                }
                text.append('\n');
            }
        }
        for (int ordinal = 0; ordinal < count; ordinal++) {
            String formatted = cells.getCell(ordinal).getFormattedValue();
            // The wording of an error is each engine's own.
            text.append(formatted.startsWith(ERROR) ? ERROR : formatted).append('\n');
        }
    }

    static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
