package vn.dondoc.plan.directive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.DirectiveState;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.OfDirective;
import vn.dondoc.contracts.event.Origin;
import vn.dondoc.contracts.event.PlanEvent.DirectiveIssued;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.Urgency;
import vn.dondoc.contracts.id.DirectiveId;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.draft.Publication;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Folded;

/**
 * One act by which work was given, with the part of each whom it was given to. What it begins is carried out until every part is told,
 * by whoever gave it or by the sweep.
 *
 * @param commune whose directive it is; null for one of the province
 * @param decider the unit that decides on its parts; null where whoever decides on tasks of the commune's plans does
 * @param origin the conclusion or finding it was made of; null where it was made of none
 * @param parts in the order in which they were given
 * @param begun what is being carried out; null once every part is told
 * @param nextBoundaryAt present while it must be gone on with
 */
record Directive(
        DirectiveId id,
        UnitId province,
        @Nullable UnitId commune,
        UnitId giver,
        @Nullable UnitId decider,
        String content,
        @Nullable String number,
        @Nullable String product,
        Urgency urgency,
        @Nullable Due due,
        LocalDate issuedOn,
        @Nullable Origin origin,
        List<DirectivePart> parts,
        List<String> tokens,
        @Nullable Publication begun,
        @Nullable Instant nextBoundaryAt) {

    static final String WITHDRAWN = "DirectiveWithdrawn";
    static final String UNITS = "units";

    Directive {
        parts = List.copyOf(parts);
    }

    /** What was decided when it was given, without parts. */
    record Given(
            DirectiveId id, UnitId province, @Nullable UnitId commune, UnitId giver, @Nullable UnitId decider, String content,
            @Nullable String number, @Nullable String product, Urgency urgency, @Nullable Due due, @Nullable Origin origin) {}

    /** Whom it is given to. */
    record Addressed(UnitId addressee, UnitId lead, UnitId commune) {}

    static Decision<Directive> issue(Given given, List<Addressed> to, Act act) {
        var day = LocalDate.ofInstant(act.at(), DomainClock.ZONE);
        var bare = new Directive(
                given.id(), given.province(), given.commune(), given.giver(), given.decider(), given.content(), given.number(), given.product(),
                given.urgency(), given.due(), day, given.origin(), List.of(), Folded.tokens(given.content() + " " + Objects.requireNonNullElse(given.number(), "")),
                null, null);
        var issued = bare.begin(bare.with(to), act);
        return Decision.accept(issued, issued.issued());
    }

    /** Those who have it already are not given it twice. */
    Decision<Directive> extend(List<Addressed> to, Act act) {
        var holding = new HashSet<>(parts.stream().filter(DirectivePart::holds).map(DirectivePart::addressee).toList());
        var missing = to.stream().filter(one -> holding.add(one.addressee())).toList();
        if (missing.isEmpty()) {
            return Decision.unchanged();
        }
        var extended = begin(with(missing), act);
        return Decision.accept(extended, extended.issued());
    }

    /** @param from whom it is taken back from; empty for all */
    Decision<Directive> withdraw(Collection<UnitId> from, String reason, Act act) {
        var day = LocalDate.ofInstant(act.at(), DomainClock.ZONE);
        var left = parts.stream().filter(DirectivePart::holds).filter(part -> from.isEmpty() || from.contains(part.addressee())).toList();
        if (left.isEmpty()) {
            return Decision.unchanged();
        }
        var withdrawn = begin(parts.stream().map(part -> left.contains(part) ? part.withdrawn(day) : part).toList(), act);
        var tasks = left.stream().map(part -> part.task().value()).toList();
        return Decision.accept(withdrawn, Fact.internal(WITHDRAWN, area(), Map.of(UNITS, tasks)).withText(reason), withdrawn.issued());
    }

    /** Every part is told. */
    Decision<Directive> finish() {
        return begun == null
                ? Decision.unchanged()
                : Decision.accept(with(parts, null, null), Fact.internal("DirectivePartsTold", area(), Map.of("parts", parts.size())));
    }

    /** The tasks that its parts are, in the order in which they were given. */
    List<PlannedTask> tasks() {
        return IntStream.range(0, parts.size()).mapToObj(this::task).toList();
    }

    private PlannedTask task(int order) {
        var part = parts.get(order);
        var of = new OfDirective(id, giver, decider, number, urgency == Urgency.NORMAL ? null : urgency, origin);
        var task = new PlannedTask(
                part.task(), new PlanId(id.value()), province, part.commune(), order, null, content, List.of(part.lead()), List.of(), product, null, due)
                .of(of);
        var withdrawnOn = part.withdrawnOn();
        return withdrawnOn == null ? task : task.withdrawn(new Basis(number, issuedOn), withdrawnOn);
    }

    DirectiveState told() {
        var holding = parts.stream().filter(DirectivePart::holds).toList();
        return new DirectiveState(
                id, province, commune, giver, content, number, issuedOn, urgency, product, due, holding.stream().map(DirectivePart::addressee).toList(),
                parts.stream().map(DirectivePart::commune).distinct().toList(), origin);
    }

    /** The commune it is of; the province where it is of none. */
    UnitId area() {
        return commune == null ? province : commune;
    }

    private Fact issued() {
        return Fact.of(new DirectiveIssued(told()), area());
    }

    private List<DirectivePart> with(List<Addressed> more) {
        return Stream.concat(parts.stream(), IntStream.range(0, more.size()).mapToObj(at -> {
            var one = more.get(at);
            var task = new TaskId(Ids.derived("directive-task", id.value(), Integer.toString(parts.size() + at), one.addressee().value()));
            return new DirectivePart(one.addressee(), one.lead(), one.commune(), task, null);
        })).toList();
    }

    private Directive begin(List<DirectivePart> newParts, Act act) {
        var day = LocalDate.ofInstant(act.at(), DomainClock.ZONE);
        return with(newParts, Publication.begun(new PlanId(id.value()), act, day), act.at());
    }

    private Directive with(List<DirectivePart> newParts, @Nullable Publication nowBegun, @Nullable Instant boundary) {
        return new Directive(
                id, province, commune, giver, decider, content, number, product, urgency, due, issuedOn, origin, newParts, tokens, nowBegun, boundary);
    }
}
