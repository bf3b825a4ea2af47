package vn.dondoc.notification.urging;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Urgings;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.obligation.Obligations;
import vn.dondoc.paper.WordPaper;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.file.ReceivedFile;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Download;
import vn.dondoc.platform.web.Versions;
import vn.dondoc.platform.web.Window;

import static vn.dondoc.contracts.event.Role.COMMUNE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.COMMUNE_LEADER;
import static vn.dondoc.contracts.event.Role.COMMUNE_STANDING;
import static vn.dondoc.contracts.event.Role.INSPECTION;
import static vn.dondoc.contracts.event.Role.PROVINCE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.PROVINCE_STANDING;
import static vn.dondoc.contracts.event.Role.PROVINCE_VIEWER;

/** Official urging over HTTP. */
@RestController
@RequestMapping("/api/urgings")
class UrgingController {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Aggregates<Urging> urgings;
    private final Obligations obligations;
    private final UrgingActs acts;
    private final UrgingViews views;
    private final UrgingPaper paper;
    private final SignedLetters files;
    private final DomainClock clock;

    UrgingController(
            Aggregates<Urging> urgings, Obligations obligations, UrgingActs acts, UrgingViews views, UrgingPaper paper, SignedLetters files, DomainClock clock) {
        this.urgings = urgings;
        this.obligations = obligations;
        this.acts = acts;
        this.views = views;
        this.paper = paper;
        this.files = files;
        this.clock = clock;
    }

    @Allowed(on = Reach.SELF)
    @GetMapping
    Page<Urgings.Summary> list(Caller caller, Window window, @RequestParam(required = false) @Nullable String stage) {
        var all = new ArrayList<>(List.of(UrgingQuery.visibleTo(caller)));
        if (stage != null && !stage.isBlank()) {
            all.add(Criteria.where("stage").is(Coded.of(Urgings.Stage.class, stage).orElseThrow(() -> ProblemException.of(400, "VALIDATION")).name()));
        }
        var query = new Query(new Criteria().andOperator(all)).with(Sort.by(Sort.Direction.DESC, "asOf", "_id"));
        var total = urgings.count(query);
        var found = urgings.list(query.skip(window.offset()).limit(window.limit() + 1));
        return window.page(found.stream().map(one -> views.summary(one.state(), caller)).toList(), total);
    }

    /** What is late now, longest first: what letters are drafted from. */
    @Allowed(value = {PROVINCE_STANDING, COMMUNE_LEADER, COMMUNE_STANDING}, on = Reach.SELF)
    @GetMapping("/late")
    Page<Urgings.Row> late(Caller caller, Window window, @RequestParam(required = false) @Nullable String unit) {
        var today = clock.today();
        var all = new ArrayList<>(List.of(Obligations.within(caller.branch()), Obligations.late(today)));
        if (unit != null && !unit.isBlank()) {
            all.add(new Criteria().orOperator(Criteria.where("units").is(unit), Criteria.where("commune").is(unit)));
        }
        var query = new Query(new Criteria().andOperator(all)).with(Sort.by(Obligations.LAST_DAY, "_id"));
        var total = obligations.count(query);
        var found = obligations.list(query.skip(window.offset()).limit(window.limit() + 1));
        return window.page(found.stream().map(one -> views.row(one, today, !caller.branch().provinces().isEmpty())).toList(), total);
    }

    @Allowed(on = Reach.ADDRESSED)
    @GetMapping("/{id}")
    ResponseEntity<Urgings.Urging> one(@PathVariable String id, Caller caller) {
        return shown(find(id, caller), caller);
    }

    @Allowed(value = {PROVINCE_STANDING, COMMUNE_LEADER, COMMUNE_STANDING}, on = Reach.SELF)
    @PostMapping
    ResponseEntity<Urgings.Urging> draft(@RequestBody Urgings.Wanted wanted, Call call) {
        var drafted = acts.draft(wanted, call);
        return Versions.created(drafted.version(), views.one(drafted, call.caller()));
    }

