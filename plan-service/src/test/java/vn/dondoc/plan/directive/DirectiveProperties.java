package vn.dondoc.plan.directive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.Urgency;
import vn.dondoc.contracts.id.DirectiveId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Decision;

import static org.assertj.core.api.Assertions.assertThat;

/** However a directive is given to more and taken back, nobody holds it twice, no part is rewritten, and what is told follows. */
class DirectiveProperties {

    private static final UnitId COMMUNE = new UnitId("xa");
    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

    /** One thing that happens: given to those, or taken back from them. */
    record Step(boolean given, List<Integer> units) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.of(true, false).flatMap(given -> Arbitraries.integers().between(0, 5).list().ofMaxSize(6).map(units -> new Step(given, units)))
                .list().ofMaxSize(12);
    }

    @Property(tries = 500)
    void nobody_holds_it_twice_and_no_part_is_rewritten(@ForAll("steps") List<Step> steps) {
        var directive = state(null, Directive.issue(given(), List.of(to(0)), act(0)));
        var holding = new HashSet<UnitId>(List.of(unit(0)));
        var tasks = new HashMap<TaskId, PlannedTask>();
        remember(directive, tasks);
        for (int at = 0; at < steps.size(); at++) {
            var step = steps.get(at);
            var units = step.units().stream().map(DirectiveProperties::unit).collect(Collectors.toSet());
            var decision = step.given()
                    ? directive.extend(step.units().stream().map(DirectiveProperties::to).toList(), act(at + 1))
                    : directive.withdraw(units, "Lý do", act(at + 1));
            if (step.given()) {
                holding.addAll(units);
            } else if (units.isEmpty()) {
                holding.clear();
            } else {
                holding.removeAll(units);
            }
            directive = state(directive, decision);
            var live = directive.parts().stream().filter(DirectivePart::holds).map(DirectivePart::addressee).toList();
            assertThat(live).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(holding);
            assertThat(directive.told().addressees()).isEqualTo(live);
            assertThat(directive.parts()).extracting(DirectivePart::task).doesNotHaveDuplicates();
            remember(directive, tasks);
        }
        var finished = state(directive, directive.finish());
        assertThat(finished.finish()).isInstanceOf(Decision.Unchanged.class);
        assertThat(finished.nextBoundaryAt()).isNull();
    }

    /** A part says what it said before, or that it was taken back, and that for good. */
    private static void remember(Directive directive, HashMap<TaskId, PlannedTask> known) {
        var told = new ArrayList<TaskId>();
        directive.tasks().forEach(task -> {
            told.add(task.id());
            var before = known.put(task.id(), task);
            if (before != null && before.withdrawnOn() != null) {
                assertThat(task).isEqualTo(before);
            } else if (before != null) {
                assertThat(task.title()).isEqualTo(before.title());
                assertThat(task.lead()).isEqualTo(before.lead());
                assertThat(task.order()).isEqualTo(before.order());
            }
        });
        assertThat(told).containsAll(known.keySet());
    }

    private static Directive state(@Nullable Directive before, Decision<Directive> decision) {
        return switch (decision) {
            case Decision.Accepted<Directive>(var state, var _) -> state;
            case Decision.Unchanged<Directive> _ -> Objects.requireNonNull(before);
            case Decision.Refused<Directive>(var refusal) -> throw new AssertionError(refusal.code());
        };
    }

    private static Directive.Given given() {
        return new Directive.Given(
                new DirectiveId("d1"), new UnitId("tinh"), COMMUNE, new UnitId("vp"), null, "Dọn kho", "1/UBND", null, Urgency.NORMAL, null, null);
    }

    private static UnitId unit(int number) {
        return new UnitId("u" + number);
    }

    private static Directive.Addressed to(int number) {
        return new Directive.Addressed(unit(number), unit(number), COMMUNE);
    }

    private static Act act(int day) {
        return Act.bySystem("test", START.plusSeconds(day * 86_400L));
    }
}
