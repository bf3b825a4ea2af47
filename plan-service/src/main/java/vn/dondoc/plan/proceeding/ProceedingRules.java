package vn.dondoc.plan.proceeding;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Proceedings;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.directive.Sides;
import vn.dondoc.plan.rules.BrokenRules;
import vn.dondoc.platform.problem.Problems;

/** What a meeting or an inspection must say, and to whom its points may speak. */
@Component
class ProceedingRules {

    private static final String INVALID = "PROCEEDING_INVALID";
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_LINE = 300;
    private static final int MOST = 200;
    private static final int EARLIEST_YEAR = 1975;
    private static final int LATEST_YEAR = 2200;

    private final Problems problems;

    ProceedingRules(Problems problems) {
        this.problems = problems;
    }

    void written(Proceedings.Wanted wanted, Sides.Side side, Locale locale) {
        var broken = new BrokenRules();
        broken.require(isText(wanted.title(), LONGEST_LINE), "title", "PROCEEDING_TITLE");
        broken.require(wanted.heldOn().getYear() >= EARLIEST_YEAR && wanted.heldOn().getYear() <= LATEST_YEAR, "heldOn", "PROCEEDING_DAY");
        brief("number", wanted.number(), broken);
        brief("place", wanted.place(), broken);
        brief("chair", wanted.chair(), broken);
        broken.require(wanted.points().size() <= MOST && wanted.agenda().size() <= MOST && wanted.participants().size() <= MOST * 2, "points", "PROCEEDING_MANY", MOST);
        reached(wanted.participants(), side, "participants", broken);
        var seen = new HashSet<String>();
        for (int at = 0; at < wanted.points().size(); at++) {
            var point = wanted.points().get(at);
            var field = "points[" + at + "]";
            broken.require(isText(point.text(), LONGEST_TEXT), field, "POINT_TEXT", LONGEST_TEXT);
            broken.require(point.id() == null || seen.add(point.id()), field, "POINT_TWICE");
            broken.require(!(point.due() instanceof Due.By(var day, _, _)) || day.getYear() <= LATEST_YEAR && day.getYear() >= EARLIEST_YEAR, field, "PROCEEDING_DAY");
            reached(point.units(), side, field, broken);
        }
        for (int at = 0; at < wanted.agenda().size(); at++) {
            broken.require(isText(wanted.agenda().get(at).text(), LONGEST_TEXT), "agenda[" + at + "]", "POINT_TEXT", LONGEST_TEXT);
        }
        broken.orProblem(422, INVALID, problems, locale);
    }

    /** Only a point that speaks to somebody becomes a directive, and none that was due before. */
    void given(Proceeding proceeding, List<String> ids, Sides.Side side, LocalDate today, Locale locale) {
        var broken = new BrokenRules();
        var known = proceeding.points().stream().collect(Collectors.toMap(Point::id, point -> point));
        broken.require(!ids.isEmpty(), "points", "POINTS_MISSING");
        for (var id : ids) {
            var point = known.get(id);
            if (broken.require(point != null, id, "POINT_UNKNOWN") && point != null && point.directive() == null) {
                broken.require(!point.units().isEmpty(), id, "POINT_UNITS_MISSING", point.text());
                broken.require(!(point.due() instanceof Due.By(var day, _, _)) || !day.isBefore(today), id, "DIRECTIVE_DUE_PAST");
                reached(point.units(), side, id, broken);
            }
        }
        broken.orProblem(422, INVALID, problems, locale);
    }

    private static void reached(Collection<UnitId> units, Sides.Side side, String field, BrokenRules broken) {
        for (var unit : units) {
            broken.require(side.reach().containsKey(unit), field, "DIRECTIVE_ADDRESSEE", unit.value());
        }
    }

    private static void brief(String field, @Nullable String text, BrokenRules broken) {
        broken.require(text == null || text.length() <= LONGEST_LINE, field, "DIRECTIVE_TOO_LONG", LONGEST_LINE);
    }

    private static boolean isText(@Nullable String text, int longest) {
        return text != null && !text.isBlank() && text.length() <= longest;
    }
}
