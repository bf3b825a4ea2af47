package vn.dondoc.plan.organisation;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.rules.BrokenRules;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Callers;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Correlation;

/** The import of a directory, by setup token at first and by the administrators afterwards. */
@RestController
class ImportController {

    private final Importing importing;
    private final SetupToken setup;
    private final Callers callers;
    private final DomainClock clock;
    private final Problems problems;

    ImportController(Importing importing, SetupToken setup, Callers callers, DomainClock clock, Problems problems) {
        this.importing = importing;
        this.setup = setup;
        this.callers = callers;
        this.clock = clock;
        this.problems = problems;
    }

    @Allowed(anybody = true, on = Reach.ANOTHER_PROOF)
    @PostMapping("/api/organisation/import")
    Organisation.Imported take(
            @RequestBody DirectoryBody body, @RequestHeader(name = "Setup-Token", required = false) @Nullable String token, Locale locale) {
        var administrator = setup.opens(token) ? null : administrator();
        var broken = new BrokenRules();
        var known = importing.known();
        var checked = CheckedDirectory.check(body, known, broken);
        if (administrator != null) {
            DirectoryBorder.check(checked, known, administrator, broken);
        }
        broken.orProblem(400, "VALIDATION", problems, locale);
        return importing.run(checked, act(administrator));
    }

    private Caller administrator() {
        var caller = callers.current();
        if (!caller.is(Role.PROVINCE_ADMINISTRATOR, Role.COMMUNE_ADMINISTRATOR)) {
            throw ProblemException.forbidden();
        }
        return caller;
    }

    private Act act(@Nullable Caller administrator) {
        return administrator == null
                ? Act.bySystem("setup", clock.instant())
                : new Act(administrator.actingFor(Set.of(), administrator.held().getFirst().unit().id()), clock.instant(),
                        Correlation.current(), null, null);
    }
}
