package vn.dondoc.reporting.facts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.BudgetShare;
import vn.dondoc.contracts.event.DomainEvent;
import vn.dondoc.contracts.event.Explanation;
import vn.dondoc.contracts.event.PartKind;
import vn.dondoc.contracts.event.PartOf;
import vn.dondoc.contracts.event.Particulars;
import vn.dondoc.contracts.event.ShareMoney;
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.contracts.event.TargetEvent;
import vn.dondoc.contracts.event.TargetStanding;
import vn.dondoc.contracts.event.TargetState;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TargetId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.reporting.cells.CellKey;
import vn.dondoc.reporting.cells.Counter;
import vn.dondoc.reporting.cells.Counts;

import static org.assertj.core.api.Assertions.assertThat;

/** Events of targets and of tasks with money, in any order and any number of times, against a count of the newest states by hand. */
class ShareProperties {

    private static final UnitId PROVINCE = new UnitId("tinh");
    private static final List<String> PROGRAMMES = List.of("NQ 57", "Nghị quyết số 57-NQ/TW", "Đề án 06");

    private final Map<String, StoredFact> facts = new HashMap<>();
    private final Map<CellKey, Counts> cells = new HashMap<>();

    @Property(tries = 300)
    void theMoneyOfPlansAndProgrammesIsThatOfTheNewestStates(@ForAll long seed) {
        var random = new Random(seed);
        var tasks = new ArrayList<Received>();
        var newest = new HashMap<TaskId, TaskState>();
        for (int number = 0; number < 14; number++) {
            for (int sequence = 1 + random.nextInt(4), i = 1; i <= sequence; i++) {
                var state = task(number, random);
                newest.put(state.id(), state);
                tasks.add(received("assignments/t" + number, i, new TaskEvent.TaskDescribed(state)));
            }
        }
        var targets = new ArrayList<Received>();
        var told = new HashMap<TargetId, TargetState>();
        for (int number = 0; number < 8; number++) {
            for (int sequence = 1 + random.nextInt(4), i = 1; i <= sequence; i++) {
                var state = target(number, random);
                told.put(state.id(), state);
                targets.add(received("targets/c" + number, i, new TargetEvent.TargetTracked(state)));
            }
        }

        foldDisturbed(tasks, targets, random);

        for (var plan : Set.of("p0", "p1", "p2")) {
            var of = newest.values().stream().filter(task -> task.plan().value().equals(plan)).toList();
            assertThat(sum(cell -> plan.equals(value(cell.plan())) && cell.unit() == null, Counter.MONEY_PLANNED)).isEqualTo(planned(of));
            assertThat(sum(cell -> plan.equals(value(cell.plan())) && cell.unit() == null, Counter.MONEY_DISBURSED)).isEqualTo(disbursed(of));
        }
        for (var programme : Map.of("nq57", "57", "dean06", "06").entrySet()) {
            var of = newest.values().stream()
                    .filter(task -> task.particulars() != null && Objects.requireNonNullElse(task.particulars().programme(), "").contains(programme.getValue()))
                    .toList();
            assertThat(sum(cell -> programme.getKey().equals(cell.programme()), Counter.MONEY_PLANNED)).isEqualTo(planned(of));
            assertThat(sum(cell -> programme.getKey().equals(cell.programme()), Counter.MONEY_DISBURSED)).isEqualTo(disbursed(of));
        }
        for (var standing : TargetStanding.values()) {
            assertThat(sum(cell -> cell.level() == CellKey.Level.COMMUNE, FactOf.counterOf(standing)))
                    .isEqualTo(told.values().stream().filter(target -> target.withdrawnOn() == null && target.share() == null && target.standing() == standing).count());
        }
        assertThat(facts.values().stream().filter(fact -> fact.share() != null).map(StoredFact::id))
                .containsExactlyInAnyOrderElementsOf(told.values().stream()
                        .filter(target -> target.withdrawnOn() == null && target.share() != null).map(target -> "target/" + target.id()).toList());
        assertThat(sum(cell -> cell.level() == CellKey.Level.COMMUNE, Counter.EXPLANATION_OWED)).isEqualTo(newest.values().stream()
                .filter(task -> task.workState() != WorkState.CANCELLED && task.explanation() != null && task.explanation().givenOn() == null).count());
        assertThat(sum(cell -> cell.level() == CellKey.Level.COMMUNE, Counter.TARGET_EXPLANATION_OWED)).isEqualTo(told.values().stream()
                .filter(target -> target.withdrawnOn() == null && target.explanation() != null && target.explanation().givenOn() == null).count());
        cells.values().forEach(counts -> {
            assertThat(counts.get(Counter.TARGET_EXPLANATION_OVERDUE)).isBetween(0L, counts.get(Counter.TARGET_EXPLANATION_OWED));
            assertThat(counts.get(Counter.EXPLANATION_OVERDUE)).isBetween(0L, counts.get(Counter.EXPLANATION_OWED));
            assertThat(counts.get(Counter.MONEY_PLANNED)).isNotNegative();
        });
    }

