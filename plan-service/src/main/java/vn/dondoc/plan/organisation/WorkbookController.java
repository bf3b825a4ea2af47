package vn.dondoc.plan.organisation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.rules.BrokenRules;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.sheet.UnreadableWorkbook;
import vn.dondoc.platform.sheet.WaitingFiles;
import vn.dondoc.platform.sheet.WorkbookReader;
import vn.dondoc.platform.web.Call;

import static vn.dondoc.contracts.event.Role.COMMUNE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.PROVINCE_ADMINISTRATOR;

/** The directory as a workbook: handed out, looked at, and only then taken over. */
@RestController
class WorkbookController {

    private static final String IMPORT = "/api/organisation/import/workbooks";
    private static final MediaType XLSX = MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int LARGEST_FILE = 10_000_000;
    private static final int MOST_SHOWN = 200;

    private final Importing importing;
    private final DirectoryExport export;
    private final NamedHolders holders;
    private final WaitingFiles files;
    private final Problems problems;

    WorkbookController(Importing importing, DirectoryExport export, NamedHolders holders, WaitingFiles files, Problems problems) {
        this.importing = importing;
        this.export = export;
        this.holders = holders;
        this.files = files;
        this.problems = problems;
    }

    @Allowed(value = {PROVINCE_ADMINISTRATOR, COMMUNE_ADMINISTRATOR}, on = Reach.SELF)
    @GetMapping("/api/organisation/directory")
    Organisation.Directory directory(Caller caller) {
        return export.all(caller);
    }

    @Allowed(value = {PROVINCE_ADMINISTRATOR, COMMUNE_ADMINISTRATOR}, on = Reach.SELF)
    @GetMapping("/api/organisation/directory/workbook")
    ResponseEntity<StreamingResponseBody> workbook(
            @RequestParam(defaultValue = "false") boolean empty, @RequestParam(defaultValue = "false") boolean people, Caller caller) {
        var disposition = ContentDisposition.attachment().filename(empty ? "mau-danh-muc.xlsx" : "danh-muc.xlsx", StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().contentType(XLSX).header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString()).body(out -> {
            if (empty) {
                DirectoryExport.form(out);
            } else {
                export.workbook(caller, people, out);
            }
        });
    }

