package vn.dondoc.task.assignment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.time.DomainClock;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.task.assignment.TaskFixtures.LEADER;
import static vn.dondoc.task.assignment.TaskFixtures.STANDING;
import static vn.dondoc.task.assignment.TaskFixtures.at;

/** Units that finish, are merged and dropped in any order, leaders that ask, and time that passes in between. */
class SharingProperties {

    private static final List<UnitId> UNITS = List.of(Leads.ECONOMY, Leads.POLICE, Leads.CULTURE, Leads.VILLAGE);

    /**
     * One thing that happens.
     *
     * @param hours after the one before; a clock may be put back
     */
    record Step(int what, int unit, int other, int hours) {

        UnitId one() {
            return UNITS.get(unit);
        }

        UnitId second() {
            return UNITS.get(other);
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var unit = Arbitraries.integers().between(0, UNITS.size() - 1);
        return Combinators.combine(Arbitraries.integers().between(0, 11), unit, unit, Arbitraries.integers().between(-30, 200))
                .as(Step::new).list().ofMinSize(1).ofMaxSize(50);
    }

    @Property(tries = 500)
    void it_is_submitted_exactly_when_all_have_finished_or_the_concluding_one_has(@ForAll("steps") List<Step> steps) {
        var task = Leads.task(Leads.ECONOMY, Leads.POLICE, Leads.CULTURE);
        var said = new HashMap<UnitId, LocalDate>();
        Optional<UnitId> concluding = Optional.empty();
        var now = at("2026-11-01T08:00");
        long order = 1;
        for (var step : steps) {
            now = now.plus(Duration.ofHours(step.hours()));
            var before = task;
            var leads = before.planned().lead();
            var open = before.work().unfinished();
            var decision = decide(task, step, ++order, now);
            if (!(decision instanceof Decision.Accepted<Assignment>(Assignment state, List<Fact> facts))) {
                continue;
            }
            task = state;
            if (open && step.what() <= 4 && leads.contains(step.one())) {
                said.put(step.one(), task.dayFor(now));
            }
            if (step.what() == 5 && before.work().state() == WorkState.SUBMITTED) {
                said.clear();
            }
            if (step.what() == 6) {
                concluding = step.unit() == 0 ? Optional.empty() : Optional.of(step.one());
                concluding.ifPresent(said::remove);
            }
            var leading = task.planned().lead();
            if (!leads.equals(leading)) {
                var merged = step.what() == 7;
                var after = inherited(said, leads, leading, unit -> merged && unit.equals(step.one()) ? step.second() : unit);
                said.clear();
                said.putAll(after);
                concluding = concluding.map(unit -> merged && unit.equals(step.one()) ? step.second() : unit)
                        .filter(unit -> leading.size() > 1 && leading.contains(unit));
            }
            check(task, said, concluding, open || step.what() == 5, facts);
        }
    }

    /** Written down a second time on purpose: an heir has finished what each that it took over had. */
    private static Map<UnitId, LocalDate> inherited(
            Map<UnitId, LocalDate> said, List<UnitId> before, List<UnitId> after, UnaryOperator<UnitId> heirOf) {
        var days = new HashMap<UnitId, LocalDate>();
        for (var unit : before) {
            var day = said.getOrDefault(unit, LocalDate.MAX);
            days.merge(heirOf.apply(unit), day, (one, other) -> one.isAfter(other) ? one : other);
        }
        days.values().removeIf(LocalDate.MAX::equals);
        days.keySet().retainAll(after);
        return days;
    }

    private static void check(Assignment task, Map<UnitId, LocalDate> said, Optional<UnitId> concluding, boolean toBeDone, List<Fact> facts) {
        var leads = task.planned().lead();
        var whole = concluding.isPresent() ? said.containsKey(concluding.get()) : said.keySet().containsAll(leads);
        if (toBeDone) {
            assertThat(task.work().state() == WorkState.SUBMITTED).as("%s of %s", said, leads).isEqualTo(whole);
            assertThat(facts.stream().filter(fact -> fact.type().equals("CompletionSubmitted")).count()).isEqualTo(whole ? 1 : 0);
            if (whole) {
                var day = concluding.map(said::get).orElseGet(() -> leads.stream().map(said::get).max(LocalDate::compareTo).orElseThrow());
                assertThat(task.work().submittedOn()).isEqualTo(day);
            }
        }
        var sharing = Sharing.of(task);
        assertThat(sharing.finished()).extracting(Sharing.Share::unit).doesNotHaveDuplicates().isSubsetOf(leads);
        assertThat(sharing.concluding() == null || leads.contains(sharing.concluding())).isTrue();
        if (task.work().unfinished() && leads.size() > 1) {
            assertThat(sharing.finished()).extracting(Sharing.Share::unit).containsExactlyInAnyOrderElementsOf(said.keySet());
        }
    }

