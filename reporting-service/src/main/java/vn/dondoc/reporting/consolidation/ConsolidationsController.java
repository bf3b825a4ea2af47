package vn.dondoc.reporting.consolidation;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.dondoc.contracts.api.Consolidations;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.file.ReceivedFile;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Download;
import vn.dondoc.platform.web.Versions;
import vn.dondoc.platform.web.Window;

import static vn.dondoc.contracts.event.Role.COMMUNE_LEADER;
import static vn.dondoc.contracts.event.Role.COMMUNE_STANDING;
import static vn.dondoc.contracts.event.Role.PROVINCE_STANDING;

/** Consolidations over HTTP: opened, taken, edited, signed off, issued. */
@RestController
@RequestMapping("/api/reports/consolidations")
class ConsolidationsController {

    private final Aggregates<Consolidation> consolidations;
    private final Acts acts;
    private final Views views;

    ConsolidationsController(Aggregates<Consolidation> consolidations, Acts acts, Views views) {
        this.consolidations = consolidations;
        this.acts = acts;
        this.views = views;
    }

    @GetMapping
    @Allowed(on = Reach.SELF)
    Page<Consolidations.Summary> list(
            Caller caller, Window window, @RequestParam(required = false) @Nullable String rule, @RequestParam(required = false) @Nullable String period,
            @RequestParam(defaultValue = "false") boolean toSign) {
        var all = new ArrayList<>(List.of(caller.branch().within()));
        if (rule != null) {
            all.add(Criteria.where("place.rule").is(rule));
        }
        if (period != null) {
            all.add(Criteria.where("place.period").is(period));
        }
        if (toSign) {
            all.add(Criteria.where("presentedOn").ne(null).and("commune").in(Rights.signedIn(caller).stream().map(UnitId::value).toList()));
        }
        var query = new Query(new Criteria().andOperator(all)).with(Sort.by(Sort.Order.desc("place.period"), Sort.Order.asc("_id")));
        var total = consolidations.count(query);
        var found = consolidations.list(query.skip(window.offset()).limit(window.limit() + 1));
        return window.page(found.stream().map(one -> views.summary(one.state())).toList(), total);
    }

    @PostMapping
    @Allowed(value = {COMMUNE_STANDING, COMMUNE_LEADER, PROVINCE_STANDING}, on = Reach.SELF)
    ResponseEntity<Consolidations.Consolidation> open(@RequestBody Consolidations.Wanted wanted, Call call) {
        return shown(acts.open(wanted, call), call.caller());
    }

    @GetMapping("/{id}")
    @Allowed(on = Reach.OVERSEEN)
    ResponseEntity<Consolidations.Consolidation> one(@PathVariable String id, Caller caller) {
        return shown(acts.find(id, caller), caller);
    }

    @PostMapping("/{id}/intake")
    @Allowed(value = {COMMUNE_STANDING, COMMUNE_LEADER, PROVINCE_STANDING}, on = Reach.DRAFTING)
    ResponseEntity<Consolidations.Consolidation> take(@PathVariable String id, Call call) {
        return shown(acts.take(id, call), call.caller());
    }

    @PostMapping("/{id}/sections/{section}")
    @Allowed(value = {COMMUNE_STANDING, COMMUNE_LEADER, PROVINCE_STANDING}, on = Reach.DRAFTING)
    ResponseEntity<Consolidations.Section> write(
            @PathVariable String id, @PathVariable String section, @RequestBody Consolidations.SectionText sent, Call call) {
        var written = acts.write(id, section, sent.text(), sent.basis(), call);
        return Versions.ok(written.version(), written);
    }

    @PostMapping("/{id}/presentation")
    @Allowed(value = {COMMUNE_STANDING, COMMUNE_LEADER, PROVINCE_STANDING}, on = Reach.DRAFTING)
    ResponseEntity<Consolidations.Consolidation> present(@PathVariable String id, Call call) {
        return shown(acts.present(id, call), call.caller());
    }

    @PostMapping("/{id}/signing")
    @Allowed(on = Reach.SIGNING)
    ResponseEntity<Consolidations.Consolidation> sign(@PathVariable String id, @RequestBody(required = false) Consolidations.@Nullable SignOff sent, Call call) {
        return shown(acts.sign(id, sent == null ? null : sent.signing(), call), call.caller());
    }

    @PostMapping("/{id}/reopening")
    @Allowed(on = Reach.SIGNING)
    ResponseEntity<Consolidations.Consolidation> reopen(@PathVariable String id, @RequestBody Consolidations.Reopening sent, Call call) {
        return shown(acts.reopen(id, sent.reason(), call), call.caller());
    }

    @PostMapping(path = "/{id}/issue", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed(value = {COMMUNE_STANDING, COMMUNE_LEADER, PROVINCE_STANDING}, on = Reach.DRAFTING)
    ResponseEntity<Consolidations.Consolidation> issue(
            @PathVariable String id, @RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String number,
            @RequestParam LocalDate issuedOn, @RequestParam(required = false) @Nullable ReportId fulfils, Call call) throws IOException {
        if (file == null || file.isEmpty()) {
            throw ProblemException.of(400, "FILE_MISSING");
        }
        try (var received = ReceivedFile.of(file)) {
            return shown(acts.issue(id, new Acts.Register(number, issuedOn, fulfils), received, call), call.caller());
        }
    }

    @GetMapping("/{id}/signed")
    @Allowed(on = Reach.OVERSEEN)
    ResponseEntity<InputStreamResource> signed(@PathVariable String id, Caller caller) {
        var issued = Optional.ofNullable(acts.find(id, caller).state().issued()).orElseThrow(ProblemException::notFound);
        InputStream content = acts.signedCopy(issued).orElseThrow(() -> ProblemException.of(404, "FILE_LOST"));
        return Download.of(issued.name(), issued.mediaType(), issued.size(), content);
    }

    private ResponseEntity<Consolidations.Consolidation> shown(Versioned<Consolidation> found, Caller caller) {
        return Versions.ok(found.version(), views.one(found, caller));
    }
}
