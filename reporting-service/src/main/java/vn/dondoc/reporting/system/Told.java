package vn.dondoc.reporting.system;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.api.Systems.Figure;
import vn.dondoc.contracts.api.Systems.FigureRow;
import vn.dondoc.contracts.api.Systems.Verdict;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.AssigningLevel;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Programmes;
import vn.dondoc.reporting.facts.Facts;
import vn.dondoc.reporting.facts.StoredFact;
import vn.dondoc.reporting.obligation.AnswerText;
import vn.dondoc.reporting.obligation.Obligation;
import vn.dondoc.reporting.obligation.Obligations;

/** Which central tasks were told to a system in time: by the updates that were vouched for, and the tasks as they are known. */
final class Told {

    private static final int MOST_ROWS = 500;
    private static final int MOST_PERIODS = 12;
    private static final int MOST_READ = 5_000;
    private static final String TASK = "task/";

    private final Obligations obligations;
    private final Facts facts;
    private final Directory directory;
    private final DomainClock clock;

    Told(Obligations obligations, Facts facts, Directory directory, DomainClock clock) {
        this.obligations = obligations;
        this.facts = facts;
        this.directory = directory;
        this.clock = clock;
    }

    /** An update that was expected, and what was vouched for; null while nothing is. */
    private record Update(Obligation report, Reports.@Nullable Receipt receipt) {}

    private record Central(StoredFact fact, Update update) {

        private TaskId task() {
            return new TaskId(fact.id().substring(TASK.length()));
        }
    }

    /** The labels of the periods that were opened, the newest first. */
    List<String> periods(OtherSystem system) {
        var newest = new Query(Criteria.where("rule").is(system.id().value())).with(Sort.by(Sort.Order.desc("lastDay"))).limit(MOST_READ);
        return obligations.list(newest).stream().map(found -> found.state().period()).distinct().limit(MOST_PERIODS).toList();
    }

    /**
     * @param period null for the newest
     * @param commune null for all of them
     * @param caller what lies outside the branch is neither counted nor shown
     */
    Figure inTime(OtherSystem system, @Nullable String period, @Nullable UnitId commune, Caller caller) {
        var label = period != null ? period : periods(system).stream().findFirst().orElse("");
        var updates = updates(system, label, commune);
        var rows = new ArrayList<>(central(system, updates, within(system, commune, caller)).map(this::row).toList());
        var reported = (int) rows.stream().filter(row -> row.verdict() == Verdict.IN_TIME).count();
        rows.sort(Comparator.comparing((FigureRow row) -> row.verdict() == Verdict.IN_TIME).thenComparing(FigureRow::communeName).thenComparing(FigureRow::title));
        return new Figure(label, lastDay(updates), reported, rows.size(), rows.stream().limit(MOST_ROWS).toList());
    }

    /**
     * The same figure of a whole province or commune, without rows; nothing where no central task is told to that system.
     *
     * @param commune null for the province
     */
    Optional<Dashboards.ToldElsewhere> line(OtherSystem system, @Nullable UnitId commune) {
        return newest(system, commune).flatMap(label -> {
            var updates = updates(system, label, commune);
            var verdicts = central(system, updates, within(system, commune)).map(one -> verdict(one, clock.today())).toList();
            var lastDay = lastDay(updates);
            var reported = (int) verdicts.stream().filter(verdict -> verdict == Verdict.IN_TIME).count();
            return verdicts.isEmpty() || lastDay == null ? Optional.empty()
                    : Optional.of(new Dashboards.ToldElsewhere(system.id(), system.definition().name(), label, lastDay, reported, verdicts.size()));
        });
    }

    private Optional<String> newest(OtherSystem system, @Nullable UnitId commune) {
        var newest = new Query(expected(system, commune)).with(Sort.by(Sort.Order.desc("lastDay"))).limit(1);
        return obligations.list(newest).stream().map(found -> found.state().period()).findFirst();
    }

