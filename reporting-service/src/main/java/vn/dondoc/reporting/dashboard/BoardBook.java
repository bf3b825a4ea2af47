package vn.dondoc.reporting.dashboard;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.platform.sheet.WorkbookWriter;
import vn.dondoc.platform.time.DomainClock;

/** The figures of a dashboard as a workbook, to be calculated with: as many as the page shows, in the same order. */
@Component
class BoardBook {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT).withZone(DomainClock.ZONE);
    private static final List<String> TASKS = List.of("overdue", "due-soon", "in-time", "no-deadline", "completed-late", "completed-in-time", "tasks");
    private static final List<String> REPORTS = List.of("reports.overdue", "reports.due-soon", "reports.open", "reports.late", "reports.in-time", "reports");
    private static final List<String> TARGETS = List.of("targets.behind", "targets.not-measured", "targets.on-the-way", "targets.attained", "targets");
    private static final List<String> RATES = List.of("done-of-due", "done-of-all");
    private static final int WIDE = 60;
    private static final int NARROW = 14;

    private final MessageSource bundles;

    BoardBook(MessageSource bundles) {
        this.bundles = bundles;
    }

    /** All programmes of an area. */
    void write(Dashboards.ProgrammeBoards all, Locale locale, OutputStream out) throws IOException {
        var headings = new ArrayList<>(headings("programme", locale));
        headings.add(word("planned", locale));
        headings.add(word("disbursed", locale));
        var widths = new ArrayList<>(widths());
        widths.addAll(List.of(NARROW * 2, NARROW * 2));
        try (var book = new WorkbookWriter()) {
            book.sheet(word("whole", locale), List.of(all.name(), asOf(all.day(), all.asOf(), locale)), List.of(WIDE, NARROW * 2), line -> { });
            book.sheet(word("programmes", locale), headings, widths, line -> all.lines().forEach(one -> {
                var row = new ArrayList<Object>(row(one.name(), one.tasks(), one.rates(), one.reports(), one.targets()));
                row.add(one.money().plannedVnd());
                row.add(one.money().disbursedVnd());
                line.of(row);
            }));
            book.to(out);
        }
    }

    /** One programme; in a province by communes. */
    void write(Dashboards.ProgrammeBoard one, Locale locale, OutputStream out) throws IOException {
        write(one.board(), one.programme().name() + " – " + one.board().name(), one.province(), locale, out);
    }

    /** @param communes the lines are communes and not units */
    void write(Dashboards.Dashboard board, boolean communes, Locale locale, OutputStream out) throws IOException {
        write(board, board.name(), communes, locale, out);
    }

    private void write(Dashboards.Dashboard board, String title, boolean communes, Locale locale, OutputStream out) throws IOException {
        try (var book = new WorkbookWriter()) {
            book.sheet(word("whole", locale), List.of(title, asOf(board.day(), board.asOf(), locale)), List.of(WIDE, NARROW * 2), line -> whole(board, locale).forEach(line::of));
            book.sheet(word(communes ? "communes" : "units", locale), headings(communes ? "commune" : "unit", locale), widths(), line ->
                    board.lines().forEach(one -> line.of(row(communes && one.id().equals(board.id()) ? word("departments", locale) : one.name(), one.tasks(), one.rates(), one.reports(), one.targets()))));
            if (!board.plans().isEmpty()) {
                book.sheet(word("plans", locale), headings("plan", locale), widths(), line ->
                        board.plans().forEach(one -> line.of(row(one.title(), one.tasks(), one.rates(), one.reports(), one.targets()))));
            }
            book.to(out);
        }
    }

    private String asOf(@Nullable LocalDate day, @Nullable Instant newest, Locale locale) {
        if (day != null) {
            return word("day", locale, DAY.format(day));
        }
        return newest == null ? word("nothing", locale) : word("as-of", locale, MOMENT.format(newest));
    }

    private List<List<?>> whole(Dashboards.Dashboard board, Locale locale) {
        var names = headings("commune", locale);
        var figures = row("", board.tasks(), board.rates(), board.reports(), board.targets());
        var rows = new ArrayList<List<?>>();
        for (int i = 1; i < names.size(); i++) {
            rows.add(List.of(names.get(i), figures.get(i)));
        }
        rows.add(List.of(word("planned", locale), board.money().plannedVnd()));
        rows.add(List.of(word("disbursed", locale), board.money().disbursedVnd()));
        rows.add(List.of(word("explanations", locale), board.tasks().explanationsOwed()));
        rows.add(List.of(word("explanations.reports", locale), board.reports().explanationsOwed()));
        rows.add(List.of(word("explanations.targets", locale), board.targets().explanationsOwed()));
        rows.add(List.of(word("never-opened", locale), board.tasks().neverOpened()));
        rows.add(List.of(word("awaiting", locale), board.tasks().awaitingAcceptance()));
        board.toldElsewhere().forEach(one -> {
            rows.add(List.of(word("told", locale, one.name(), one.period()), one.reported()));
            rows.add(List.of(word("told-of", locale, one.name(), one.period(), DAY.format(one.lastDay())), one.of()));
        });
        board.withoutPlan().forEach(one -> rows.add(List.of(word("without-plan", locale), one.name())));
        return rows;
    }

    private List<String> headings(String of, Locale locale) {
        return Stream.of(List.of(of), TASKS, RATES, REPORTS, TARGETS).flatMap(List::stream).map(key -> word(key, locale)).toList();
    }

    private static List<Integer> widths() {
        var figures = TASKS.size() + RATES.size() + REPORTS.size() + TARGETS.size();
        return Stream.concat(Stream.of(WIDE), Collections.nCopies(figures, NARROW).stream()).toList();
    }

    private static List<?> row(
            String name, Dashboards.TaskFigures tasks, Dashboards.Rates rates, Dashboards.ReportFigures reports, Dashboards.TargetFigures targets) {
        return List.of(
                name, tasks.overdue(), tasks.dueSoon(), tasks.inTime(), tasks.noDeadline(), tasks.completedLate(), tasks.completedInTime(), tasks.total(),
                orEmpty(rates.doneOfDue()), orEmpty(rates.doneOfAll()),
                reports.overdue(), reports.dueSoon(), reports.open(), reports.late(), reports.inTime(), reports.total(),
                targets.behind(), targets.notMeasured(), targets.onTheWay(), targets.attained(), targets.total());
    }

    private static Object orEmpty(@Nullable Double rate) {
        return rate == null ? "" : rate;
    }

    private String word(String key, Locale locale, Object... values) {
        return bundles.getMessage("board." + key, values, locale);
    }
}
