package vn.dondoc.reporting.dashboard;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Download;
import vn.dondoc.reporting.cells.CellKey.Level;
import vn.dondoc.reporting.ledger.Ledger;

@RestController
@RequestMapping("/api/dashboards")
class DashboardController {

    private static final String FILE = "bang-so-lieu.xlsx";

    private final Boards boards;
    private final Tally.Present present;
    private final Ledger ledger;
    private final Trends trends;
    private final Sight sight;
    private final DomainClock clock;
    private final BoardBook book;

    DashboardController(Boards boards, Tally.Present present, Ledger ledger, Trends trends, Sight sight, DomainClock clock, BoardBook book) {
        this.boards = boards;
        this.present = present;
        this.ledger = ledger;
        this.trends = trends;
        this.sight = sight;
        this.clock = clock;
        this.book = book;
    }

    @GetMapping("/province")
    @Allowed(value = {Role.PROVINCE_ADMINISTRATOR, Role.PROVINCE_STANDING, Role.PROVINCE_VIEWER, Role.INSPECTION}, on = Reach.WHOLE_PROVINCE)
    Dashboards.Dashboard province(@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day, Caller caller) {
        var programmes = Sight.ofProvince(caller);
        return programmes == null ? boards.province(Sight.province(caller), tally(day)) : boards.ofProgrammes(programmes.area(), programmes.keys(), true, tally(day));
    }

    /** The same figures to calculate with. */
    @GetMapping("/province/workbook")
    @Allowed(value = {Role.PROVINCE_ADMINISTRATOR, Role.PROVINCE_STANDING, Role.PROVINCE_VIEWER, Role.INSPECTION}, on = Reach.WHOLE_PROVINCE)
    void provinceWorkbook(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day, Caller caller, Locale locale, HttpServletResponse response)
            throws IOException {
        var board = province(day, caller);
        Download.send(response, FILE, Download.XLSX, out -> book.write(board, true, locale, out));
    }

    @GetMapping("/province/trend")
    @Allowed(value = {Role.PROVINCE_ADMINISTRATOR, Role.PROVINCE_STANDING, Role.PROVINCE_VIEWER, Role.INSPECTION}, on = Reach.WHOLE_PROVINCE)
    Dashboards.Trend provinceTrend(
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            Caller caller) {
        var programmes = Sight.ofProvince(caller);
        return programmes == null
                ? trend(Sight.province(caller), "province", Set.of(), Asked.trend(step, from, to, clock.today()))
                : trend(programmes.area(), "province", programmes.keys(), Asked.trend(step, from, to, clock.today()));
    }

    @GetMapping("/communes/{id}")
    @Allowed(on = Reach.AROUND)
    Dashboards.Dashboard commune(
            @PathVariable String id, @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day, Caller caller) {
        var programmes = sight.programmesOnly(id, caller);
        return programmes.isEmpty() ? boards.commune(sight.commune(id, caller), tally(day)) : boards.ofProgrammes(new UnitId(id), programmes, false, tally(day));
    }

    /** The same figures to calculate with. */
    @GetMapping("/communes/{id}/workbook")
    @Allowed(on = Reach.AROUND)
    void communeWorkbook(
            @PathVariable String id, @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day, Caller caller, Locale locale,
            HttpServletResponse response) throws IOException {
        var board = commune(id, day, caller);
        Download.send(response, FILE, Download.XLSX, out -> book.write(board, false, locale, out));
    }

    @GetMapping("/communes/{id}/trend")
    @Allowed(on = Reach.AROUND)
    Dashboards.Trend communeTrend(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            Caller caller) {
        var programmes = sight.programmesOnly(id, caller);
        var commune = programmes.isEmpty() ? sight.commune(id, caller) : new UnitId(id);
        return trend(commune, "commune", programmes, Asked.trend(step, from, to, clock.today()));
    }

    private Tally tally(@Nullable LocalDate day) {
        var past = Asked.past(day, clock.today());
        return past == null ? present : new Tally.Past(ledger, past);
    }

    private Dashboards.Trend trend(UnitId id, String area, Set<String> programmes, Asked asked) {
        var within = Criteria.where(area).is(id.value());
        return programmes.isEmpty()
                ? trends.of(id, Level.COMMUNE, within, asked.step(), asked.from(), asked.to())
                : trends.of(id, Level.PROGRAMME, within.and("programme").in(programmes), asked.step(), asked.from(), asked.to());
    }
}
