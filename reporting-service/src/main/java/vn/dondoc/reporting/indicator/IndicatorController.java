package vn.dondoc.reporting.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Problem.FieldError;
import vn.dondoc.contracts.api.Targets;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Versions;

/** Indicators over HTTP: defined by a standing unit for its province or commune, measured as targets. */
@RestController
@RequestMapping("/api/targets/indicators")
class IndicatorController {

    private static final Set<String> OPERATORS = Set.of(">=", "<=", "=");
    private static final Set<Frequency> RHYTHMS = EnumSet.of(Frequency.MONTHLY, Frequency.QUARTERLY, Frequency.HALF_YEARLY, Frequency.YEARLY);

    /** Of which a commune has one. */
    private static final List<UnitKind> KINDS = List.of(UnitKind.POLICE, UnitKind.MILITARY, UnitKind.HEALTH);

    /** "%", "hồ sơ", "m2": something with words or a sign for a share. */
    private static final Pattern UNIT_OF_MEASURE = Pattern.compile("[%‰]|.*\\p{L}.*");

    private static final int CODE = 40;
    private static final int NAME = 500;
    private static final int UNIT = 60;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 4;

    private final Indicators indicators;
    private final vn.dondoc.reporting.measurement.Targets targets;
    private final Directory directory;
    private final Problems problems;

    IndicatorController(Indicators indicators, vn.dondoc.reporting.measurement.Targets targets, Directory directory, Problems problems) {
        this.indicators = indicators;
        this.targets = targets;
        this.directory = directory;
        this.problems = problems;
    }

    @GetMapping
    @Allowed(on = Reach.SELF)
    Targets.Indicators list(Caller caller) {
        var seat = seat(caller);
        var found = indicators.list(Indicators.branchOf(caller));
        var together = targets.together(
                found.stream().map(Versioned::state).filter(one -> one.withdrawnOn() == null).map(Indicator::plan).toList(), caller.branch().within("owner"));
        return new Targets.Indicators(
                found.stream().map(one -> told(one, caller, together.get(one.state().plan()))).toList(), seat.isPresent(),
                seat.map(UnitState::commune).map(this::measurers).orElse(List.of()), seat.filter(unit -> unit.commune() == null).map(_ -> KINDS).orElse(List.of()));
    }

    @PostMapping
    @Allowed(value = {Role.PROVINCE_STANDING, Role.COMMUNE_STANDING}, on = Reach.SELF)
    ResponseEntity<Targets.Indicator> define(@RequestBody Targets.IndicatorWanted sent, Call call, Locale locale) {
        var seat = seat(call.caller()).orElseThrow(ProblemException::forbidden);
        check(sent, seat, locale);
        var commune = seat.commune();
        var communes = commune != null ? List.of(commune) : indicators.measuring(seat.province());
        var act = call.act(List.of("indicator", sent), List.of(seat.id()), seat.area());
        var indicator = Indicator.wanted(
                Indicator.PREFIX + call.newId("indicator"), seat.province(), commune, communes, plain(sent), LocalDate.ofInstant(act.at(), DomainClock.ZONE), act.at());
        requireNew(indicator);
        var outcome = indicators.define(indicator, act);
        if (outcome instanceof Outcome.Refused<Indicator> refused && refused.refusal().code().equals("EXISTS")) {
            // Somebody was quicker by less than it takes to look, and may have given it up since
            requireNew(indicator);
            throw exists(indicator);
        }
        return ResponseEntity.status(201).body(told(outcome.orProblem(), call.caller(), null));
    }

    private void requireNew(Indicator wanted) {
        indicators.holding(wanted.province(), wanted.commune()).stream().map(Versioned::state)
                .filter(held -> !held.id().equals(wanted.id()) && held.isLike(wanted.content())).findFirst()
                .ifPresent(held -> {
                    throw exists(held);
                });
    }

    private ProblemException exists(Indicator held) {
        return ProblemException.of(409, "INDICATOR_EXISTS", held.content().code(), held.content().name(), directory.nameOf(held.place()));
    }

    @PostMapping("/{id}/withdrawal")
    @Allowed(value = {Role.PROVINCE_STANDING, Role.COMMUNE_STANDING}, on = Reach.GIVEN)
    ResponseEntity<Targets.Indicator> withdraw(@PathVariable String id, Call call) {
        var within = Indicators.branchOf(call.caller());
        var indicator = indicators.find(id, within).orElseThrow(ProblemException::notFound).state();
        if (!mayWithdraw(indicator, call.caller())) {
            throw ProblemException.forbidden();
        }
        var act = call.act(List.of("withdrawal", id), List.of(), indicator.place());
        var done = indicators.withdraw(id, act, call.expected(), within).orProblem();
        return Versions.ok(done.version(), told(done, call.caller(), null));
    }

