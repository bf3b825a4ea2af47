package vn.dondoc.reporting.draft;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Versioned;

/** The sections of all answers that are being written. */
public final class Drafts {

    static final String COLLECTION = "sections";

    private static final Criteria[] ANYWHERE = {};

    private final Aggregates<Section> sections;
    private final Directory directory;

    Drafts(Aggregates<Section> sections, Directory directory) {
        this.sections = sections;
        this.directory = directory;
    }

    /** Of a report, by their names. Who may see them is for the report to say. */
    public List<Reports.Section> of(ReportId report) {
        return sections.list(new Query(Criteria.where("report").is(report.value())).with(Sort.by("name"))).stream().map(this::told).toList();
    }

    /**
     * Keeps what was written.
     *
     * @param expected the version that was looked at; 0 for a section that was not there
     */
    public Outcome<Reports.Section> write(ReportId report, UnitId commune, String name, String text, long expected, Act act) {
        var id = Ids.derived("section", report.value(), name);
        var position = act.actor().position();
        // As exact as it is stored, so that a repetition names the same moment
        var at = act.at().truncatedTo(ChronoUnit.MILLIS);
        var there = sections.find(id).isPresent();
        if (!there && expected == 0) {
            var made = sections.create(id, act, () -> Section.begun(new Section(id, report, commune, name, text, at, position)));
            return made instanceof Outcome.Refused<Section> ? new Outcome.VersionChanged<>() : told(made);
        }
        return told(sections.change(id, act, expected, ANYWHERE, section -> section.write(text, at, position)));
    }

    private Outcome<Reports.Section> told(Outcome<Section> outcome) {
        return switch (outcome) {
            case Outcome.Done<Section>(var done, var repeated) ->
                new Outcome.Done<>(new Versioned<>(done.id(), done.version(), told(done), done.stored()), repeated);
            case Outcome.Refused<Section>(var refusal) -> new Outcome.Refused<>(refusal);
            case Outcome.NotFound<Section> _ -> new Outcome.VersionChanged<>();
            case Outcome.VersionChanged<Section> _ -> new Outcome.VersionChanged<>();
            case Outcome.KeyReused<Section> _ -> new Outcome.KeyReused<>();
            case Outcome.Contended<Section> _ -> new Outcome.Contended<>();
        };
    }

    private Reports.Section told(Versioned<Section> found) {
        var section = found.state();
        @Nullable String title = section.position() == null ? null : directory.position(section.position()).map(PositionState::title).orElse(null);
        return new Reports.Section(section.name(), section.text(), found.version(), section.at(), title);
    }
}
