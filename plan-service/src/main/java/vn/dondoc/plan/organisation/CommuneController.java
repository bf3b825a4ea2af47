package vn.dondoc.plan.organisation;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.naming.UnitNames;
import vn.dondoc.plan.rules.BrokenRules;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Correlation;

import static vn.dondoc.contracts.event.Role.COMMUNE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.PROVINCE_ADMINISTRATOR;

/** A commune to begin with: from a template, then with its villages from a list. Doing it again changes nothing. */
@RestController
class CommuneController {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final CommuneTemplates templates;
    private final Importing importing;
    private final Aggregates<Unit> units;
    private final Problems problems;

    CommuneController(CommuneTemplates templates, Importing importing, Aggregates<Unit> units, Problems problems) {
        this.templates = templates;
        this.importing = importing;
        this.units = units;
        this.problems = problems;
    }

    @Allowed(value = PROVINCE_ADMINISTRATOR, on = Reach.SELF)
    @PostMapping("/api/organisation/communes")
    Organisation.CommuneMade make(@RequestBody Organisation.CommuneWanted body, Call call, Locale locale) {
        var caller = call.caller();
        var province = caller.held().stream().filter(one -> one.position().role() == Role.PROVINCE_ADMINISTRATOR).findFirst()
                .orElseThrow(ProblemException::forbidden).unit().province();
        var broken = new BrokenRules();
        var name = body.name() == null ? "" : SPACES.matcher(body.name().strip()).replaceAll(" ");
        broken.require(!name.isEmpty() && name.length() <= UnitEntries.LONGEST_NAME, "name", "NAME_MISSING");
        broken.require(body.kind() != null && templates.has(body.kind()), "kind", "COMMUNE_KIND");
        broken.orProblem(400, "VALIDATION", problems, locale);
        var id = new UnitId(Ids.derived("commune", province.value(), UnitNames.keyOf(name)));
        var wanted = templates.of(Objects.requireNonNull(body.kind()), id, name, province, body.mine() ? caller.person() : null);
        var known = importing.known();
        if (known.units().containsKey(id)) {
            // A commune that goes on living is not set back to its template
            return new Organisation.CommuneMade(id, new Organisation.Imported(0, 0, 0, 0));
        }
        return new Organisation.CommuneMade(id, take(wanted, known, caller, call, locale));
    }

    /** Looks at a list of names, one a line, and writes the new ones where that is asked for. */
    @Allowed(value = {PROVINCE_ADMINISTRATOR, COMMUNE_ADMINISTRATOR}, on = Reach.BRANCH)
    @PostMapping("/api/organisation/units/{id}/villages")
    ResponseEntity<Organisation.Villages> villages(@PathVariable String id, @RequestBody Organisation.VillagesWanted body, Call call, Locale locale) {
        var commune = units.find(id).map(found -> found.state().state()).filter(unit -> unit.id().equals(unit.commune()) && unit.active())
                .filter(unit -> DirectoryBorder.mayKeep(call.caller(), unit)).orElseThrow(ProblemException::notFound);
        var known = importing.known();
        var lines = new VillageLines(commune, known.units().values()).read(body.text() == null ? "" : body.text());
        if (lines.isEmpty() || lines.size() > VillageLines.MOST) {
            throw ProblemException.of(400, "VILLAGES_NUMBER", VillageLines.MOST);
        }
        if (body.write()) {
            take(VillageLines.directory(commune, lines), known, call.caller(), call, locale);
        }
        return ResponseEntity.ok(new Organisation.Villages(lines, body.write()));
    }

    private Organisation.Imported take(DirectoryBody body, KnownDirectory known, Caller caller, Call call, Locale locale) {
        var broken = new BrokenRules();
        var checked = CheckedDirectory.check(body, known, broken);
        DirectoryBorder.check(checked, known, caller, broken);
        broken.orProblem(400, "VALIDATION", problems, locale);
        return importing.run(checked, new Act(caller.actingFor(Set.of(), areaOf(caller)), call.at(), Correlation.current(), null, null));
    }

    private static UnitId areaOf(Caller caller) {
        return UnitTree.area(caller.held().getFirst().unit());
    }
}
