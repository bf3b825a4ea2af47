package vn.dondoc.reporting.ranking;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Rankings;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Download;

/** Rankings over HTTP; who sees only what belongs to a programme sees none. */
@RestController
@RequestMapping("/api/rankings/communes")
class RankingController {

    private static final String FILE = "xep-hang.xlsx";

    private final RankingViews views;
    private final RankingBook book;
    private final Directory directory;

    RankingController(RankingViews views, RankingBook book, Directory directory) {
        this.views = views;
        this.book = book;
        this.directory = directory;
    }

    @GetMapping
    @Allowed(on = Reach.SELF)
    Rankings.Ranking communes(@RequestParam(required = false) @Nullable String period, Caller caller) {
        var overseen = caller.branch().figures().provinces();
        var province = Stream.concat(overseen.stream(), caller.held().stream().map(one -> one.unit().province()))
                .min(Comparator.comparing((UnitId id) -> !overseen.contains(id)).thenComparing(UnitId::value)).orElseThrow(ProblemException::forbidden);
        return views.communes(province, period, overseen.contains(province), ownCommunes(caller));
    }

    /** The same to calculate with. */
    @GetMapping("/workbook")
    @Allowed(value = {Role.PROVINCE_ADMINISTRATOR, Role.PROVINCE_STANDING, Role.PROVINCE_VIEWER, Role.INSPECTION}, on = Reach.WHOLE_PROVINCE)
    void communesWorkbook(@RequestParam(required = false) @Nullable String period, Caller caller, Locale locale, HttpServletResponse response) throws IOException {
        if (caller.branch().figures().provinces().isEmpty() && caller.programmesOfProvince().isEmpty()) {
            throw ProblemException.forbidden();
        }
        var ranking = communes(period, caller);
        Download.send(response, FILE, Download.XLSX, out -> book.write(ranking, locale, out));
    }

    @GetMapping("/{id}/units")
    @Allowed(on = Reach.AROUND)
    Rankings.Ranking units(@PathVariable String id, @RequestParam(required = false) @Nullable String period, Caller caller) {
        var commune = Ids.plausible(id)
                ? directory.unit(new UnitId(id)).filter(unit -> unit.id().equals(unit.commune())).orElseThrow(ProblemException::notFound)
                : notFound();
        var whole = mayRead(caller, commune);
        if (!whole && caller.programmesIn(commune).isEmpty()) {
            throw ProblemException.notFound();
        }
        return views.units(commune, period, whole);
    }

    /** The same to calculate with. */
    @GetMapping("/{id}/units/workbook")
    @Allowed(on = Reach.AROUND)
    void unitsWorkbook(
            @PathVariable String id, @RequestParam(required = false) @Nullable String period, Caller caller, Locale locale, HttpServletResponse response)
            throws IOException {
        var ranking = units(id, period, caller);
        Download.send(response, FILE, Download.XLSX, out -> book.write(ranking, locale, out));
    }

    private static UnitState notFound() {
        throw ProblemException.notFound();
    }

    private static Set<UnitId> ownCommunes(Caller caller) {
        return Stream.concat(
                        caller.branch().communes().stream(),
                        caller.held().stream().filter(Caller.Held::readsAll).flatMap(one -> Stream.ofNullable(one.unit().commune())))
                .collect(Collectors.toSet());
    }

    private static boolean mayRead(Caller caller, UnitState commune) {
        return caller.branch().figures().provinces().contains(commune.province()) || ownCommunes(caller).contains(commune.id());
    }
}
