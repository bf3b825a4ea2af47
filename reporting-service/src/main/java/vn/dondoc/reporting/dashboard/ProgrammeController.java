package vn.dondoc.reporting.dashboard;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Download;
import vn.dondoc.platform.web.Programmes;
import vn.dondoc.reporting.ledger.Ledger;

/** How programmes stand, in a province or a commune. */
@RestController
@RequestMapping("/api/dashboards/programmes")
class ProgrammeController {

    private static final String FILE = "bang-chuong-trinh.xlsx";

    private final ProgrammeBoards boards;
    private final Sight sight;
    private final Tally.Present present;
    private final Ledger ledger;
    private final Trends trends;
    private final DomainClock clock;
    private final BoardBook book;

    ProgrammeController(ProgrammeBoards boards, Sight sight, Tally.Present present, Ledger ledger, Trends trends, DomainClock clock, BoardBook book) {
        this.boards = boards;
        this.sight = sight;
        this.present = present;
        this.ledger = ledger;
        this.trends = trends;
        this.clock = clock;
        this.book = book;
    }

    @GetMapping
    @Allowed(on = Reach.SELF)
    Dashboards.ProgrammeBoards all(
            @RequestParam(required = false) @Nullable String commune, @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            Caller caller) {
        return boards.all(sight.area(commune, caller), tally(day));
    }

    /** The same figures to calculate with. */
    @GetMapping("/workbook")
    @Allowed(on = Reach.SELF)
    void allWorkbook(
            @RequestParam(required = false) @Nullable String commune, @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            Caller caller, Locale locale, HttpServletResponse response) throws IOException {
        var all = all(commune, day, caller);
        Download.send(response, FILE, Download.XLSX, out -> book.write(all, locale, out));
    }

    @GetMapping("/{key}")
    @Allowed(on = Reach.SELF)
    Dashboards.ProgrammeBoard one(
            @PathVariable String key, @RequestParam(required = false) @Nullable String commune,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day, Caller caller) {
        var area = sight.area(commune, caller);
        return boards.one(area, seen(key, area), tally(day));
    }

    /** How its figures moved. */
    @GetMapping("/{key}/trend")
    @Allowed(on = Reach.SELF)
    Dashboards.Trend trend(
            @PathVariable String key, @RequestParam(required = false) @Nullable String commune, @RequestParam(required = false) @Nullable String step,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to, Caller caller) {
        var area = sight.area(commune, caller);
        var programme = seen(key, area);
        var asked = Asked.trend(step, from, to, clock.today());
        return trends.of(area.id(), boards.title(area, programme, present), boards.sources(area, programme), asked.step(), asked.from(), asked.to());
    }

    /** The same figures to calculate with. */
    @GetMapping("/{key}/workbook")
    @Allowed(on = Reach.SELF)
    void oneWorkbook(
            @PathVariable String key, @RequestParam(required = false) @Nullable String commune,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day, Caller caller, Locale locale, HttpServletResponse response)
            throws IOException {
        var one = one(key, commune, day, caller);
        Download.send(response, FILE, Download.XLSX, out -> book.write(one, locale, out));
    }

    private String seen(String key, ProgrammeBoards.Area area) {
        var programme = Programmes.key(key);
        if (programme == null || !area.sees(programme) || !boards.knows(area, programme, present)) {
            throw ProblemException.notFound();
        }
        return programme;
    }

    private Tally tally(@Nullable LocalDate day) {
        var past = Asked.past(day, clock.today());
        return past == null ? present : new Tally.Past(ledger, past);
    }
}