    /** Looks at a workbook and writes nothing but the workbook itself, to be confirmed. */
    @Allowed(value = {PROVINCE_ADMINISTRATOR, COMMUNE_ADMINISTRATOR}, on = Reach.SELF)
    @PostMapping(path = IMPORT, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Organisation.ImportPreview look(@RequestParam(required = false) @Nullable MultipartFile file, Call call, Locale locale) throws IOException {
        if (file == null) {
            throw ProblemException.of(400, "FILE_MISSING");
        } else if (file.getSize() > LARGEST_FILE) {
            throw ProblemException.of(413, "TOO_LARGE");
        }
        var bytes = file.getBytes();
        var id = call.newId("import");
        var looked = look(bytes, id, call.caller(), locale);
        if (!looked.broken().isEmpty()) {
            return new Organisation.ImportPreview(null, looked.rows(), new Organisation.Imported(0, 0, 0, 0), List.of(), looked.broken());
        }
        var comparison = importing.compare(looked.directory());
        files.keep(id, call.caller().person(), holders.seal(id, bytes), looked.fingerprint(comparison));
        return new Organisation.ImportPreview(id, looked.rows(), looked.counted(comparison.counted()), changes(looked, comparison), List.of());
    }

    /** Takes over what was looked at, as long as it would still do what it was shown to do. */
    @Allowed(value = {PROVINCE_ADMINISTRATOR, COMMUNE_ADMINISTRATOR}, on = Reach.SELF)
    @PostMapping(IMPORT + "/{id}/confirmation")
    Organisation.Imported confirm(@PathVariable String id, Call call, Locale locale) {
        var sender = call.caller().person();
        var waiting = files.find(id, sender).orElseThrow(ProblemException::notFound);
        var looked = look(holders.open(id, waiting.file()).orElseThrow(ProblemException::notFound), id, call.caller(), locale);
        if (!looked.broken().isEmpty()
                || !waiting.begun() && !looked.fingerprint(importing.compare(looked.directory())).equals(waiting.fingerprint())) {
            throw ProblemException.of(409, "PREVIEW_OUTDATED");
        }
        files.begin(id, sender);
        var area = call.caller().held().getFirst().unit().id();
        var act = call.act(List.of("import", id), Set.of(), area);
        holders.enter(looked.people(), looked.workplaces(), act.actor());
        return looked.counted(importing.run(looked.directory(), act));
    }

    /** A workbook that was read and checked against what is stored now. */
    private record Looked(DirectoryWorkbook book, NamedHolders.Found people, CheckedDirectory directory, List<Organisation.BrokenCell> broken) {

        int rows() {
            return book.rows();
        }

        Organisation.Imported counted(Organisation.Imported rows) {
            return new Organisation.Imported(rows.units(), rows.positions(), rows.calendars(), rows.unchanged(), rows.bodies(), people.changes().size());
        }

        String fingerprint(Importing.Comparison comparison) {
            var changed = people.changes().stream().map(one -> one.person() + (one.made() ? "+" : "")).sorted().collect(Collectors.joining(","));
            return changed.isEmpty() ? comparison.fingerprint() : Ids.derived(comparison.fingerprint(), changed);
        }

        Map<PersonId, NamedHolders.Workplace> workplaces() {
            var places = new HashMap<PersonId, NamedHolders.Workplace>();
            for (var one : directory.positions()) {
                if (one.position().holder() != null) {
                    places.putIfAbsent(one.position().holder(), new NamedHolders.Workplace(one.province(), one.area().equals(one.province()) ? null : one.area()));
                }
            }
            return places;
        }
    }

    private Looked look(byte[] file, String id, Caller caller, Locale locale) {
        try {
            var known = importing.known();
            var complaints = new WorkbookComplaints(problems, locale);
            var book = DirectoryWorkbook.of(WorkbookReader.read(file), known, provinceOf(caller), complaints);
            var broken = new BrokenRules();
            var people = holders.look(book.typed(), caller, id, broken);
            var checked = CheckedDirectory.check(book.body(people), known, broken);
            DirectoryBorder.check(checked, known, caller, broken);
            broken.all().forEach(book::complain);
            return new Looked(book, people, checked, complaints.all());
        } catch (UnreadableWorkbook unreadable) {
            throw ProblemException.of(422, unreadable.code());
        }
    }

    private static UnitId provinceOf(Caller caller) {
        return caller.held().stream().filter(one -> one.position().role() == PROVINCE_ADMINISTRATOR)
                .findFirst().orElseGet(() -> caller.held().getFirst()).unit().province();
    }

    private static List<Organisation.RowChange> changes(Looked looked, Importing.Comparison comparison) {
        var shown = new ArrayList<Organisation.RowChange>();
        var units = new Shown(looked.book(), comparison.units(), shown);
        looked.directory().units().forEach(one -> units.row(one.field(), one.unit().id().value(), one.unit().name()));
        var positions = new Shown(looked.book(), comparison.positions(), shown);
        looked.directory().positions().forEach(one -> positions.row(one.field(), one.position().id().value(), one.position().title()));
        var bodies = new Shown(looked.book(), comparison.bodies(), shown);
        looked.directory().bodies().forEach(one -> bodies.row(one.field(), one.body().id().value(), one.body().name()));
        looked.people().changes().stream().limit(MOST_SHOWN - shown.size())
                .forEach(one -> shown.add(new Organisation.RowChange(
                        WorkbookForm.POSITIONS.sheet(), looked.book().rowNumber(one.field()), one.person().value(), one.name(), one.made())));
        return shown;
    }

    /** The rows of one sheet that would do something, as many as people look at. */
    private static final class Shown {

        private final DirectoryWorkbook book;
        private final Set<String> made;
        private final Set<String> changed;
        private final List<Organisation.RowChange> all;

        Shown(DirectoryWorkbook book, Takeover.Differences differences, List<Organisation.RowChange> all) {
            this.book = book;
            this.made = new HashSet<>(differences.made());
            this.changed = new HashSet<>(differences.changed());
            this.all = all;
        }

        void row(String field, String id, String name) {
            if (all.size() < MOST_SHOWN && (made.contains(id) || changed.contains(id))) {
                var form = DirectoryWorkbook.formOf(field.substring(0, field.indexOf('[')));
                all.add(new Organisation.RowChange(form.sheet(), book.rowNumber(field), id, name, made.contains(id)));
            }
        }
    }
}
