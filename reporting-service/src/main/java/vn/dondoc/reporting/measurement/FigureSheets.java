package vn.dondoc.reporting.measurement;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import vn.dondoc.contracts.api.Organisation.BrokenCell;
import vn.dondoc.contracts.api.Targets.SheetTaken;
import vn.dondoc.contracts.event.TargetFigure;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Refusal;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.sheet.UnreadableWorkbook;
import vn.dondoc.platform.sheet.WorkbookReader;
import vn.dondoc.platform.sheet.WorkbookWriter;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Correlation;

/** Figures of many targets in one workbook: handed out with a row each, looked at, and taken over row by row. */
final class FigureSheets {

    private final Targets targets;
    private final Directory directory;
    private final Problems problems;
    private final DomainClock clock;

    FigureSheets(Targets targets, Directory directory, Problems problems, DomainClock clock) {
        this.targets = targets;
        this.directory = directory;
        this.problems = problems;
        this.clock = clock;
    }

    /** A row to fill in. */
    record Row(Target target, String period) {}

    /** @param when the period that is asked for; null for what each target is to be measured of next */
    List<Row> rows(Filter filter, @Nullable When when, Caller caller) {
        var today = clock.today();
        var rows = new ArrayList<Row>();
        for (var found : targets.list(filter.all(caller, List.of()).limit(SheetLines.MOST_ROWS))) {
            var target = found.state();
            if (target.isWithdrawn() || target.isComputed() || !Rights.mayMeasure(caller, target) || when != null && !target.isAbout(when)) {
                continue;
            }
            var next = Schedule.of(target, today).next();
            rows.add(new Row(target, when != null ? when.label() : next != null ? next : Schedule.offered(target, today).getFirst()));
        }
        return rows;
    }

    void write(List<Row> rows, List<List<String>> guide, OutputStream out) throws IOException {
        try (var book = new WorkbookWriter()) {
            book.sheet(SheetColumn.SHEET, SheetColumn.headings(), SheetColumn.widths(), line -> rows.forEach(row -> line.of(cells(row))));
            book.sheet(SheetColumn.GUIDE, List.of(SheetColumn.GUIDE), List.of(100), line -> guide.forEach(line::of));
            book.to(out);
        }
    }

    private List<String> cells(Row row) {
        var target = row.target();
        var planned = target.planned();
        var known = target.of(row.period()).orElse(null);
        return List.of(
                target.id().value(), planned.name(), target.owner() == null ? "" : directory.nameOf(Objects.requireNonNull(target.owner())), planned.unit(),
                planned.hasGoal() ? planned.operator() + " " + SheetNumber.write(planned.value()) : "", row.period(), known == null || known.part() != null ? "" : SheetNumber.write(known.value()),
                written(known, TargetFigure::part), written(known, TargetFigure::whole), written(known, TargetFigure::weight), written(known, TargetFigure::lastYear),
                known != null && known.estimated() ? SheetColumn.ESTIMATED : SheetColumn.DONE, "", "", "", "");
    }

    private static String written(@Nullable TargetFigure known, Function<TargetFigure, @Nullable BigDecimal> what) {
        var number = known == null ? null : what.apply(known);
        return number == null ? "" : SheetNumber.write(number);
    }

    /** What a workbook would do. */
    record Looked(List<SheetEntry> entries, List<BrokenCell> broken) {

        long count(SheetEntry.Effect effect) {
            return entries.stream().filter(entry -> entry.effect() == effect).count();
        }

        /** The same as long as the same would be done. */
        String fingerprint() {
            return Ids.derived(entries.stream()
                    .flatMap(entry -> List.of(entry.found().id(), Long.toString(entry.found().version()), entry.effect().name()).stream()).toArray(String[]::new));
        }
    }

    /** @throws ProblemException for what is no workbook */
    Looked look(byte[] file, Caller caller, LocalDate today, Locale locale) {
        var complaints = new SheetComplaints(problems, locale);
        try {
            var lines = SheetLines.of(WorkbookReader.read(file), complaints);
            var known = known(lines, caller);
            var entries = new ArrayList<SheetEntry>();
            for (var line : lines) {
                var found = known.get(line.target());
                if (found == null) {
                    complaints.add(line.number(), SheetColumn.ID, "TARGET_UNKNOWN");
                } else if (!Rights.mayMeasure(caller, found.state())) {
                    complaints.add(line.number(), SheetColumn.ID, "TARGET_NOT_YOURS");
                } else {
                    entry(line, found, caller, today, complaints, entries);
                }
            }
            return new Looked(entries, complaints.all());
        } catch (UnreadableWorkbook unreadable) {
            throw ProblemException.of(422, unreadable.code());
        }
    }

