package vn.dondoc.plan.person;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.People;
import vn.dondoc.contracts.id.InvitationId;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.plan.organisation.Posts;
import vn.dondoc.plan.organisation.Posts.Post;
import vn.dondoc.plan.person.NewPeople.Newcomer;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Correlation;
import vn.dondoc.platform.web.Window;

/** Gives positions to people who are named by a contact, and hands out the links that they are sent. */
@Component
class Invitations {

    private static final int SECRET = 32;

    private final Aggregates<Invitation> invitations;
    private final StoredPeople people;
    private final NewPeople newPeople;
    private final Posts posts;
    private final Readings readings;
    private final PersonalKeys keys;
    private final PersonalDataSettings settings;
    private final Clock systemClock;
    private final SecureRandom random = new SecureRandom();

    Invitations(
            Aggregates<Invitation> invitations, StoredPeople people, NewPeople newPeople, Posts posts, Readings readings, PersonalKeys keys, PersonalDataSettings settings,
            Clock systemClock) {
        this.invitations = invitations;
        this.people = people;
        this.newPeople = newPeople;
        this.posts = posts;
        this.readings = readings;
        this.keys = keys;
        this.settings = settings;
        this.systemClock = systemClock;
    }

    /** Whoever is reached by one of the contacts already is the person; nothing of what is held on it is changed by an invitation. */
    Versioned<Invitation> invite(Post post, Newcomer newcomer, Call call) {
        var actor = call.caller().actingFor(List.of(post.unit().id()), post.area());
        var id = call.newId("invitation");
        var act = call.act(List.of("invite", post.position().id(), keys.fingerprint("invited", newcomer.named().joined())), actor);
        var before = invitations.find(id).map(Versioned::state);
        var person = before.map(Invitation::person).orElseGet(() -> personOf(newcomer, post, call, actor));
        var holder = post.position().holder();
        if (before.isEmpty() && holder != null && !holder.equals(person)) {
            throw ProblemException.of(409, "POSITION_HELD");
        }
        var made = invitations.create(id, act, () -> Invitation.of(
                new InvitationId(id), person, post.position().id(), post.unit().province(), post.unit().commune(), call.at())).orProblem();
        posts.give(post.position().id(), person, new Act(actor, call.at(), Correlation.current(), null, null));
        return made;
    }

    private PersonId personOf(Newcomer newcomer, Post post, Call call, Actor actor) {
        return newPeople.enter(new PersonId(call.newId("person")), newcomer, post.unit().province(), post.unit().commune(), actor);
    }

    Versioned<Invitation> again(String id, Call call) {
        var found = invitations.find(id, seenBy(call.caller())).orElseThrow(ProblemException::notFound);
        var post = posts.find(found.state().position()).filter(one -> PersonBorder.mayInvite(call.caller(), one)).orElseThrow(ProblemException::forbidden);
        var act = call.act(List.of("again", id), call.caller().actingFor(List.of(post.unit().id()), post.area()));
        return invitations.change(id, act, call.expected(), new Criteria[0], Invitation::again).orProblem();
    }

    /**
     * A link to be sent now.
     *
     * @param key of the call: the same one gets the same link again
     */
    People.InvitationLink link(String id, @Nullable String key, Act act) {
        var invitation = invitations.find(id).map(Versioned::state).orElseThrow(ProblemException::notFound);
        var person = people.find(invitation.person()).filter(one -> isOpen(invitation, one)).orElseThrow(() -> ProblemException.of(410, "INVITATION_OVER"));
        var secret = secret(id, key);
        var hash = hash(secret);
        var link = new Invitation.Link(hash, systemClock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(settings.invitationDays())));
        var after = invitations.change(id, act, one -> one.handedOut(link)).orProblem().state();
        readings.record(People.Deed.HANDED_OUT, List.of(person.id()), person.fields(), People.Reason.INVITATION, act.actor());
        return new People.InvitationLink(
                secret, person.name() == null ? null : person.name().value(), person.phone() == null ? null : person.phone().value(),
                person.mail() == null ? null : person.mail().value(), after.link(hash).orElse(link).expires());
    }

    private String secret(String invitation, @Nullable String key) {
        var bytes = new byte[SECRET];
        if (key == null) {
            random.nextBytes(bytes);
        } else {
            bytes = HexFormat.of().parseHex(keys.fingerprint("link", invitation + "\0" + key));
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws ProblemException 404 for a secret that nobody handed out, 410 where its time or the invitation is over */
    People.InvitationOpened open(String secret) {
        var hash = hash(secret);
        var invitation = invitations.list(new Query(Criteria.where("links.hash").is(hash)).limit(1)).stream().findFirst().map(Versioned::state)
                .orElseThrow(ProblemException::notFound);
        var expires = invitation.link(hash).orElseThrow(ProblemException::notFound).expires();
        var person = people.find(invitation.person()).filter(one -> isOpen(invitation, one) && expires.isAfter(systemClock.instant()))
                .orElseThrow(() -> ProblemException.of(410, "INVITATION_OVER"));
        var post = posts.find(invitation.position()).orElseThrow(() -> ProblemException.of(410, "INVITATION_OVER"));
        var area = posts.unit(post.area()).orElse(post.unit());
        readings.record(People.Deed.READ, List.of(person.id()), List.of("contact"), People.Reason.INVITATION, Actor.system("console"));
        return new People.InvitationOpened(
                invitation.id(), person.id(), post.position().title(), post.unit().name(), area.name(),
                person.contacts().findFirst().map(Contact::masked).orElse(""));
    }

    /** As long as the person still holds what it was invited to. */
    private boolean isOpen(Invitation invitation, Person person) {
        return !person.erased() && posts.find(invitation.position())
                .filter(post -> invitation.person().equals(post.position().holder()) && post.unit().active()).isPresent();
    }

    /** Whoever is identified was here: the invitations are answered. */
    void accepted(PersonId person, Act act) {
        invitations.list(new Query(Criteria.where("person").is(person.value()).and("accepted").is(false)))
                .forEach(one -> invitations.change(one.id(), act, Invitation::accept));
    }

    Page<People.Invitation> list(Caller caller, Window window) {
        var query = new Query(seenBy(caller)).with(Sort.by(Sort.Order.desc("at"), Sort.Order.asc("_id"))).skip(window.offset()).limit(window.limit() + 1);
        return window.page(invitations.list(query).stream().map(this::view).toList(), invitations.count(query));
    }

    People.Invitation view(Versioned<Invitation> found) {
        var one = found.state();
        var post = posts.find(one.position());
        return new People.Invitation(
                one.id(), one.person(), one.position(), post.map(it -> it.position().title()).orElse(one.position().value()),
                post.map(it -> it.unit().id()).orElse(one.commune() == null ? one.province() : one.commune()), post.map(it -> it.unit().name()).orElse(""), one.at(),
                one.links().isEmpty() ? null : one.links().getLast().expires(), one.accepted(), found.version());
    }

    /** Of the communes and provinces whose directory the caller keeps or for whose tasks it stands. */
    private static Criteria seenBy(Caller caller) {
        return caller.branch().within();
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
