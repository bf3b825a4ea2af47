package vn.dondoc.plan.organisation;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.FirstOrNext;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.sheet.UnreadableWorkbook;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Versions;

import static vn.dondoc.contracts.event.Role.PROVINCE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.PROVINCE_STANDING;

/** The working days of a province, year by year: everybody of the province reads them, the province sets them. */
@RestController
class CalendarController {

    private static final String PATH = "/api/organisation/calendars/{id}/{year}";
    private static final int LARGEST_FILE = 1_000_000;

    private final Aggregates<Unit> units;
    private final Aggregates<YearCalendar> calendars;
    private final Problems problems;

    CalendarController(Aggregates<Unit> units, Aggregates<YearCalendar> calendars, Problems problems) {
        this.units = units;
        this.calendars = calendars;
        this.problems = problems;
    }

    @Allowed(on = Reach.OWN_PROVINCE)
    @GetMapping(PATH)
    ResponseEntity<Organisation.Calendar> read(@PathVariable String id, @PathVariable int year, Caller caller) {
        var province = province(id, year, caller);
        var view = view(province, year, caller, calendars.find(YearCalendar.idOf(id, year)));
        return Versions.ok(view.version(), view);
    }

    @Allowed(value = {PROVINCE_ADMINISTRATOR, PROVINCE_STANDING}, on = Reach.OWN_PROVINCE)
    @PutMapping(PATH)
    ResponseEntity<Organisation.Calendar> set(
            @PathVariable String id, @PathVariable int year, @RequestBody Organisation.CalendarWanted body, Call call, Locale locale) {
        var province = province(id, year, call.caller());
        if (!mayChange(province, call.caller())) {
            throw ProblemException.forbidden();
        }
        CalendarRules.check(body, year).orProblem(400, "VALIDATION", problems, locale);
        var wanted = CalendarRules.stateOf(province.id(), year, body);
        var notes = CalendarRules.notesOf(body);
        var act = call.act(List.of("calendar", id, year, body), Set.of(), province.id());
        var changed = new FirstOrNext<>(calendars).put(
                YearCalendar.idOf(id, year), act, call.expectedVersion(), () -> YearCalendar.set(wanted, notes), before -> before.become(wanted, notes))
                .orProblem();
        var view = view(province, year, call.caller(), Optional.of(changed));
        return Versions.ok(view.version(), view);
    }

    /** Reads rows and stores nothing: the answer is what {@link #set} may be called with. */
    @Allowed(value = {PROVINCE_ADMINISTRATOR, PROVINCE_STANDING}, on = Reach.OWN_PROVINCE)
    @PostMapping(path = PATH + "/rows", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Organisation.CalendarRows rows(
            @PathVariable String id, @PathVariable int year, @RequestParam(required = false) @Nullable MultipartFile file, Call call, Locale locale)
            throws IOException {
        province(id, year, call.caller());
        if (file == null) {
            throw ProblemException.of(400, "FILE_MISSING");
        } else if (file.getSize() > LARGEST_FILE) {
            throw ProblemException.of(413, "TOO_LARGE");
        }
        try {
            return CalendarRows.read(file.getBytes(), year, problems, locale);
        } catch (UnreadableWorkbook unreadable) {
            throw ProblemException.of(422, unreadable.code());
        }
    }

    private Unit province(String id, int year, Caller caller) {
        var own = caller.held().stream().anyMatch(one -> one.unit().province().value().equals(id));
        if (!own || year < CalendarRules.FIRST_YEAR || year > CalendarRules.LAST_YEAR) {
            throw ProblemException.notFound();
        }
        return units.find(id).map(Versioned::state).filter(unit -> unit.kind() == UnitKind.PROVINCE).orElseThrow(ProblemException::notFound);
    }

    private static boolean mayChange(Unit province, Caller caller) {
        return caller.isOf(province.id(), PROVINCE_ADMINISTRATOR, PROVINCE_STANDING);
    }

    private Organisation.Calendar view(Unit province, int year, Caller caller, Optional<Versioned<YearCalendar>> found) {
        var table = found.map(Versioned::state);
        var years = calendars.list(new Query(Criteria.where("province").is(province.id().value()))).stream()
                .map(one -> one.state().year()).sorted().toList();
        return new Organisation.Calendar(
                province.id(), province.name(), year, found.map(Versioned::version).orElse(0L), table.map(CalendarController::days).orElse(List.of()),
                table.map(YearCalendar::source).orElse(null), years, mayChange(province, caller));
    }

    private static List<Organisation.CalendarDay> days(YearCalendar table) {
        return Stream.concat(
                        table.daysOff().stream().map(day -> day(table, day, false)), table.makeUpDays().stream().map(day -> day(table, day, true)))
                .sorted(Comparator.comparing(Organisation.CalendarDay::day)).toList();
    }

    private static Organisation.CalendarDay day(YearCalendar table, LocalDate day, boolean worked) {
        return new Organisation.CalendarDay(day, worked, table.noteOf(day));
    }
}
