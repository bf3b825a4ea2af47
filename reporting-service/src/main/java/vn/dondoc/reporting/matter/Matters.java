package vn.dondoc.reporting.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.EventTypes;
import vn.dondoc.contracts.event.MatterEvent;
import vn.dondoc.contracts.event.MatterLevel;
import vn.dondoc.contracts.event.ReportState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.MatterId;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.obligation.AnswerText;
import vn.dondoc.reporting.obligation.Obligations;

/** The matters beyond authority of all communes. */
public final class Matters {

    static final String COLLECTION = "matters";

    private static final String RAISED = EventTypes.nameOf(MatterEvent.MatterRaised.class);
    private static final String ANSWERED = EventTypes.nameOf(MatterEvent.MatterAnswered.class);

    private final Aggregates<Matter> matters;
    private final Obligations obligations;
    private final Directory directory;
    private final Sweep<Matter> sweep;

    Matters(Aggregates<Matter> matters, Obligations obligations, Directory directory, Sweep<Matter> sweep) {
        this.matters = matters.withHistories();
        this.obligations = obligations;
        this.directory = directory;
        this.sweep = sweep;
    }

    static Criteria branchOf(Caller caller) {
        return caller.branch().within("unit", "owedTo");
    }

    /** A report was sent: what it names beyond authority becomes a thing of its own, once for the same words. */
    void take(ReportState report, Instant at) {
        var answer = obligations.find(report.id().value(), new Criteria())
                .flatMap(found -> AnswerText.newest(obligations.history(found))).map(Reports.Submission::matters).orElse(null);
        var on = report.submittedOn();
        if (answer == null || answer.isEmpty() || on == null) {
            return;
        }
        var wanted = answer.stream().map(text -> {
            var id = new MatterId(Ids.derived("matter", report.id().value(), text));
            var standing = directory.standingUnitOf(report.commune()).map(UnitState::id).orElse(report.owedTo());
            return new Aggregates.New<>(id.value(), Matter.raised(id, report.id(), report.province(), report.commune(), report.unit(), standing, on, text));
        }).toList();
        matters.createAll(Act.bySystem("report-events", at), wanted);
        sweep.wake();
    }

    Optional<Versioned<Matter>> find(String id, Criteria within) {
        return matters.find(id, within);
    }

    /** Of one report, as a caller sees them. */
    public List<Reports.Matter> of(ReportId report, Caller caller) {
        var within = new Criteria().andOperator(Criteria.where("report").is(report.value()), branchOf(caller));
        return matters.list(new Query(within).with(Sort.by("raisedOn", "_id"))).stream().map(found -> told(found, caller)).toList();
    }

    /** The names of the states in falling order: overdue, open, then what is answered. */
    List<Reports.Matter> page(Criteria within, int skip, int limit, Caller caller) {
        return matters.list(new Query(within).with(Sort.by(Sort.Order.desc("status"), Sort.Order.asc("lastDay"), Sort.Order.asc("_id"))).skip(skip).limit(limit)).stream()
                .map(found -> told(found, caller)).toList();
    }

    long count(Criteria within) {
        return matters.count(new Query(within));
    }

    Outcome<Matter> change(String id, Act act, @Nullable Long expected, Criteria within, Function<Matter, Decision<Matter>> decide) {
        var outcome = matters.change(id, act, expected, new Criteria[] {within}, decide);
        sweep.wake();
        return outcome;
    }

    /** Who has to answer on that level. */
    UnitId answering(Matter matter, MatterLevel level) {
        return switch (level) {
            case STANDING -> directory.standingUnitOf(matter.commune()).map(UnitState::id).orElse(matter.owedTo());
            case LEADER -> matter.commune();
            case PROVINCE -> directory.below(matter.province()).stream().filter(unit -> unit.standing() && unit.commune() == null)
                    .map(UnitState::id).findFirst().orElse(matter.province());
        };
    }

    /** Whoever has to answer on the present level. */
    static boolean mayAnswer(Caller caller, Matter matter) {
        return switch (matter.level()) {
            case STANDING -> caller.isIn(matter.commune(), Role.COMMUNE_STANDING, Role.COMMUNE_LEADER);
            case LEADER -> caller.isIn(matter.commune(), Role.COMMUNE_LEADER);
            case PROVINCE -> caller.isOf(matter.province(), Role.PROVINCE_STANDING);
        };
    }

    /** The standing unit and the leaders of the commune take it further up. */
    static boolean mayEscalate(Caller caller, Matter matter) {
        return matter.level() != MatterLevel.PROVINCE && caller.isIn(matter.commune(), Role.COMMUNE_STANDING, Role.COMMUNE_LEADER);
    }

    Reports.Matter told(Versioned<Matter> found, Caller caller) {
        var matter = found.state();
        var actions = new ArrayList<String>();
        if (!matter.isAnswered() && mayAnswer(caller, matter)) {
            actions.add("answer");
        }
        if (!matter.isAnswered() && mayEscalate(caller, matter)) {
            actions.add("escalation");
        }
        var history = matters.history(found);
        return new Reports.Matter(
                matter.id(), matter.report(), matter.commune(), directory.nameOf(matter.commune()), matter.unit(), directory.nameOf(matter.unit()),
                textOf(history, RAISED).orElse(""), matter.level(), matter.raisedOn(), matter.lastDay(), matter.status(),
                textOf(history, ANSWERED).orElse(null), matter.answeredOn(), found.version(), actions);
    }

    static LocalDate today(Act act) {
        return LocalDate.ofInstant(act.at(), DomainClock.ZONE);
    }

    private static Optional<String> textOf(List<Aggregates.Told> history, String type) {
        return history.reversed().stream().filter(told -> told.entry().type().equals(type)).findFirst().map(Aggregates.Told::text);
    }
}