    private Stream<Central> central(OtherSystem system, Map<UnitId, Update> updates, Criteria within) {
        if (updates.isEmpty() || !concernsCentral(system)) {
            return Stream.of();
        }
        var scope = system.definition().scope();
        return facts.central(within, Programmes.key(scope.programme()), scope.coded()).stream().flatMap(fact -> {
            var update = updates.get(system.definition().owner() == null ? fact.commune() : system.commune());
            return update != null && isOf(fact, update.report()) ? Stream.of(new Central(fact, update)) : Stream.of();
        });
    }

    private static @Nullable LocalDate lastDay(Map<UnitId, Update> updates) {
        return updates.values().stream().map(update -> update.report().lastDay()).max(Comparator.naturalOrder()).orElse(null);
    }

    private static boolean concernsCentral(OtherSystem system) {
        var levels = system.definition().scope().levels();
        return levels.isEmpty() || levels.contains(AssigningLevel.CENTRAL);
    }

    /** How many answered is no secret of any commune; which of their tasks there are is. */
    private Map<UnitId, Update> updates(OtherSystem system, String period, @Nullable UnitId commune) {
        var updates = new HashMap<UnitId, Update>();
        var expected = expected(system, commune).and("period").is(period);
        for (var found : obligations.listWithHistories(new Query(expected))) {
            var place = system.definition().owner() == null ? found.state().commune() : system.commune();
            updates.put(place, new Update(found.state(), receiptOf(found)));
        }
        return updates;
    }

    private Reports.@Nullable Receipt receiptOf(Versioned<Obligation> found) {
        return found.state().submittedOn() == null ? null : AnswerText.newest(obligations.history(found)).map(Reports.Submission::receipt).orElse(null);
    }

    private static Criteria expected(OtherSystem system, @Nullable UnitId commune) {
        var expected = Criteria.where("rule").is(system.id().value()).and("status").ne(ReportStatus.EXEMPTED.name());
        return commune != null && system.definition().owner() == null ? expected.and("commune").is(commune.value()) : expected;
    }

    private static Criteria within(OtherSystem system, @Nullable UnitId commune, Caller caller) {
        return new Criteria().andOperator(within(system, commune), caller.branch().within("units"));
    }

    private static Criteria within(OtherSystem system, @Nullable UnitId commune) {
        var place = Criteria.where(system.isOfProvince() ? "province" : "commune").is(system.commune().value());
        return commune == null ? place : new Criteria().andOperator(place, Criteria.where("commune").is(commune.value()));
    }

    private static boolean isOf(StoredFact fact, Obligation report) {
        var line = Objects.requireNonNull(fact.line());
        return line.assignedOn() == null || !line.assignedOn().isAfter(report.lastDay());
    }

    private FigureRow row(Central central) {
        var fact = central.fact();
        var update = central.update();
        var line = Objects.requireNonNull(fact.line());
        return new FigureRow(
                central.task(), line.code(), line.title(), fact.commune(), directory.nameOf(fact.commune()),
                fact.units().stream().map(unit -> new Tasks.UnitName(unit, directory.nameOf(unit))).toList(), verdict(central, clock.today()),
                update.receipt() == null ? null : update.receipt().updatedOn());
    }

    private static Verdict verdict(Central central, LocalDate today) {
        var update = central.update();
        var report = update.report();
        var submittedOn = report.submittedOn();
        if (submittedOn == null) {
            return report.status() == ReportStatus.OVERDUE || today.isAfter(report.countsUntil()) ? Verdict.MISSING : Verdict.WAITING;
        }
        var receipt = update.receipt();
        if (receipt == null || receipt.leftOut() != null && receipt.leftOut().contains(central.task())) {
            return Verdict.LEFT_OUT;
        }
        return report.status() == ReportStatus.SUBMITTED_LATE || submittedOn.isAfter(report.countsUntil()) ? Verdict.LATE : Verdict.IN_TIME;
    }
}
