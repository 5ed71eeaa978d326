package org.shapan.portal.mdx;

import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of input.
 *
 * @param id given back with the answer: any JSON value, null when there is none
 * @param role null for the role of the command line
 * @param catalog schema file, null for the one of the command line
 */
record MdxRequest(JsonNode id, String mdx, String role, Path catalog) {

    /** @throws MalformedLineException when the line is no JSON object with a text field {@code mdx} */
    static MdxRequest parse(JsonMapper json, String line) throws MalformedLineException {
        JsonNode node;
        try {
            node = json.readTree(line);
        } catch (JacksonException e) {
            throw new MalformedLineException(null, "not JSON: " + e.getOriginalMessage());
        }
        if (node == null || !node.isObject()) {
            throw new MalformedLineException(
                    null, "a line must be a JSON object such as {\"id\":1,\"mdx\":\"SELECT …\"}");
        }
        JsonNode id = node.get("id");
        String catalog = text(node, "catalog", id);
        String mdx = text(node, "mdx", id);
        if (mdx == null) {
            throw new MalformedLineException(id, "the field \"mdx\" is missing");
        }
        return new MdxRequest(id, mdx, text(node, "role", id), catalog == null ? null : Path.of(catalog));
    }

    private static String text(JsonNode node, String field, JsonNode id) throws MalformedLineException {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new MalformedLineException(id, "the field \"" + field + "\" must be a text");
        }
        return value.stringValue();
    }

    /** A line that is no request. */
    static final class MalformedLineException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient JsonNode id;

        MalformedLineException(JsonNode id, String message) {
            super(message);
            this.id = id;
        }

        JsonNode id() {
            return id;
        }
    }
}
