package org.shapan.portal.marks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.shapan.portal.area.AreaAssessor;
import org.shapan.portal.sp.SpAssessor;
import org.shapan.reports.insight.Assessment;
import org.shapan.reports.insight.CellAddress;
import org.shapan.reports.insight.ReportInsight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Judges cells of reports by the rules of the boards. A cell outside of them is absent, never guessed. */
@Component
public class BoardInsight implements ReportInsight {
    private static final Logger LOG = LoggerFactory.getLogger(BoardInsight.class);

    @Override
    public List<Assessment> assess(OlapConnection connection, List<CellAddress> cells) {
        Map<String, List<Integer>> byCube = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            byCube.computeIfAbsent(cells.get(i).cube().getName(), cube -> new ArrayList<>())
                    .add(i);
        }
        List<Assessment> assessments = new ArrayList<>(Collections.nCopies(cells.size(), Assessment.ABSENT));
        byCube.forEach((cube, positions) -> {
            List<Assessment> ofCube =
                    assess(connection, cube, positions.stream().map(cells::get).toList());
            for (int i = 0; i < positions.size(); i++) {
                assessments.set(positions.get(i), ofCube.get(i));
            }
        });
        return assessments;
    }

    /** A report without marks is better than none: a failing query leaves the marks out, and says so in the log. */
    private static List<Assessment> assess(OlapConnection connection, String cube, List<CellAddress> cells) {
        try {
            return cube.equals(SpAssessor.CUBE)
                    ? SpAssessor.assess(connection, cells)
                    : AreaAssessor.assess(connection, cells);
        } catch (OlapException e) {
            LOG.error("Cells of {} could not be judged", cube, e);
            return Collections.nCopies(cells.size(), Assessment.ABSENT);
        }
    }
}
