package vn.dondoc.reporting.obligation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.merger.Mergers;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;

/** The expected reports of all communes: the one door to what happens to them. */
public final class Obligations {

    public static final String COLLECTION = "obligations";

    private static final List<String> OPEN = List.of(ReportStatus.OPEN.name(), ReportStatus.DUE_SOON.name(), ReportStatus.RETURNED.name());

    /** The most days after the last one on which an answer may still count as in time. */
    public static final int LONGEST_GRACE = 92;

    private static final List<String> UNANSWERED = Stream.concat(OPEN.stream(), Stream.of(ReportStatus.OVERDUE.name())).toList();

    private final Aggregates<Obligation> obligations;
    private final Aggregates<Obligation> withHistories;
    private final Mergers mergers;
    private final Reminding reminding;
    private final DomainClock clock;

    Obligations(Aggregates<Obligation> obligations, Mergers mergers, Reminding reminding, DomainClock clock) {
        this.reminding = reminding;
        this.obligations = obligations;
        this.withHistories = obligations.withHistories();
        this.mergers = mergers;
        this.clock = clock;
    }

    /** Expects these reports; those that are expected already stay as they are. */
    public void expect(List<Expected> reports) {
        begin(reports, expected -> Obligation.open(reminding.told(expected, expected.opensOn())));
    }

    /** These are not owed, since those of a longer period stand in their place. */
    public void replace(List<Expected> reports) {
        begin(reports, Obligation::replaced);
    }

    private void begin(List<Expected> reports, Function<Expected, Decision.Accepted<Obligation>> how) {
        var wanted = reports.stream()
                .map(expected -> new Aggregates.New<>(expected.id().value(), how.apply(expected)))
                .toList();
        var act = Act.bySystem("sweep-rules", clock.instant());
        obligations.createAll(act, wanted);
        // A unit that was merged meanwhile: its reports were not there yet when they were looked for
        if (mergers.anyOf(reports.stream().flatMap(one -> Stream.of(one.unit(), one.owedTo())).toList())) {
            wanted.forEach(one -> follow(one.id(), act).orProblem());
        }
    }

    /** Ids of what a unit owes or is owed and that is not finished. */
    public List<String> unfinishedOf(UnitId unit) {
        var concerned = new Criteria().orOperator(Criteria.where("unit").is(unit.value()), Criteria.where("owedTo").is(unit.value()));
        var unfinished = new Criteria().andOperator(concerned, Criteria.where("status").nin(ReportStatus.ACCEPTED.name(), ReportStatus.EXEMPTED.name()));
        return obligations.list(new Query(unfinished).with(Sort.by("_id"))).stream().map(Versioned::id).toList();
    }

    /**
     * Gives a report to the heirs of its units, until none of them is merged. Doing it again changes nothing. Where the heir got the same
     * report at the same moment, the index refuses: to be tried again.
     */
    public Outcome<Obligation> follow(String id, Act act) {
        while (true) {
            var outcome = obligations.change(id, act, report -> {
                var heirOf = mergers.heirsOf(List.of(report.unit(), report.owedTo()));
                return report.toHeirs(heirOf, isOwed(report, heirOf.apply(report.unit())));
            });
            if (!(outcome instanceof Outcome.Done<Obligation>(var done, var unchanged)) || unchanged || done.state().isFinished()) {
                return outcome;
            }
        }
    }

    private boolean isOwed(Obligation report, UnitId unit) {
        return obligations.count(new Query(Criteria.where("rule").is(report.rule().value()).and("unit").is(unit.value())
                .and("period").is(report.period()).and("status").ne(ReportStatus.EXEMPTED.name()).and("_id").ne(report.id().value()))) > 0;
    }

    /**
     * A rule was amended: what it expected and is open follows.
     *
     * @param wanted the report as the rule asks for it now; nothing where it is not owed any more
     */
    public void amend(RuleId rule, @Nullable Basis basis, Function<Obligation, Optional<Expected>> wanted) {
        var act = Act.bySystem("plan-events", clock.instant());
        var open = Criteria.where("rule").is(rule.value()).and("status").in(OPEN);
        for (var report : obligations.list(new Query(open))) {
            obligations.change(report.id(), act, state -> state.amend(wanted.apply(state).orElse(null), basis, clock.today(), reminding)).orProblem();
        }
    }