    /** Of requests and answers in any order each that was not answered in time is told once, not early, and never when it was answered. */
    @Property(tries = 500)
    void each_explanation_is_overdue_once_and_never_early_or_after_its_answer(@ForAll("steps") List<Step> steps) {
        var task = Leads.task(Leads.ECONOMY, Leads.POLICE);
        var now = at("2026-12-01T08:00");
        var told = new HashSet<Integer>();
        var answered = new HashSet<Integer>();
        for (var step : steps) {
            now = now.plus(Duration.ofHours(step.hours()));
            var times = task.explanation() == null ? 0 : task.explanation().times();
            var decision = switch (step.what()) {
                case 0, 1, 2 -> Explaining.ask(task, LEADER, "Vì sao?", null, step.unit(), now);
                case 3, 4, 5 -> Explaining.give(task, STANDING, "Thiếu người", now);
                case 6 -> Commands.submit(task, STANDING, Leads.done(task.planned().lead().get(step.unit() % 2)), now);
                case 7 -> Commands.accept(task, LEADER, null, now);
                case 8 -> Commands.giveBack(task, LEADER, "Thiếu phụ lục", now);
                default -> Passing.boundaries(task, now);
            };
            if (decision instanceof Decision.Accepted<Assignment>(Assignment state, List<Fact> facts)) {
                var moment = now;
                facts.stream().filter(fact -> fact.type().equals("ExplanationOverdue")).forEach(fact -> {
                    assertThat(told.add(times)).as("once for request %s", times).isTrue();
                    assertThat(answered).doesNotContain(times);
                    assertThat(DomainClock.startOf(LocalDate.parse((String) fact.data().get("since")))).isBeforeOrEqualTo(moment);
                });
                if (facts.getLast().type().equals("ExplanationGiven")) {
                    answered.add(times);
                    assertThat(state.explanation().overdue()).isEqualTo(told.contains(times));
                    assertThat(state.explanation().givenOn().isAfter(state.explanation().lastDay())).isEqualTo(told.contains(times));
                }
                task = state;
            }
            noBoundaryIsLost(task, now, told);
        }
    }

    private static void noBoundaryIsLost(Assignment task, Instant now, Set<Integer> told) {
        if (!Explaining.owed(task) || told.contains(task.explanation().times())) {
            return;
        }
        var ends = DomainClock.startOf(task.explanation().lastDay().plusDays(1));
        assertThat(task.nextBoundaryAt()).as("also of what is finished").isNotNull().isBeforeOrEqualTo(ends);
        if (!ends.isAfter(now)) {
            assertThat(new ArrayList<>(Passing.upTo(task, now).facts())).extracting(Fact::type).contains("ExplanationOverdue");
        }
    }

    private static Decision<Assignment> decide(Assignment task, Step step, long order, Instant now) {
        var leads = task.planned().lead();
        return switch (step.what()) {
            case 0, 1, 2, 3 -> Commands.submit(task, Leads.of(step.one()), Leads.done(step.one()), now);
            case 4 -> Commands.submit(task, STANDING, Leads.done(step.one()), now);
            case 5 -> Commands.giveBack(task, LEADER, "Thiếu phụ lục", now);
            case 6 -> Finishing.conclude(task, LEADER, step.unit() == 0 ? null : step.one(), now);
            case 7 -> Reassigning.toHeirs(task, unit -> unit.equals(step.one()) ? step.second() : unit, now);
            case 8 -> Amending.amend(task, Leads.ledBy(without(leads, step.one())), order, now);
            case 9 -> Amending.amend(task, Leads.ledBy(with(leads, step.one())), order, now);
            default -> Passing.boundaries(task, now);
        };
    }

    private static List<UnitId> without(List<UnitId> leads, UnitId unit) {
        var rest = leads.stream().filter(lead -> !lead.equals(unit)).toList();
        return rest.isEmpty() ? leads : rest;
    }

    private static List<UnitId> with(List<UnitId> leads, UnitId unit) {
        var all = new ArrayList<>(leads);
        if (!all.contains(unit)) {
            all.add(unit);
        }
        return all;
    }
}
