package vn.dondoc.plan.directive;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Directives;
import vn.dondoc.contracts.event.Urgency;
import vn.dondoc.contracts.id.DirectiveId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Call;

/** Gives directives, to more, and takes them back. What is decided is stored first and then carried out. */
@Component
class DirectiveActs {

    private final Aggregates<Directive> directives;
    private final Sides sides;
    private final Checking checking;
    private final Issuing issuing;

    DirectiveActs(Aggregates<Directive> directives, Sides sides, Checking checking, Issuing issuing) {
        this.directives = directives;
        this.sides = sides;
        this.checking = checking;
        this.issuing = issuing;
    }

    Versioned<Directive> give(Directives.Wanted wanted, Call call, Locale locale) {
        var side = sides.reaching(call.caller(), wanted.addressees()).orElseThrow(ProblemException::forbidden);
        var id = new DirectiveId(call.newId("directive"));
        var act = call.act(wanted, List.of(side.giver()), Objects.requireNonNullElse(side.commune(), side.giver()));
        if (directives.find(id.value()).isEmpty()) {
            checking.given(wanted, side, LocalDate.ofInstant(call.at(), DomainClock.ZONE), locale);
        }
        var given = new Directive.Given(
                id, side.province(), side.commune(), side.giver(), side.decider(), wanted.content().strip(), line(wanted.number()),
                line(wanted.product()), Objects.requireNonNullElse(wanted.urgency(), Urgency.NORMAL), wanted.due(), null);
        directives.create(id.value(), act, () -> Directive.issue(given, addressed(wanted.addressees(), side), act)).orProblem();
        return carriedOut(id.value(), act);
    }

    Versioned<Directive> extend(String id, Directives.More more, Call call, Locale locale) {
        call.expectedVersion();
        var side = sideOf(id, call.caller());
        checking.reached(more.addressees(), side, locale);
        var act = call.act(List.of("more", more), List.of(side.giver()), Objects.requireNonNullElse(side.commune(), side.giver()));
        directives.change(id, act, call.expected(), within(call.caller()), now -> now.extend(addressed(more.addressees(), side), act)).orProblem();
        return carriedOut(id, act);
    }

    Versioned<Directive> withdraw(String id, Directives.Withdrawal wanted, Call call, Locale locale) {
        call.expectedVersion();
        var side = sideOf(id, call.caller());
        var parts = directives.find(id, within(call.caller())).orElseThrow(ProblemException::notFound).state().parts();
        checking.withdrawn(wanted, parts.stream().map(DirectivePart::addressee).collect(Collectors.toSet()), locale);
        var act = call.act(List.of("withdrawal", wanted), List.of(side.giver()), Objects.requireNonNullElse(side.commune(), side.giver()));
        directives.change(id, act, call.expected(), within(call.caller()), now -> now.withdraw(wanted.addressees(), wanted.reason().strip(), act))
                .orProblem();
        return carriedOut(id, act);
    }

    private Versioned<Directive> carriedOut(String id, Act act) {
        return directives.change(id, new Act(act.actor(), act.at(), act.correlation(), null, null), issuing::carriedOut).orProblem();
    }

    /** 404 outside of the branch; 403 for those who received it. */
    private Sides.Side sideOf(String id, Caller caller) {
        var directive = directives.find(id, within(caller)).orElseThrow(ProblemException::notFound).state();
        return sides.of(caller, directive).orElseThrow(ProblemException::forbidden);
    }

    private List<Directive.Addressed> addressed(List<UnitId> units, Sides.Side side) {
        return units.stream().map(unit -> sides.addressed(Objects.requireNonNull(side.reach().get(unit)))).toList();
    }

    /** Those of the branch, and those that reach into it. */
    static Criteria[] within(Caller caller) {
        return new Criteria[] {caller.branch().reaching("parts.commune", "giver", "parts.lead", "parts.addressee")};
    }

    private static @Nullable String line(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
