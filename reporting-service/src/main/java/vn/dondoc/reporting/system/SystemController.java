package vn.dondoc.reporting.system;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Problem.FieldError;
import vn.dondoc.contracts.api.Systems.Column;
import vn.dondoc.contracts.api.Systems.Detail;
import vn.dondoc.contracts.api.Systems.Field;
import vn.dondoc.contracts.api.Systems.Figure;
import vn.dondoc.contracts.api.Systems.Scope;
import vn.dondoc.contracts.api.Systems.Summary;
import vn.dondoc.contracts.api.Systems.Wanted;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Folded;
import vn.dondoc.platform.web.Versions;
import vn.dondoc.platform.web.Window;

/** The register of systems of others, and how many central tasks were told to them in time. */
@RestController
@RequestMapping("/api/reports/systems")
class SystemController {

    private static final int NAME = 200;
    private static final int ADDRESS = 500;
    private static final int HEADING = 100;
    private static final int MOST_COLUMNS = 30;
    private static final int LAST_DAY_OF_MONTH = 31;
    private static final int MONTHS = 12;

    private final Systems systems;
    private final Told told;
    private final Directory directory;
    private final DomainClock clock;
    private final Problems problems;

    SystemController(Systems systems, Told told, Directory directory, DomainClock clock, Problems problems) {
        this.systems = systems;
        this.told = told;
        this.directory = directory;
        this.clock = clock;
        this.problems = problems;
    }

    @GetMapping
    @Allowed(on = Reach.SELF)
    Page<Summary> list(Caller caller, Window window) {
        var within = Systems.visibleTo(caller);
        return window.page(systems.page(within, window.offset(), window.limit() + 1).stream().map(this::summary).toList(), systems.count(within));
    }

    @GetMapping("/{id}")
    @Allowed(on = Reach.AROUND_AND_ABOVE)
    ResponseEntity<Detail> one(@PathVariable String id, Caller caller) {
        return shown(systems.find(id, Systems.visibleTo(caller)).orElseThrow(ProblemException::notFound), caller);
    }

    @PostMapping
    @Allowed(value = {Role.PROVINCE_ADMINISTRATOR, Role.PROVINCE_STANDING, Role.COMMUNE_STANDING}, on = Reach.SELF)
    ResponseEntity<Detail> register(@RequestBody Wanted sent, Call call, Locale locale) {
        var seat = call.caller().held().stream().filter(held -> held.isForAll() && keeps(held) && (sent.place() == null || placeOf(held).equals(sent.place()))).findFirst()
                .orElseThrow(ProblemException::forbidden);
        var place = placeOf(seat);
        var definition = checked(sent, place, seat.unit().province(), locale);
        var wanted = new OtherSystem(
                new RuleId(OtherSystem.PREFIX + call.newId("system")), seat.unit().province(), place, seat.unit().id(), definition, clock.today(), null, null);
        var done = systems.register(wanted, call.act(List.of("system", sent), List.of(seat.unit().id()), place)).orProblem();
        return ResponseEntity.status(201).body(detail(done, call.caller()));
    }

    @PostMapping("/{id}/definition")
    @Allowed(value = {Role.PROVINCE_ADMINISTRATOR, Role.PROVINCE_STANDING, Role.COMMUNE_STANDING}, on = Reach.SETTING)
    ResponseEntity<Detail> redefine(@PathVariable String id, @RequestBody Wanted sent, Call call, Locale locale) {
        var within = Systems.aroundOf(call.caller());
        var system = systems.find(id, within).orElseThrow(ProblemException::notFound).state();
        if (!mayKeep(call.caller(), system)) {
            throw ProblemException.forbidden();
        }
        var expected = call.expectedVersion();
        var definition = checked(sent, system.commune(), system.province(), locale);
        var act = call.act(List.of("system", id, sent), List.of(system.keeper()), system.commune());
        return shown(systems.redefine(id, act, expected, within, definition).orProblem(), call.caller());
    }

    @GetMapping("/{id}/figure")
    @Allowed(on = Reach.AROUND_AND_ABOVE)
    Figure figure(
            @PathVariable String id, @RequestParam(required = false) @Nullable String period, @RequestParam(required = false) @Nullable String commune, Caller caller) {
        var system = systems.find(id, Systems.visibleTo(caller)).orElseThrow(ProblemException::notFound).state();
        var place = commune == null || commune.isBlank() ? null : commune.strip();
        if (place != null && !Ids.plausible(place)) {
            throw ProblemException.notFound();
        }
        return told.inTime(system, period == null || period.isBlank() ? null : period.strip(), place == null ? null : new UnitId(place), caller);
    }

    private static boolean keeps(Caller.Held held) {
        return switch (held.position().role()) {
            case PROVINCE_ADMINISTRATOR, PROVINCE_STANDING -> true;
            case COMMUNE_STANDING -> held.unit().commune() != null;
            default -> false;
        };
    }

    private static UnitId placeOf(Caller.Held held) {
        return held.position().role() == Role.COMMUNE_STANDING ? Objects.requireNonNull(held.unit().commune()) : held.unit().province();
    }

    private static boolean mayKeep(Caller caller, OtherSystem system) {
        return system.isOfProvince()
                ? caller.isOf(system.province(), Role.PROVINCE_ADMINISTRATOR, Role.PROVINCE_STANDING)
                : caller.isIn(system.commune(), Role.COMMUNE_STANDING);
    }