    private void foldDisturbed(List<Received> tasks, List<Received> targets, Random random) {
        facts.clear();
        cells.clear();
        var all = new ArrayList<Received>();
        for (var event : tasks) {
            Collections.addAll(all, Collections.nCopies(1 + random.nextInt(3), event).toArray(Received[]::new));
        }
        for (var event : targets) {
            Collections.addAll(all, Collections.nCopies(1 + random.nextInt(3), event).toArray(Received[]::new));
        }
        Collections.shuffle(all, random);
        for (int from = 0; from < all.size(); from += 7) {
            var incoming = all.subList(from, Math.min(all.size(), from + 7)).stream().flatMap(event -> FactOf.event(event).stream()).toList();
            // as it is stored and read again
            var fold = Fold.of(facts, incoming.stream().map(fact -> FactDocument.read(FactDocument.write(fact))).toList());
            assertThat(fold.facts()).isSubsetOf(incoming);
            fold.facts().forEach(fact -> facts.put(fact.id(), fact));
            fold.cells().forEach((key, change) -> cells.merge(key, change.difference(), Counts::plus));
        }
    }

    /** By hand: what is cancelled or given to other units counts nowhere; occurrences repeat what their series has. */
    private static long planned(List<TaskState> tasks) {
        return tasks.stream()
                .filter(task -> task.workState() != WorkState.CANCELLED && task.partOf() == null && task.budgetVnd() != null)
                .mapToLong(TaskState::budgetVnd)
                .sum();
    }

    private static long disbursed(List<TaskState> tasks) {
        return tasks.stream()
                .filter(task -> task.workState() != WorkState.CANCELLED && (task.partOf() == null || task.partOf().kind() == PartKind.OCCURRENCE))
                .filter(task -> task.particulars() != null && task.particulars().disbursedVnd() != null)
                .mapToLong(task -> Objects.requireNonNull(task.particulars()).disbursedVnd())
                .sum();
    }

    private long sum(Predicate<CellKey> which, Counter counter) {
        return cells.entrySet().stream().filter(cell -> which.test(cell.getKey())).mapToLong(cell -> cell.getValue().get(counter)).sum();
    }

    private static @Nullable String value(@Nullable PlanId plan) {
        return plan == null ? null : plan.value();
    }

    private static Received received(String subject, long sequence, DomainEvent event) {
        return new Received(subject + "-" + sequence, subject, 1, sequence, Instant.parse("2026-03-01T00:00:00Z"), null, event);
    }

    private static TaskState task(int number, Random random) {
        var kind = random.nextInt(3) == 0 ? any(PartKind.values(), random) : null;
        var particulars = random.nextInt(3) == 0 ? null : new Particulars(
                null, null, random.nextBoolean() ? null : PROGRAMMES.get(random.nextInt(3)), null, random.nextBoolean() ? null : random.nextLong(1_000_000),
                List.of(), List.of());
        return new TaskState(
                new TaskId("t" + number), new PlanId("p" + random.nextInt(3)), PROVINCE, new UnitId("xa" + number % 2), number, null, "Nhiệm vụ",
                List.of(new UnitId("u" + random.nextInt(3)), new UnitId("u" + random.nextInt(3))), List.of(), random.nextBoolean() ? null : random.nextLong(1_000_000),
                null, null, any(WorkState.values(), random), any(TimeClass.values(), random), true, false, null, null, null, null, null, null, null,
                kind == null ? null : new PartOf(new TaskId("whole"), kind, null, null), explanation(random), null, particulars);
    }

    private static @Nullable Explanation explanation(Random random) {
        return random.nextBoolean() ? null : new Explanation(
                LocalDate.EPOCH, LocalDate.EPOCH, random.nextBoolean() ? null : LocalDate.EPOCH, random.nextBoolean(), 1);
    }

    private static TargetState target(int number, Random random) {
        var share = random.nextBoolean() ? null : new BudgetShare(
                any(ShareMoney.values(), random), random.nextBoolean() ? null : PROGRAMMES.get(random.nextInt(3)), 1 + random.nextLong(10_000_000), 2026, 1);
        return new TargetState(
                new TargetId("c" + number), new PlanId("p" + random.nextInt(3)), PROVINCE, new UnitId("xa" + number % 2), number, null, "Chỉ tiêu", ">=",
                new BigDecimal("1.50"), "%", random.nextBoolean() ? null : new UnitId("u" + random.nextInt(3)), null,
                random.nextInt(4) == 0 ? LocalDate.EPOCH : null, TargetArithmetic.LATEST, share, null, null,
                share == null ? any(TargetStanding.values(), random) : null, explanation(random));
    }

    private static <T> T any(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }
}
