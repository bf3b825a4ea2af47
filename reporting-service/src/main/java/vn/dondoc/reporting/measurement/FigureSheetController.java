package vn.dondoc.reporting.measurement;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.dondoc.contracts.api.Targets.SheetPreview;
import vn.dondoc.contracts.api.Targets.SheetRow;
import vn.dondoc.contracts.api.Targets.SheetTaken;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.sheet.WaitingFiles;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Download;

import static vn.dondoc.contracts.event.Role.COMMUNE_LEADER;
import static vn.dondoc.contracts.event.Role.COMMUNE_STANDING;
import static vn.dondoc.contracts.event.Role.OFFICER;
import static vn.dondoc.contracts.event.Role.UNIT_HEAD;
import static vn.dondoc.contracts.event.Role.VILLAGE_HEAD;

/** Figures of targets as a workbook: handed out, looked at, and only then taken over. */
@RestController
class FigureSheetController {

    private static final String WORKBOOKS = "/api/targets/workbooks";
    private static final int LARGEST_FILE = 10_000_000;
    private static final int MOST_SHOWN = 200;
    private static final int GUIDE_LINES = 7;

    private final FigureSheets sheets;
    private final WaitingFiles files;
    private final Directory directory;
    private final MessageSource bundles;

    FigureSheetController(FigureSheets sheets, WaitingFiles files, Directory directory, MessageSource bundles) {
        this.sheets = sheets;
        this.files = files;
        this.directory = directory;
        this.bundles = bundles;
    }

    @GetMapping("/api/targets/workbook")
    @Allowed(value = {COMMUNE_LEADER, COMMUNE_STANDING, UNIT_HEAD, OFFICER, VILLAGE_HEAD}, on = Reach.SELF)
    void workbook(
            Caller caller, Locale locale, HttpServletResponse response, @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String plan, @RequestParam(required = false) @Nullable String commune,
            @RequestParam(required = false) @Nullable String period) throws IOException {
        var when = period == null || period.isBlank()
                ? null : When.of(period.strip()).orElseThrow(() -> ProblemException.of(422, "TARGET_PERIOD_WRONG", period));
        var filter = new Filter(orNull(unit), orNull(plan), orNull(commune), List.of(), false, false, false, null);
        var rows = sheets.rows(filter, when, caller);
        var guide = IntStream.rangeClosed(1, GUIDE_LINES).mapToObj(line -> List.of(bundles.getMessage("figures.guide." + line, null, locale))).toList();
        Download.send(response, "so-lieu-chi-tieu.xlsx", Download.XLSX, out -> sheets.write(rows, guide, out));
    }

    /** Looks at a workbook and writes nothing but the workbook itself, to be confirmed. */
    @PostMapping(path = WORKBOOKS, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed(value = {COMMUNE_LEADER, COMMUNE_STANDING, UNIT_HEAD, OFFICER, VILLAGE_HEAD}, on = Reach.SELF)
    SheetPreview look(@RequestParam(required = false) @Nullable MultipartFile file, Call call, Locale locale) throws IOException {
        if (file == null) {
            throw ProblemException.of(400, "FILE_MISSING");
        } else if (file.getSize() > LARGEST_FILE) {
            throw ProblemException.of(413, "TOO_LARGE");
        }
        var bytes = file.getBytes();
        var looked = sheets.look(bytes, call.caller(), dayOf(call), locale);
        if (!looked.broken().isEmpty()) {
            return preview(null, looked);
        }
        var id = call.newId("figures");
        files.keep(id, call.caller().person(), bytes, looked.fingerprint());
        return preview(id, looked);
    }

    /** Takes over what was looked at, as long as it would still do what it was shown to do. */
    @PostMapping(WORKBOOKS + "/{id}/confirmation")
    @Allowed(value = {COMMUNE_LEADER, COMMUNE_STANDING, UNIT_HEAD, OFFICER, VILLAGE_HEAD}, on = Reach.SELF)
    SheetTaken confirm(@PathVariable String id, Call call, Locale locale) {
        var sender = call.caller().person();
        var waiting = files.find(id, sender).orElseThrow(ProblemException::notFound);
        var looked = sheets.look(waiting.file(), call.caller(), dayOf(call), locale);
        if (!waiting.begun() && (!looked.broken().isEmpty() || !looked.fingerprint().equals(waiting.fingerprint()))) {
            throw ProblemException.of(409, "SHEET_OUTDATED");
        }
        files.begin(id, sender);
        return sheets.take(id, looked, call, locale);
    }

    private SheetPreview preview(@Nullable String id, FigureSheets.Looked looked) {
        var changes = looked.entries().stream().filter(entry -> entry.effect() != SheetEntry.Effect.NOTHING).limit(MOST_SHOWN).map(this::row).toList();
        return new SheetPreview(
                id, looked.entries().size(), (int) looked.count(SheetEntry.Effect.MEASURES), (int) looked.count(SheetEntry.Effect.CORRECTS),
                (int) looked.count(SheetEntry.Effect.NOTHING), changes, looked.broken());
    }

    private SheetRow row(SheetEntry entry) {
        var target = entry.target();
        var owner = target.owner();
        var reading = entry.reading();
        return new SheetRow(
                entry.line().number(), target.id(), target.planned().name(), owner == null ? null : directory.nameOf(owner), reading.period(), reading.value(),
                reading.estimated(), target.of(reading.period()).map(figure -> figure.value()).orElse(null), entry.onBehalf(),
                reading.part(), reading.whole());
    }

    private static LocalDate dayOf(Call call) {
        return LocalDate.ofInstant(call.at(), DomainClock.ZONE);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
