package org.shapan.portal.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import org.shapan.portal.cubes.CubeSource;
import org.shapan.portal.mdx.CatalogQueries;
import org.shapan.portal.mdx.MdxLines;
import org.shapan.warehouse.data.DataDirectory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /internal/mdx}: one line of JSON with MDX in, one line of JSON with the result out, over the telecom catalog. */
@RestController
@ConditionalOnBean(DataDirectory.class)
class MdxEndpoint {
    private final CubeSource cubes;

    MdxEndpoint(CubeSource cubes) {
        this.cubes = cubes;
    }

    @PostMapping(path = "/internal/mdx", produces = MediaType.APPLICATION_NDJSON_VALUE)
    String answer(@RequestBody String line, @RequestParam(required = false) String role, @RequestParam long timeout)
            throws IOException {
        StringWriter out = new StringWriter();
        MdxLines lines = new MdxLines((mdx, catalog, lineRole, answer) -> {
            if (catalog != null) {
                throw new org.olap4j.OlapException(
                        "the server answers the catalog of its data directory; a line with \"catalog\" needs --catalog and --jdbc");
            }
            CatalogQueries.over(cubes.server(), role, Duration.ofSeconds(timeout))
                    .run(mdx, null, lineRole, answer);
        });
        lines.answerAll(new BufferedReader(new StringReader(line)), out);
        return out.toString();
    }
}
