package vn.dondoc.plan.person;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.People;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.plan.rules.BrokenRules;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Versions;
import vn.dondoc.platform.web.Window;

import static vn.dondoc.contracts.event.Role.COMMUNE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.PROVINCE_ADMINISTRATOR;

/** Names and contacts, what is held on a person, and who read it. */
@RestController
class PeopleController {

    private static final int MOST_NAMES = 500;
    private static final int LONGEST_REASON = 300;

    private final PersonalData data;
    private final Invitations invitations;
    private final PersonalDataSettings settings;
    private final Problems problems;
    private final DomainClock clock;

    PeopleController(PersonalData data, Invitations invitations, PersonalDataSettings settings, Problems problems, DomainClock clock) {
        this.data = data;
        this.invitations = invitations;
        this.clock = clock;
        this.settings = settings;
        this.problems = problems;
    }

    /** Of people whose positions the caller sees; others are left out. */
    @Allowed(on = Reach.SELF)
    @PostMapping("/api/people/names")
    List<People.Name> names(@RequestBody People.NamesAsked body, Caller caller) {
        if (body.people().size() > MOST_NAMES) {
            throw ProblemException.of(400, "PEOPLE_MANY", MOST_NAMES);
        }
        return data.names(body.people(), caller);
    }

    @Allowed(anybody = true)
    @GetMapping("/api/people/me")
    People.Held me(Caller caller) {
        return data.held(caller.person(), caller);
    }

    /** Said by the console whenever somebody has come in: that is when an invitation is accepted, not when a contact is typed at the door. */
    @Allowed(anybody = true)
    @PostMapping("/api/people/me/acceptance")
    People.Held accept(Caller caller) {
        invitations.accepted(caller.person(), Act.bySystem("console", clock.instant()));
        return data.held(caller.person(), caller);
    }

    @Allowed(anybody = true)
    @GetMapping("/api/people/keeping")
    People.Keeping keeping(Caller caller) {
        return new People.Keeping(settings.keptFor(), settings.readingsKeptFor(), settings.invitationDays());
    }

    @Allowed(anybody = true)
    @GetMapping("/api/people/{id}")
    ResponseEntity<People.Person> read(@PathVariable String id, @RequestParam(required = false) @Nullable String reason, Caller caller) {
        var person = data.read(person(id), reasonOf(reason), caller);
        return Versions.ok(person.version(), person);
    }

    @Allowed(anybody = true)
    @GetMapping("/api/people/{id}/data")
    People.Held held(@PathVariable String id, Caller caller) {
        return data.held(person(id), caller);
    }

    @Allowed(anybody = true)
    @GetMapping("/api/people/{id}/readings")
    Page<People.Reading> readings(@PathVariable String id, Caller caller, Window window) {
        return data.readings(person(id), caller, window);
    }

    /** By the person itself, and by whoever keeps the directory. */
    @Allowed(anybody = true)
    @PutMapping("/api/people/{id}")
    ResponseEntity<People.Person> correct(@PathVariable String id, @RequestBody People.Correction body, Call call, Locale locale) {
        var broken = new BrokenRules();
        var named = PersonFields.read(body.name(), body.phone(), body.email(), "", broken);
        broken.orProblem(400, "VALIDATION", problems, locale);
        var person = data.correct(person(id), named, call.expected(), call.caller());
        return Versions.ok(person.version(), person);
    }

    /** Only of people who hold no position any more. */
    @Allowed(value = {PROVINCE_ADMINISTRATOR, COMMUNE_ADMINISTRATOR}, on = Reach.BRANCH)
    @PostMapping("/api/people/{id}/erasure")
    ResponseEntity<People.Person> erase(@PathVariable String id, @RequestBody People.Erasure body, Caller caller, Locale locale) {
        var reason = body.reason() == null ? "" : body.reason().strip();
        var broken = new BrokenRules();
        broken.require(!reason.isEmpty() && reason.length() <= LONGEST_REASON, "reason", "ERASURE_REASON", LONGEST_REASON);
        broken.orProblem(400, "VALIDATION", problems, locale);
        var person = data.erase(person(id), reason, caller);
        return Versions.ok(person.version(), person);
    }

    /** @throws ProblemException 404 for what cannot be a person */
    static PersonId person(String id) {
        if (!Ids.plausible(id) || id.startsWith(PersonId.OF_SERVICES)) {
            throw ProblemException.notFound();
        }
        return new PersonId(id);
    }

    private static People.Reason reasonOf(@Nullable String code) {
        return code == null ? People.Reason.DIRECTORY
                : Coded.of(People.Reason.class, code).orElseThrow(() -> ProblemException.of(400, "READING_REASON"));
    }
}
