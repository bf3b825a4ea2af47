package vn.dondoc.platform.process;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.platform.history.Outcome;

/** Carries out some parts of a process, and tells what each answered. */
final class Parts {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final ProcessKind kind;
    private final @Nullable String words;

    Parts(ProcessKind kind, @Nullable String words) {
        this.kind = kind;
        this.words = words;
    }

    /** At least the first one, then as many as fit into the time. */
    Answers carryOut(StoredProcess process, List<String> parts, Duration limit) {
        var until = System.nanoTime() + limit.toNanos();
        var done = new HashSet<String>();
        var refused = new HashMap<String, RefusedPart>();
        var failed = new HashSet<String>();
        for (var part : parts) {
            switch (tried(process, part)) {
                case Outcome.Done<?> _ -> done.add(part);
                case Outcome.Refused<?>(var refusal) ->
                    refused.put(part, new RefusedPart(part, refusal.code(), refusal.arguments().stream().map(String::valueOf).toList()));
                case Outcome.NotFound<?> _ -> refused.put(part, new RefusedPart(part, "NOT_FOUND", List.of()));
                case Outcome.KeyReused<?> _ -> refused.put(part, new RefusedPart(part, "IDEMPOTENCY_KEY_REUSED", List.of()));
                case Outcome.VersionChanged<?> _, Outcome.Contended<?> _ -> failed.add(part);
            }
            if (System.nanoTime() - until > 0) {
                break;
            }
        }
        return new Answers(done, refused, failed);
    }

    private Outcome<?> tried(StoredProcess process, String part) {
        var act = process.begun().act(Ids.derived("part", process.id(), part), process.id());
        try {
            return kind.carryOut(process, words, part, act);
        } catch (RuntimeException fault) {
            LOG.warn("A part of process {} failed and is tried again", process.id(), fault);
            return new Outcome.Contended<>();
        }
    }
}
