package vn.dondoc.plan.setup;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.organisation.FirstDirectory;
import vn.dondoc.plan.organisation.SetupToken;
import vn.dondoc.plan.person.NewPeople;
import vn.dondoc.plan.rules.BrokenRules;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.time.DomainClock;

/** Names the province and its first administrator, once, by setup token. */
@RestController
class SetupController {

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_CODE = 40;

    private final SetupToken token;
    private final FirstDirectory directory;
    private final NewPeople people;
    private final DomainClock clock;
    private final Problems problems;

    SetupController(SetupToken token, FirstDirectory directory, NewPeople people, DomainClock clock, Problems problems) {
        this.token = token;
        this.directory = directory;
        this.people = people;
        this.clock = clock;
        this.problems = problems;
    }

    /** Whether there is anything to set up. */
    @Allowed(anybody = true)
    @GetMapping("/api/organisation/setup")
    Organisation.Setup state() {
        return new Organisation.Setup(token.isOpen());
    }

    @Allowed(anybody = true)
    @PostMapping("/api/organisation/setup")
    ResponseEntity<Organisation.SetUp> setUp(
            @RequestBody Organisation.SetupWanted body, @RequestHeader(name = "Setup-Token", required = false) @Nullable String given, Locale locale) {
        if (!token.isOpen()) {
            throw ProblemException.of(409, "SETUP_DONE");
        } else if (!token.opens(given)) {
            throw ProblemException.of(403, "SETUP_TOKEN");
        }
        var broken = new BrokenRules();
        var name = body.provinceName() == null ? "" : body.provinceName().strip();
        var code = body.provinceCode() == null ? "" : body.provinceCode().strip().toLowerCase(Locale.ROOT);
        broken.require(!name.isEmpty() && name.length() <= LONGEST_NAME, "provinceName", "NAME_MISSING");
        broken.require(Ids.plausible(code) && code.length() <= LONGEST_CODE, "provinceCode", "PROVINCE_CODE", LONGEST_CODE);
        var newcomer = NewPeople.Newcomer.read(body.name(), body.phone(), body.email(), broken);
        broken.orProblem(400, "VALIDATION", problems, locale);
        var province = new UnitId(code);
        var act = Act.bySystem("setup", clock.instant());
        var person = people.enter(new PersonId(Ids.derived("person", "setup", code)), newcomer, province, null, Actor.system("setup"));
        directory.setUp(province, name, problems.text("SETUP_ADMINISTRATOR", Locale.of("vi")), person, act);
        token.used();
        return ResponseEntity.status(201).body(new Organisation.SetUp(province, person));
    }
}