    private OtherSystem.Definition checked(Wanted sent, UnitId place, UnitId province, Locale locale) {
        var errors = new ArrayList<FieldError>();
        text("name", sent.name(), NAME, errors, locale);
        text("address", sent.address(), ADDRESS, errors, locale);
        if (sent.address() != null && !sent.address().isBlank() && !isWebAddress(sent.address().strip())) {
            wrong("address", "SYSTEM_ADDRESS", errors, locale);
        }
        columns(sent.columns(), errors, locale);
        rhythm(sent, errors, locale);
        var owner = sent.owner();
        if (owner == null ? !place.equals(province) : !isOf(owner, place, province)) {
            wrong("owner", owner == null ? "FIELD_REQUIRED" : "SYSTEM_OWNER_ELSEWHERE", errors, locale);
        }
        if (!errors.isEmpty()) {
            throw ProblemException.withErrors(400, "VALIDATION", errors);
        }
        var scope = sent.scope() == null ? new Scope(null, List.of(), false) : sent.scope();
        var programme = scope.programme() == null || scope.programme().isBlank() ? null : scope.programme().strip();
        return new OtherSystem.Definition(
                sent.name().strip(), sent.address().strip(), sent.columns().stream().map(column -> new Column(column.heading().strip(), column.field())).toList(),
                sent.frequency(), sent.day(), sent.month(), owner, new Scope(programme, scope.levels().stream().distinct().toList(), scope.coded()), sent.retired());
    }

    private void columns(List<Column> columns, List<FieldError> errors, Locale locale) {
        var headings = columns.stream().map(column -> column == null || (Object) column.heading() == null ? "" : String.join(" ", Folded.words(column.heading()))).toList();
        if (columns.size() > MOST_COLUMNS) {
            errors.add(new FieldError("columns", "SYSTEM_COLUMNS_TOO_MANY", problems.text("SYSTEM_COLUMNS_TOO_MANY", locale, MOST_COLUMNS)));
        } else if (headings.contains("") || columns.stream().anyMatch(column -> (Object) column.field() == null || column.heading().length() > HEADING)) {
            wrong("columns", "SYSTEM_COLUMN_UNCLEAR", errors, locale);
        } else if (headings.stream().distinct().count() < headings.size()) {
            wrong("columns", "SYSTEM_COLUMN_TWICE", errors, locale);
        } else if (columns.stream().filter(column -> column.field() == Field.CODE).count() != 1) {
            wrong("columns", "SYSTEM_CODE_COLUMN", errors, locale);
        }
    }

    private void rhythm(Wanted sent, List<FieldError> errors, Locale locale) {
        var month = sent.month();
        if ((Object) sent.frequency() == null) {
            wrong("frequency", "FIELD_REQUIRED", errors, locale);
        } else if (sent.frequency() == Frequency.AD_HOC || sent.day() < 0 || sent.day() > LAST_DAY_OF_MONTH || month != null && (month < 1 || month > MONTHS)) {
            wrong(sent.frequency() == Frequency.AD_HOC ? "frequency" : "day", "SYSTEM_RHYTHM", errors, locale);
        }
    }

    private void text(String field, @Nullable String text, int most, List<FieldError> errors, Locale locale) {
        if (text == null || text.isBlank()) {
            wrong(field, "FIELD_REQUIRED", errors, locale);
        } else if (text.length() > most) {
            errors.add(new FieldError(field, "TEXT_TOO_LONG", problems.text("TEXT_TOO_LONG", locale, most)));
        }
    }

    private void wrong(String field, String code, List<FieldError> errors, Locale locale) {
        errors.add(new FieldError(field, code, problems.text(code, locale)));
    }

    private static boolean isWebAddress(String text) {
        try {
            var address = new URI(text);
            return "https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null && address.getUserInfo() == null;
        } catch (URISyntaxException none) {
            return false;
        }
    }

    /** Of a commune its own units; of a province those that are of no commune. */
    private boolean isOf(UnitId owner, UnitId place, UnitId province) {
        return directory.unit(owner).filter(unit -> unit.active() && (place.equals(province) ? unit.commune() == null && unit.province().equals(province) : place.equals(unit.commune())))
                .isPresent();
    }

    private ResponseEntity<Detail> shown(Versioned<OtherSystem> found, Caller caller) {
        return Versions.ok(found.version(), detail(found, caller));
    }

    private Detail detail(Versioned<OtherSystem> found, Caller caller) {
        var system = found.state();
        return new Detail(
                summary(system), found.version(), system.definition().columns(), system.definition().scope(), told.periods(system),
                mayKeep(caller, system) ? List.of("definition") : List.of());
    }

    private Summary summary(OtherSystem system) {
        var definition = system.definition();
        var owner = definition.owner();
        var next = system.ahead(clock.today()).orElse(null);
        return new Summary(
                system.id(), system.commune(), directory.nameOf(system.commune()), definition.name(), definition.address(), definition.frequency(), definition.day(),
                definition.month(), owner, owner == null ? null : directory.nameOf(owner), definition.retired(), next == null ? null : next.label(),
                next == null ? null : next.lastDay());
    }
}
