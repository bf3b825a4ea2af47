package vn.dondoc.plan.person;

import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.People;
import vn.dondoc.plan.organisation.Posts;
import vn.dondoc.plan.rules.BrokenRules;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Versions;
import vn.dondoc.platform.web.Window;

import static vn.dondoc.contracts.event.Role.COMMUNE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.COMMUNE_STANDING;
import static vn.dondoc.contracts.event.Role.PROVINCE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.PROVINCE_STANDING;

/** Invites people to positions by telephone number or e-mail. */
@RestController
class InvitationController {

    private final Invitations invitations;
    private final Posts posts;
    private final Problems problems;

    InvitationController(Invitations invitations, Posts posts, Problems problems) {
        this.invitations = invitations;
        this.posts = posts;
        this.problems = problems;
    }

    @Allowed(value = {PROVINCE_ADMINISTRATOR, COMMUNE_ADMINISTRATOR, PROVINCE_STANDING, COMMUNE_STANDING}, on = Reach.SELF)
    @GetMapping("/api/people/invitations")
    Page<People.Invitation> list(Caller caller, Window window) {
        return invitations.list(caller, window);
    }

    /** Makes the person where it is not known yet, fills the position with it, and has a link sent. */
    @Allowed(value = {PROVINCE_ADMINISTRATOR, COMMUNE_ADMINISTRATOR, PROVINCE_STANDING, COMMUNE_STANDING}, on = Reach.INVITING)
    @PostMapping("/api/people/invitations")
    ResponseEntity<People.Invited> invite(@RequestBody People.InvitationWanted body, Call call, Locale locale) {
        var broken = new BrokenRules();
        var newcomer = NewPeople.Newcomer.read(body.name(), body.phone(), body.email(), broken);
        broken.require(body.position() != null, "position", "POSITION_UNKNOWN", "");
        broken.orProblem(400, "VALIDATION", problems, locale);
        var post = posts.find(body.position()).filter(one -> isSeen(call.caller(), one)).orElseThrow(ProblemException::notFound);
        if (!PersonBorder.mayInvite(call.caller(), post)) {
            throw ProblemException.forbidden();
        } else if (!post.unit().active()) {
            throw ProblemException.of(409, "UNIT_INACTIVE");
        }
        var invitation = invitations.invite(post, newcomer, call);
        return Versions.created(invitation.version(), new People.Invited(invitation.state().id(), invitation.state().person()));
    }

    private static boolean isSeen(Caller caller, Posts.Post post) {
        var seen = Posts.seenBy(caller);
        var unit = post.unit();
        return seen.provinces().contains(unit.province()) || unit.commune() != null && seen.communes().contains(unit.commune())
                || seen.units().contains(unit.id()) || Posts.mayKeep(caller, unit);
    }

    /** Has another link sent. */
    @Allowed(value = {PROVINCE_ADMINISTRATOR, COMMUNE_ADMINISTRATOR, PROVINCE_STANDING, COMMUNE_STANDING}, on = Reach.INVITED)
    @PostMapping("/api/people/invitations/{id}/reminder")
    ResponseEntity<People.Invitation> again(@PathVariable String id, Call call) {
        var found = invitations.again(id, call);
        return Versions.ok(found.version(), invitations.view(found));
    }
}