    /** The unit in whose name the caller defines indicators. */
    private static Optional<UnitState> seat(Caller caller) {
        return caller.held().stream().filter(Caller.Held::isForAll)
                .filter(one -> one.position().role() == Role.PROVINCE_STANDING || one.position().role() == Role.COMMUNE_STANDING)
                .min(Comparator.comparing((Caller.Held one) -> one.position().role()).thenComparing(one -> one.position().id().value())).map(Caller.Held::unit);
    }

    private static boolean mayWithdraw(Indicator indicator, Caller caller) {
        var commune = indicator.commune();
        return commune == null ? caller.isOf(indicator.province(), Role.PROVINCE_STANDING) : caller.isIn(commune, Role.COMMUNE_STANDING);
    }

    private List<Targets.Measurer> measurers(UnitId commune) {
        return directory.unitsOf(commune).stream().filter(unit -> !unit.id().equals(commune)).map(unit -> new Targets.Measurer(unit.id(), unit.name())).toList();
    }

    private void check(Targets.IndicatorWanted sent, UnitState seat, Locale locale) {
        var errors = new ArrayList<FieldError>();
        text("code", sent.code(), CODE, errors, locale);
        text("name", sent.name(), NAME, errors, locale);
        text("unit", sent.unit(), UNIT, errors, locale);
        if (sent.unit() != null && !sent.unit().isBlank() && !UNIT_OF_MEASURE.matcher(sent.unit().strip()).matches()) {
            errors.add(wrong("unit", "UNIT_OF_MEASURE", locale));
        }
        if (sent.source() != null && sent.source().length() > NAME) {
            errors.add(wrong("source", "TEXT_TOO_LONG", locale, NAME));
        }
        if (sent.rhythm() != null && !RHYTHMS.contains(sent.rhythm())) {
            errors.add(wrong("rhythm", "INDICATOR_RHYTHM", locale));
        }
        goal(sent, errors, locale);
        var owner = sent.owner();
        var commune = seat.commune();
        if (owner != null && (commune == null || directory.unit(owner).filter(unit -> unit.active() && commune.equals(unit.commune())).isEmpty())) {
            errors.add(wrong("owner", "INDICATOR_OWNER", locale));
        }
        if (sent.ownerKind() != null && (commune != null || !KINDS.contains(sent.ownerKind()))) {
            errors.add(wrong("ownerKind", "INDICATOR_OWNER", locale));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.withErrors(400, "VALIDATION", errors);
        }
    }

    private void goal(Targets.IndicatorWanted sent, List<FieldError> errors, Locale locale) {
        var value = sent.value();
        if (sent.operator() == null ? value != null : !OPERATORS.contains(sent.operator())) {
            errors.add(wrong("operator", "FIELD_REQUIRED", locale));
        }
        if (value == null && sent.operator() != null) {
            errors.add(wrong("value", "FIELD_REQUIRED", locale));
        } else if (value != null && (value.stripTrailingZeros().scale() > MOST_DECIMALS || value.precision() - value.scale() > MOST_DIGITS)) {
            errors.add(wrong("value", "NUMBER_IMPLAUSIBLE", locale));
        }
    }

    private void text(String field, @Nullable String text, int most, List<FieldError> errors, Locale locale) {
        if (text == null || text.isBlank()) {
            errors.add(wrong(field, "FIELD_REQUIRED", locale));
        } else if (text.length() > most) {
            errors.add(wrong(field, "TEXT_TOO_LONG", locale, most));
        }
    }

    private FieldError wrong(String field, String code, Locale locale, Object... arguments) {
        return new FieldError(field, code, problems.text(code, locale, arguments));
    }

    private static Targets.IndicatorWanted plain(Targets.IndicatorWanted sent) {
        var source = sent.source();
        return new Targets.IndicatorWanted(
                sent.code().strip(), sent.name().strip(), sent.unit().strip(), sent.operator(), sent.value() == null ? null : plain(sent.value()), sent.rhythm(),
                source == null || source.isBlank() ? null : source.strip(), sent.owner(), sent.ownerKind());
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(value.stripTrailingZeros().toPlainString());
    }

    private Targets.Indicator told(Versioned<Indicator> found, Caller caller, Targets.@Nullable Together together) {
        var indicator = found.state();
        return new Targets.Indicator(
                indicator.id(), indicator.place(), directory.nameOf(indicator.place()),
                indicator.content().owner() == null ? null : directory.nameOf(indicator.content().owner()), indicator.plan(), indicator.content(), indicator.communes().size(),
                indicator.definedOn(), indicator.withdrawnOn(), indicator.withdrawnOn() == null && mayWithdraw(indicator, caller), together);
    }
}
