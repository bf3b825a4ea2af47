package vn.dondoc.reporting.system;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
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

    /** The labels of the periods that were opened, the newest first. */
    List<String> periods(OtherSystem system) {
        var newest = new Query(Criteria.where("rule").is(system.id().value())).with(Sort.by(Sort.Order.desc("lastDay"))).limit(MOST_READ);
        return obligations.list(newest).stream().map(found -> found.state().period()).distinct().limit(MOST_PERIODS).toList();
    }

    /** @param period null for the newest; what lies outside the caller's branch is neither counted nor shown */
    Figure inTime(OtherSystem system, @Nullable String period, Caller caller) {
        var label = period != null ? period : periods(system).stream().findFirst().orElse("");
        var updates = updates(system, label);
        var rows = new ArrayList<FigureRow>();
        if (!updates.isEmpty() && concernsCentral(system)) {
            for (var fact : facts.central(within(system, caller), Programmes.key(system.definition().scope().programme()), system.definition().scope().coded())) {
                var update = updates.get(system.definition().owner() == null ? fact.commune() : system.commune());
                if (update != null && isOf(fact, update.report())) {
                    rows.add(row(fact, update));
                }
            }
        }
        var reported = (int) rows.stream().filter(row -> row.verdict() == Verdict.IN_TIME).count();
        rows.sort(Comparator.comparing((FigureRow row) -> row.verdict() == Verdict.IN_TIME).thenComparing(FigureRow::communeName).thenComparing(FigureRow::title));
        var lastDay = updates.values().stream().map(update -> update.report().lastDay()).max(Comparator.naturalOrder()).orElse(null);
        return new Figure(label, lastDay, reported, rows.size(), rows.stream().limit(MOST_ROWS).toList());
    }

    private static boolean concernsCentral(OtherSystem system) {
        var levels = system.definition().scope().levels();
        return levels.isEmpty() || levels.contains(AssigningLevel.CENTRAL);
    }

    /** How many answered is no secret of any commune; which of their tasks there are is. */
    private Map<UnitId, Update> updates(OtherSystem system, String period) {
        var updates = new HashMap<UnitId, Update>();
        var expected = Criteria.where("rule").is(system.id().value()).and("period").is(period).and("status").ne(ReportStatus.EXEMPTED.name());
        for (var found : obligations.listWithHistories(new Query(expected))) {
            var place = system.definition().owner() == null ? found.state().commune() : system.commune();
            updates.put(place, new Update(found.state(), receiptOf(found)));
        }
        return updates;
    }

    private Reports.@Nullable Receipt receiptOf(Versioned<Obligation> found) {
        return found.state().submittedOn() == null ? null : AnswerText.newest(obligations.history(found)).map(Reports.Submission::receipt).orElse(null);
    }

    private static Criteria within(OtherSystem system, Caller caller) {
        var place = Criteria.where(system.isOfProvince() ? "province" : "commune").is(system.commune().value());
        return new Criteria().andOperator(place, caller.branch().within("units"));
    }

    private static boolean isOf(StoredFact fact, Obligation report) {
        var line = Objects.requireNonNull(fact.line());
        return line.assignedOn() == null || !line.assignedOn().isAfter(report.lastDay());
    }

    private FigureRow row(StoredFact fact, Update update) {
        var line = Objects.requireNonNull(fact.line());
        var task = new TaskId(fact.id().substring(TASK.length()));
        return new FigureRow(
                task, line.code(), line.title(), fact.commune(), directory.nameOf(fact.commune()),
                fact.units().stream().map(unit -> new Tasks.UnitName(unit, directory.nameOf(unit))).toList(), verdict(task, update, clock.today()),
                update.receipt() == null ? null : update.receipt().updatedOn());
    }

    private static Verdict verdict(TaskId task, Update update, LocalDate today) {
        var report = update.report();
        var submittedOn = report.submittedOn();
        if (submittedOn == null) {
            return report.status() == ReportStatus.OVERDUE || today.isAfter(report.countsUntil()) ? Verdict.MISSING : Verdict.WAITING;
        }
        var receipt = update.receipt();
        if (receipt == null || receipt.leftOut() != null && receipt.leftOut().contains(task)) {
            return Verdict.LEFT_OUT;
        }
        return report.status() == ReportStatus.SUBMITTED_LATE || submittedOn.isAfter(report.countsUntil()) ? Verdict.LATE : Verdict.IN_TIME;
    }
}
