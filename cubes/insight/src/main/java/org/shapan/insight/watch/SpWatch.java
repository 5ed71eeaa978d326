package org.shapan.insight.watch;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Member;
import org.shapan.insight.Parameters;
import org.shapan.insight.State;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.insight.cube.Members;
import org.shapan.insight.sp.SpCode;
import org.shapan.insight.sp.SpCodes;
import org.shapan.insight.sp.SpFinding;
import org.shapan.insight.sp.SpScore;
import org.shapan.insight.sp.SpVerdict;

/** Business codes of service providers: rules A-SP, one alert per code and month with all its findings (domain §6.2.5). */
public final class SpWatch implements Watch {
    private static final String CUBE = "SP";
    private static final String LINES = "[SP].[Line]";

    private final SpScore score;

    public SpWatch(Parameters parameters) {
        this.score = new SpScore(requireNonNull(parameters, "parameters is null"));
    }

    @Override
    public Set<String> rules() {
        return score.rules();
    }

    @Override
    public List<Alert> alerts(OlapConnection connection, YearMonth first, YearMonth last) throws OlapException {
        Cube cube = connection.getOlapSchema().getCubes().get(CUBE);
        if (cube == null) {
            return List.of();
        }
        Member lines = Members.find(cube, LINES, Members.defaultName(cube, LINES))
                .orElseThrow(() -> new OlapException(CUBE + " has no " + LINES));
        CalendarMonths months = CalendarMonths.of(cube, last);
        List<Alert> alerts = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            YearMonth judged = month;
            List<SpCode> codes = codes(connection, SpCodes.below(cube, lines, months, month));
            score.codes(codes, month).values().stream()
                    .filter(verdict -> verdict.state() == State.YELLOW || verdict.state() == State.RED)
                    .forEach(verdict -> alerts.add(alert(verdict, judged)));
        }
        return alerts;
    }

    private static List<SpCode> codes(OlapConnection connection, SpCodes reader) throws OlapException {
        try {
            return reader.read(reader.history(connection), reader.peakHours(connection), reader.threeDays(connection));
        } catch (OlapException e) {
            throw e;
        } catch (SQLException e) {
            throw new OlapException("the codes cannot be read", e);
        }
    }

    private static Alert alert(SpVerdict verdict, YearMonth month) {
        String code = CalendarMonths.lastName(verdict.code());
        Entity entity = new Entity(Entity.Kind.SP_CODE, code, verdict.code(), code, null);
        List<Finding> findings = new ArrayList<>();
        for (SpFinding found : verdict.findings()) {
            findings.add(new Finding(found.rule().id(), found.state(), found.value(), found.base(), found.threshold()));
        }
        return new Alert(entity, month, verdict.state(), findings);
    }
}
