package org.shapan.portal.mdx;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.olap4j.CellSet;
import org.shapan.engine.api.RowBlock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers lines of MDX in order, one line each. A bad line, a query that fails and an error of the engine give an error line; only a
 * broken input or output ends the work.
 */
public final class MdxLines {
    private final JsonMapper json = JsonMapper.builder().build();
    private final MdxQueries queries;

    public MdxLines(MdxQueries queries) {
        this.queries = requireNonNull(queries, "queries is null");
    }

    /** Number of lines answered, and how many of them with an error. */
    public record Tally(long answered, long failed) {}

    /** Reads to the end of {@code in}; every answer is flushed before the next line is read. Empty lines are passed over. */
    public Tally answerAll(BufferedReader in, Writer out) throws IOException {
        long answered = 0;
        long failed = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.isBlank()) {
                continue;
            }
            ObjectNode answer = answer(line);
            answered++;
            failed += answer.get("ok").booleanValue() ? 0 : 1;
            out.write(json.writeValueAsString(answer));
            out.write('\n');
            out.flush();
        }
        return new Tally(answered, failed);
    }

    private ObjectNode answer(String line) {
        long start = System.nanoTime();
        ObjectNode answer = json.createObjectNode();
        try {
            MdxRequest request = MdxRequest.parse(json, line);
            answer.set("id", request.id());
            answer.put("ok", true);
            queries.run(request.mdx(), request.catalog(), request.role(), result -> {
                if (result instanceof CellSet cells) {
                    new CellSetJson(cells).writeTo(answer);
                } else {
                    RowsJson.write(result.unwrap(RowBlock.class), answer);
                }
            });
        } catch (MdxRequest.MalformedLineException e) {
            fail(answer, e.id(), List.of(e.getMessage()));
        } catch (Exception e) {
            fail(answer, answer.get("id"), messages(e));
        } catch (StackOverflowError | OutOfMemoryError e) {
            fail(answer, answer.get("id"), List.of("the query needs more memory than there is: " + e));
        }
        answer.put("millis", (System.nanoTime() - start) / 1_000_000);
        return answer;
    }

    private static void fail(ObjectNode answer, JsonNode id, List<String> messages) {
        answer.removeAll();
        answer.set("id", id);
        answer.put("ok", false);
        messages.forEach(answer.putArray("error")::add);
    }

    /** Messages of a failure, outermost first, each once. */
    private static List<String> messages(Throwable failure) {
        List<String> messages = new ArrayList<>();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            String message = t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage();
            if (!messages.contains(message)) {
                messages.add(message);
            }
        }
        return messages;
    }
}