    /** What a rule expects, or ever expected, is about that programme from now on; null for none. */
    public void describe(RuleId rule, @Nullable String programme) {
        var act = Act.bySystem("rules", clock.instant());
        var others = Criteria.where("rule").is(rule.value()).and("programme").ne(programme);
        for (var report : obligations.list(new Query(others))) {
            obligations.change(report.id(), act, state -> state.describe(programme)).orProblem();
        }
    }

    /** What is open in that commune is told of as time is kept now. */
    void remind(UnitId commune) {
        var act = Act.bySystem("report-reminders", clock.instant());
        var open = Criteria.where("commune").is(commune.value()).and("status").in(UNANSWERED);
        for (var report : obligations.list(new Query(open))) {
            obligations.change(report.id(), act, state -> state.remind(reminding, clock.today())).orProblem();
        }
    }

    /** An expected report within those bounds. */
    public Optional<Versioned<Obligation>> find(String id, Criteria within) {
        return obligations.find(id, within);
    }

    public List<Versioned<Obligation>> list(Query query) {
        return obligations.list(query);
    }

    /** The same with their histories, in one round trip. */
    public List<Versioned<Obligation>> listWithHistories(Query query) {
        return withHistories.list(query);
    }

    /** How many match, whatever the query's window. */
    public long count(Query query) {
        return obligations.count(query);
    }

    /** How many of all communes have that last day, today or later, and no answer yet; found by the moment at which they become something else. */
    public long dueOn(LocalDate day) {
        var soon = DomainClock.startOf(day.plusDays(LONGEST_GRACE + 1));
        return obligations.count(new Query(Criteria.where(Sweep.BOUNDARY).lte(soon).and("lastDay").is(day.toString()).and("status").in(OPEN)));
    }

    /** What happened to it, oldest first, with the words of people. */
    public List<Aggregates.Told> history(Versioned<Obligation> report) {
        return obligations.history(report);
    }

    /**
     * @param words the whole answer, kept beside the history
     * @param byOthers entered by the standing unit
     */
    public Outcome<Obligation> submit(Command command, boolean nothingToReport, String words, boolean byOthers) {
        return change(command, report -> report.submit(nothingToReport, words, byOthers, command.act().actor().person(), today(command)));
    }

    /** @param words the whole answer that stands from now on */
    public Outcome<Obligation> correct(Command command, String words) {
        return change(command, report -> report.correct(words));
    }

    public Outcome<Obligation> accept(Command command, @Nullable String words) {
        return change(command, report -> report.accept(words));
    }

    /** @param words the reason, with what is said of single sections */
    public Outcome<Obligation> giveBack(Command command, @Nullable String reason, @Nullable String words) {
        return change(command, report -> report.giveBack(reason, words, today(command)));
    }

    public Outcome<Obligation> withdraw(Command command, @Nullable String words) {
        return change(command, report -> report.withdraw(words, today(command)));
    }

    public Outcome<Obligation> prepare(Command command) {
        return change(command, report -> report.prepare(today(command)));
    }

    public Outcome<Obligation> urge(Command command) {
        return change(command, report -> report.urge(today(command)));
    }

    public Outcome<Obligation> extend(Command command, LocalDate lastDay, @Nullable String reason) {
        return change(command, report -> report.extend(lastDay, reason, today(command), reminding));
    }

    public Outcome<Obligation> exempt(Command command, @Nullable String reason) {
        return change(command, report -> report.exempt(reason, today(command)));
    }

    /** @param wanted the last day to explain in time; null for the one that follows from {@code days} */
    public Outcome<Obligation> ask(Command command, String question, @Nullable LocalDate wanted, int days) {
        return change(command, report -> report.ask(question, wanted, days, today(command)));
    }

    public Outcome<Obligation> explain(Command command, String words) {
        return change(command, report -> report.explain(words, today(command)));
    }

    public Outcome<Obligation> attach(Command command, ReportFile file) {
        return change(command, report -> report.attach(file));
    }

    /**
     * One act on one report.
     *
     * @param expected the version that was looked at; null for any
     * @param within the caller's bounds
     */
    public record Command(String id, Act act, @Nullable Long expected, Criteria within) {}

    private Outcome<Obligation> change(Command command, Function<Obligation, Decision<Obligation>> decide) {
        // The answer shows the history: read with the state, it costs no round trip of its own
        return withHistories.change(command.id(), command.act(), command.expected(), new Criteria[] {command.within()}, decide);
    }

    private static LocalDate today(Command command) {
        return LocalDate.ofInstant(command.act().at(), DomainClock.ZONE);
    }
}
