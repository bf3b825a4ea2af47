package vn.dondoc.plan.annex;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.plan.draft.DraftAccess;
import vn.dondoc.plan.draft.DraftViews;
import vn.dondoc.plan.draft.UploadedFile;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Versions;

import static vn.dondoc.contracts.event.Role.COMMUNE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.COMMUNE_STANDING;
import static vn.dondoc.contracts.event.Role.PROVINCE_ADMINISTRATOR;

/** Takes annexes of drafts. */
@RestController
class AnnexController {

    private final Annexes annexes;
    private final DraftAccess access;
    private final DraftViews views;

    AnnexController(Annexes annexes, DraftAccess access, DraftViews views) {
        this.annexes = annexes;
        this.access = access;
        this.views = views;
    }

    @Allowed(value = {COMMUNE_STANDING, COMMUNE_ADMINISTRATOR, PROVINCE_ADMINISTRATOR}, on = Reach.BRANCH)
    @PostMapping(path = "/api/plans/drafts/{id}/annexes", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Plans.Draft> add(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String annex,
            Call call,
            Locale locale)
            throws IOException {
        if (file == null) {
            throw ProblemException.of(400, "FILE_MISSING");
        }
        var within = access.within(call.caller(), COMMUNE_STANDING, COMMUNE_ADMINISTRATOR, PROVINCE_ADMINISTRATOR);
        var content = file.getBytes();
        var upload = new Annexes.Upload(UploadedFile.nameOf(file), UploadedFile.sha256(content), content);
        var draft = annexes.add(id, upload, annex, call, within);
        return Versions.ok(draft.version(), views.whole(draft, locale));
    }
}
