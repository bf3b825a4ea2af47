package vn.dondoc.plan.organisation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Refusal;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.process.Processes;
import vn.dondoc.platform.process.Wanted;

/**
 * Carries planned changes out when their day has come. Each part is a command under a key derived from the change, so that two
 * instances, or one that was cut off, do it once; what has become impossible meanwhile is refused with its reason and stays to be read.
 */
@Component
class UnitChanges {

    private static final Logger LOG = LoggerFactory.getLogger(UnitChanges.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MOST_SHOWN = 20;

    private final Aggregates<Unit> units;
    private final Aggregates<UnitChange> changes;
    private final Merging merging;
    private final Splitting splitting;
    private final Processes processes;
    private final Problems problems;

    UnitChanges(
            Aggregates<Unit> units, Aggregates<UnitChange> changes, Merging merging, Splitting splitting, Processes processes, Problems problems) {
        this.units = units;
        this.changes = changes;
        this.merging = merging;
        this.splitting = splitting;
        this.processes = processes;
        this.problems = problems;
    }

    /** Why it cannot be done as things are. */
    Optional<ProblemException> obstacle(UnitChange change) {
        var unit = units.find(change.unit().value()).map(Versioned::state).orElse(null);
        if (unit == null) {
            return Optional.of(ProblemException.notFound());
        }
        return switch (change.kind()) {
            case RENAME -> unit.active() ? Optional.empty() : Merging.problem(409, "UNIT_INACTIVE");
            case MOVE -> merging.obstacleToMoving(unit, change.parent());
            case MERGER -> change.into() == null ? Merging.problem(422, "SUCCESSOR_UNKNOWN") : merging.obstacle(unit, change.into());
            case SPLIT -> splitting.obstacle(unit, change);
        };
    }

    /** Does it now and answers what became of it. */
    Versioned<UnitChange> carryOut(String id) {
        var change = changes.find(id).orElseThrow(ProblemException::notFound);
        if (!change.state().isPlanned()) {
            return change;
        }
        var decided = decide(change.state());
        var after = changes.change(id, change.state().act(Ids.derived("done", id)), _ -> decided).orProblem();
        var process = after.state().process();
        if (process != null) {
            processes.goOn(process, PATIENCE);
        }
        return after;
    }

    /** For the sweep: one that fails is left for the next round and holds up no other. */
    Decision<UnitChange> goneOnWith(UnitChange change, Instant now) {
        try {
            return decide(change);
        } catch (RuntimeException failed) {
            LOG.warn("The change {} of unit {} failed at {} and is tried again", change.id(), change.unit(), now, failed);
            return Decision.unchanged();
        }
    }

    private Decision<UnitChange> decide(UnitChange change) {
        var begun = Ids.derived("change", change.id());
        var act = change.act(begun);
        return switch (change.kind()) {
            case RENAME -> answered(change, units.change(change.unit().value(), act, unit -> unit.rename(String.valueOf(change.name()))));
            case MOVE -> {
                var obstacle = obstacle(change);
                yield obstacle.isPresent() ? refused(change, obstacle.get())
                        : answered(change, units.change(change.unit().value(), act, unit -> unit.moveTo(Objects.requireNonNull(change.parent()))));
            }
            case MERGER, SPLIT -> begin(change, begun);
        };
    }

    private Decision<UnitChange> begin(UnitChange change, String process) {
        if (processes.find(process).isEmpty()) {
            var obstacle = obstacle(change);
            if (obstacle.isPresent()) {
                return refused(change, obstacle.get());
            }
            var begun = processes.beginInBackground(wanted(change, process), change.act(process));
            if (begun instanceof Outcome.Refused<?>(Refusal refusal)) {
                return change.refused(refusal);
            }
            begun.orProblem();
        }
        return change.done(process);
    }

    private Wanted wanted(UnitChange change, String process) {
        var unit = units.find(change.unit().value()).orElseThrow().state();
        var into = change.into();
        return change.kind() == UnitChange.Kind.MERGER && into != null ? merging.wanted(process, unit, into) : splitting.wanted(process, unit, change);
    }

    private static Decision<UnitChange> answered(UnitChange change, Outcome<Unit> outcome) {
        if (outcome instanceof Outcome.Refused<Unit>(Refusal refusal)) {
            return change.refused(refusal);
        }
        outcome.orProblem();
        return change.done(null);
    }

    private static Decision<UnitChange> refused(UnitChange change, ProblemException why) {
        return change.refused(new Refusal(why.status(), why.code(), List.of()));
    }

    /** The last ones of a unit, those to come first. */
    List<Organisation.Change> of(Unit unit, Locale locale) {
        return changes.list(new Query(Criteria.where("unit").is(unit.id().value())).with(Sort.by(Sort.Direction.DESC, "effective", "_id")).limit(MOST_SHOWN))
                .stream().map(one -> view(one, locale)).toList();
    }

    Organisation.Change view(Versioned<UnitChange> found, Locale locale) {
        var change = found.state();
        return new Organisation.Change(
                change.id(), change.unit(), change.kind().name().toLowerCase(Locale.ROOT), change.effective(), change.state().name().toLowerCase(Locale.ROOT),
                told(change, locale), change.process(), change.refusal() == null ? null : problems.text(change.refusal(), locale), found.version());
    }

    private String told(UnitChange change, Locale locale) {
        return switch (change.kind()) {
            case RENAME -> problems.text("TOLD_RENAME", locale, change.name());
            case MOVE -> problems.text("TOLD_MOVE", locale, nameOf(change.parent(), change));
            case MERGER -> problems.text("TOLD_MERGER", locale, nameOf(change.into(), change));
            case SPLIT -> problems.text(
                    change.into() == null ? "TOLD_SPLIT_OFF" : "TOLD_SPLIT", locale, String.join(", ", change.parts().stream().map(UnitChange.Part::name).toList()),
                    nameOf(change.into(), change));
        };
    }

    private String nameOf(@Nullable UnitId id, UnitChange change) {
        if (id == null) {
            return "";
        }
        return change.parts().stream().filter(part -> part.id().equals(id)).map(UnitChange.Part::name).findFirst()
                .or(() -> units.find(id.value()).map(found -> found.state().name())).orElse(id.value());
    }
}
