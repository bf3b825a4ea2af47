package vn.dondoc.plan.draft;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;
import vn.dondoc.contracts.api.DraftAct;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.plan.document.SourceFiles;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Versions;
import vn.dondoc.platform.web.Window;

import static vn.dondoc.contracts.event.Role.COMMUNE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.COMMUNE_LEADER;
import static vn.dondoc.contracts.event.Role.COMMUNE_STANDING;
import static vn.dondoc.contracts.event.Role.PROVINCE_ADMINISTRATOR;

/** Documents come in and are checked here. The leader of a commune reads drafts too, having to publish them. */
@RestController
class DraftController {

    private static final Role[] WRITERS = {COMMUNE_STANDING, COMMUNE_ADMINISTRATOR, PROVINCE_ADMINISTRATOR};
    private static final Role[] READERS = {COMMUNE_STANDING, COMMUNE_ADMINISTRATOR, COMMUNE_LEADER, PROVINCE_ADMINISTRATOR};

    private final DraftHandling drafts;
    private final DraftActing acting;
    private final Aggregates<Draft> stored;
    private final SourceFiles files;
    private final DraftAccess access;
    private final DraftViews views;
    private final DraftList list;

    DraftController(
            DraftHandling drafts, DraftActing acting, Aggregates<Draft> stored, SourceFiles files, DraftAccess access, DraftViews views,
            DraftList list) {
        this.drafts = drafts;
        this.acting = acting;
        this.stored = stored;
        this.files = files;
        this.access = access;
        this.views = views;
        this.list = list;
    }

    @Allowed(value = {COMMUNE_STANDING, COMMUNE_ADMINISTRATOR, PROVINCE_ADMINISTRATOR}, on = Reach.BRANCH)
    @PostMapping(path = "/api/plans/drafts", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Plans.Draft> upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String commune,
            Call call,
            Locale locale)
            throws IOException {
        if (file == null) {
            throw ProblemException.of(400, "FILE_MISSING");
        }
        var owner = access.communeFor(call.caller(), commune, WRITERS);
        var uploaded = drafts.upload(owner, UploadedFile.nameOf(file), file.getBytes(), call);
        var body = views.whole(uploaded.draft(), locale);
        return uploaded.isNew() ? Versions.created(uploaded.draft().version(), body) : Versions.ok(uploaded.draft().version(), body);
    }

    @Allowed(value = {COMMUNE_STANDING, COMMUNE_ADMINISTRATOR, COMMUNE_LEADER, PROVINCE_ADMINISTRATOR}, on = Reach.SELF)
    @GetMapping("/api/plans/drafts")
    Page<Plans.DraftSummary> list(Caller caller, Window window) {
        return list.page(access.within(caller, READERS), window);
    }

    @Allowed(value = {COMMUNE_STANDING, COMMUNE_ADMINISTRATOR, COMMUNE_LEADER, PROVINCE_ADMINISTRATOR}, on = Reach.BRANCH)
    @GetMapping("/api/plans/drafts/{id}")
    ResponseEntity<Plans.Draft> read(@PathVariable String id, Caller caller, Locale locale) {
        var draft = stored.find(id, readable(caller)).orElseThrow(ProblemException::notFound);
        return Versions.ok(draft.version(), views.whole(draft, locale));
    }

    @Allowed(value = {COMMUNE_STANDING, COMMUNE_ADMINISTRATOR, COMMUNE_LEADER, PROVINCE_ADMINISTRATOR}, on = Reach.BRANCH)
    @GetMapping("/api/plans/drafts/{id}/source")
    Plans.SourceText source(@PathVariable String id, Caller caller) {
        var draft = stored.find(id, readable(caller)).orElseThrow(ProblemException::notFound).state();
        return new Plans.SourceText(draft.fileName(), files.text(draft.textFile()));
    }

    @Allowed(value = {COMMUNE_STANDING, COMMUNE_ADMINISTRATOR, PROVINCE_ADMINISTRATOR}, on = Reach.BRANCH)
    @PatchMapping(path = "/api/plans/drafts/{id}", consumes = "application/merge-patch+json")
    ResponseEntity<Plans.Draft> correct(@PathVariable String id, @RequestBody JsonNode patch, Call call, Locale locale) {
        var draft = drafts.correct(id, patch, call, access.within(call.caller(), WRITERS), locale);
        return Versions.ok(draft.version(), views.whole(draft, locale));
    }

    @Allowed(value = {COMMUNE_STANDING, COMMUNE_ADMINISTRATOR, PROVINCE_ADMINISTRATOR}, on = Reach.BRANCH)
    @PostMapping("/api/plans/drafts/{id}/acts")
    ResponseEntity<Plans.Draft> act(@PathVariable String id, @RequestBody DraftAct stroke, Call call, Locale locale) {
        var draft = acting.act(id, stroke, call, access.within(call.caller(), WRITERS), locale);
        return Versions.ok(draft.version(), views.whole(draft, locale));
    }

    private Criteria readable(Caller caller) {
        return access.within(caller, READERS);
    }
}