    @Allowed(value = {PROVINCE_STANDING, COMMUNE_LEADER, COMMUNE_STANDING}, on = Reach.DRAFTING)
    @PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
    ResponseEntity<Urgings.Urging> change(@PathVariable String id, @RequestBody Urgings.Change wanted, Call call) {
        return shown(acts.change(id, wanted, call), call.caller());
    }

    @Allowed(value = {PROVINCE_STANDING, COMMUNE_LEADER, COMMUNE_STANDING}, on = Reach.DRAFTING)
    @PostMapping("/{id}/discarding")
    ResponseEntity<Urgings.Urging> discard(@PathVariable String id, Call call) {
        return shown(acts.discard(id, call), call.caller());
    }

    /** The letter as .docx, for whoever signs it and for the clerk. */
    @Allowed(value = {PROVINCE_ADMINISTRATOR, PROVINCE_STANDING, PROVINCE_VIEWER, INSPECTION, COMMUNE_ADMINISTRATOR, COMMUNE_LEADER, COMMUNE_STANDING}, on = Reach.BRANCH)
    @GetMapping("/{id}/document")
    void document(@PathVariable String id, Caller caller, HttpServletResponse response) throws IOException {
        var urging = urgings.find(id, caller.branch().within()).orElseThrow(ProblemException::notFound).state();
        var laidOut = paper.of(urging);
        Download.send(response, Download.nameOf("cong-van-don-doc-" + urging.asOf()) + ".docx", DOCX, out -> WordPaper.write(laidOut, out));
    }

    /** The copy for one of those it goes to, with what that one owes and nobody else. */
    @Allowed(on = Reach.ADDRESSED)
    @GetMapping("/{id}/annexes/{unit}")
    void annex(@PathVariable String id, @PathVariable UnitId unit, Caller caller, HttpServletResponse response) throws IOException {
        var urging = find(id, caller).state();
        if (!views.isShown(urging, unit, caller)) {
            throw ProblemException.notFound();
        }
        var laidOut = paper.of(urging, unit);
        Download.send(response, Download.nameOf("phu-luc-don-doc-" + urging.asOf()) + ".docx", DOCX, out -> WordPaper.write(laidOut, out));
    }

    @Allowed(value = {PROVINCE_STANDING, COMMUNE_LEADER, COMMUNE_STANDING}, on = Reach.DRAFTING)
    @PostMapping(path = "/{id}/issue", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Urgings.Urging> issue(
            @PathVariable String id, @RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String number,
            @RequestParam LocalDate issuedOn, Call call) throws IOException {
        if (file == null || file.isEmpty()) {
            throw ProblemException.of(400, "FILE_MISSING");
        }
        try (var received = ReceivedFile.of(file)) {
            return shown(acts.issue(id, number, issuedOn, received, call), call.caller());
        }
    }

    @Allowed(on = Reach.ADDRESSED)
    @GetMapping("/{id}/signed")
    ResponseEntity<InputStreamResource> signed(@PathVariable String id, Caller caller) {
        var issued = Optional.ofNullable(find(id, caller).state().issued()).orElseThrow(ProblemException::notFound);
        var content = files.open(issued).orElseThrow(() -> ProblemException.of(404, "FILE_LOST"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(issued.mediaType()))
                .contentLength(issued.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(issued.name(), StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(content));
    }

    @Allowed(value = {PROVINCE_STANDING, COMMUNE_LEADER, COMMUNE_STANDING}, on = Reach.DRAFTING)
    @PostMapping("/{id}/sending")
    ResponseEntity<Urgings.Urging> send(@PathVariable String id, Call call) {
        return shown(acts.send(id, call), call.caller());
    }

    @Allowed(on = Reach.REPLYING)
    @PostMapping("/{id}/answers")
    ResponseEntity<Urgings.Urging> answer(@PathVariable String id, @RequestBody Urgings.Reply reply, Call call) {
        return shown(acts.answer(id, reply, call), call.caller());
    }

    private Versioned<Urging> find(String id, Caller caller) {
        return urgings.find(id, UrgingQuery.visibleTo(caller)).orElseThrow(ProblemException::notFound);
    }

    private ResponseEntity<Urgings.Urging> shown(Versioned<Urging> urging, Caller caller) {
        return Versions.ok(urging.version(), views.one(urging, caller));
    }
}