    private static void entry(
            SheetLine line, Versioned<Target> found, Caller caller, LocalDate today, SheetComplaints complaints, List<SheetEntry> entries) {
        var target = found.state();
        var before = target.of(line.period()).orElse(null);
        var onBehalf = target.owner() != null && !Rights.answersFor(caller, target);
        var entry = new SheetEntry(line, found, reading(line, before), onBehalf);
        if (entry.effect() != SheetEntry.Effect.NOTHING && onBehalf && line.words().source() == null) {
            complaints.add(line.number(), SheetColumn.SOURCE, "TARGET_SOURCE_REQUIRED");
        } else if (target.enter(entry.reading(), onBehalf, today, line.words()) instanceof Decision.Refused<Target>(var refusal)) {
            complaints.add(line.number(), columnOf(refusal), refusal.code(), refusal.arguments().toArray());
        } else {
            entries.add(entry);
        }
    }

    /** Where nothing is said of weight and last year, nor of what the same figure is counted of, what is known of them stays. */
    private static Target.Reading reading(SheetLine line, @Nullable TargetFigure before) {
        var ratio = line.ratio();
        return new Target.Reading(
                line.period(), line.value(), line.weight() == null && before != null ? before.weight() : line.weight(),
                line.lastYear() == null && before != null ? before.lastYear() : line.lastYear(), line.estimated(),
                ratio == null ? null : ratio.part(), ratio == null ? null : ratio.whole()).countedAs(before);
    }

    private static SheetColumn columnOf(Refusal refusal) {
        return switch (refusal.code()) {
            case "TARGET_MEASURED_ALREADY" -> SheetColumn.REASON;
            case "TARGET_PERIOD_WRONG", "TARGET_PERIOD_AHEAD" -> SheetColumn.PERIOD;
            case "TARGET_WEIGHT_REQUIRED" -> SheetColumn.WEIGHT;
            case "TARGET_PART_OF_NOTHING" -> SheetColumn.PART;
            case "TARGET_WITHDRAWN", "TARGET_COMPUTED" -> SheetColumn.ID;
            default -> SheetColumn.VALUE;
        };
    }

    private Map<String, Versioned<Target>> known(List<SheetLine> lines, Caller caller) {
        var known = new HashMap<String, Versioned<Target>>();
        if (!lines.isEmpty()) {
            var ids = Criteria.where("_id").in(lines.stream().map(SheetLine::target).distinct().toList());
            targets.list(new Query(new Criteria().andOperator(ids, Filter.branchOf(caller)))).forEach(found -> known.put(found.id(), found));
        }
        return known;
    }

    /** Row by row, each under a key of its own: repeated, nothing is told twice. */
    SheetTaken take(String workbook, Looked looked, Call call, Locale locale) {
        var complaints = new SheetComplaints(problems, locale);
        int held = 0;
        for (var entry : looked.entries()) {
            var outcome = targets.enter(command(workbook, entry, call), entry.reading(), entry.onBehalf(), entry.line().words());
            if (outcome instanceof Outcome.Refused<Target>(var refusal)) {
                complaints.add(entry.line().number(), columnOf(refusal), refusal.code(), refusal.arguments().toArray());
            } else {
                outcome.orProblem();
                held++;
            }
        }
        var refused = new ArrayList<>(looked.broken());
        refused.addAll(complaints.all());
        return new SheetTaken(held, refused);
    }

    private static Targets.Command command(String workbook, SheetEntry entry, Call call) {
        var target = entry.target();
        var owner = target.owner();
        var actor = call.caller().actingFor(owner == null ? List.of() : List.of(owner), target.commune());
        var key = Ids.derived("figure-row", workbook, target.id().value(), entry.line().period());
        return new Targets.Command(target.id().value(), new Act(actor, call.at(), Correlation.current(), key, key), null, Filter.branchOf(call.caller()));
    }
}
