package vn.dondoc.platform.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Refusal;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.web.Correlation;

/** The door to acts on many aggregates. */
public final class Processes {

    /** Each part takes some 50 bytes while it waits and some 150 once it is refused: far below 1 MB for a document. */
    public static final int MOST_PARTS = 2000;

    static final String COLLECTION = "processes";

    private static final int CHUNK = 50;
    private static final Criteria[] ANYWHERE = {};

    private final Aggregates<StoredProcess> processes;
    private final Map<String, ProcessKind> kinds;
    private final Clock systemClock;

    Processes(Aggregates<StoredProcess> processes, List<ProcessKind> kinds, Clock systemClock) {
        this.processes = processes;
        this.kinds = kinds.stream().collect(Collectors.toMap(ProcessKind::name, Function.identity()));
        this.systemClock = systemClock;
    }

    /** Stores a process for its beginner to carry out; when nothing is heard for some seconds, any instance goes on. */
    public Outcome<StoredProcess> begin(Wanted wanted, Act act) {
        return begin(wanted, act, false);
    }

    /** Stores a process that any instance is to carry out now. */
    public Outcome<StoredProcess> beginInBackground(Wanted wanted, Act act) {
        return begin(wanted, act, true);
    }

    private Outcome<StoredProcess> begin(Wanted wanted, Act act, boolean atOnce) {
        if (wanted.parts().size() > MOST_PARTS) {
            return new Outcome.Refused<>(new Refusal(422, "PROCESS_TOO_LARGE", List.of(MOST_PARTS)));
        }
        Objects.requireNonNull(kinds.get(wanted.kind()), wanted.kind());
        return processes.create(wanted.id(), act, () -> StoredProcess.begin(wanted, act, now(), atOnce));
    }

    public Optional<Versioned<StoredProcess>> find(String id, Criteria... within) {
        return processes.find(id, within);
    }

    /** Carries out what fits into the time; what is left is gone on with by any instance. */
    public StoredProcess goOn(String id, Duration limit) {
        var until = System.nanoTime() + limit.toNanos();
        var process = processes.find(id).orElseThrow().state();
        var kind = kinds.get(process.kind());
        if (process.isFinished() || kind == null) {
            return process;
        }
        var parts = new Parts(kind, words(id));
        while (!process.isFinished() && System.nanoTime() - until < 0) {
            var chunk = process.remaining().subList(0, Math.min(CHUNK, process.remaining().size()));
            var answers = inItsName(process, parts, chunk, Duration.ofNanos(until - System.nanoTime()));
            var act = process.begun().act(null, null);
            process = processes.change(id, act, before -> before.answered(answers, now())).orProblem().state();
            if (answers.nothingAnswered()) {
                return process;
            }
        }
        return process;
    }

    private static Answers inItsName(StoredProcess process, Parts parts, List<String> chunk, Duration limit) {
        var answers = new Answers[1];
        Correlation.with(process.begun().correlation(), () -> answers[0] = parts.carryOut(process, chunk, limit));
        return answers[0];
    }

    /** As exact as it is stored, so that every answer names the same moment. */
    private Instant now() {
        return systemClock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private @Nullable String words(String id) {
        return processes.history(id).getFirst().text();
    }

    /** Unfinished ones that nobody works on, the longest left alone first. */
    List<Versioned<StoredProcess>> leftAlone(int most) {
        return processes.list(new Query(Criteria.where(Sweep.BOUNDARY).lte(Date.from(now())))
                .with(Sort.by(Sweep.BOUNDARY)).limit(most));
    }

    /** Whether it is ours to go on with; of several that ask, one is told so. */
    boolean take(Versioned<StoredProcess> left) {
        var taken = processes.change(left.id(), left.state().begun().act(null, null), left.version(), ANYWHERE,
                process -> process.taken(now()));
        return taken instanceof Outcome.Done<StoredProcess>(var process, var repeated) && !repeated && !process.state().isFinished();
    }
}
