package vn.dondoc.platform.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/**
 * One act on many aggregates, and how far it is. Its parts are fixed when it begins.
 *
 * @param commune null where it concerns the province alone
 * @param parameters what its parts have in common; never a person's words, which stand beside its history
 * @param parts how many there are in all
 * @param remaining the parts without an answer, in the order in which they are tried next
 * @param failures looks in a row at which no part could be answered
 * @param finishedAt system time
 * @param nextBoundaryAt system time at which any instance goes on with it; null once it is finished
 */
public record StoredProcess(
        String id,
        String kind,
        UnitId province,
        @Nullable UnitId commune,
        Map<String, String> parameters,
        Beginner begun,
        int parts,
        List<String> remaining,
        List<RefusedPart> refused,
        int failures,
        @Nullable Instant finishedAt,
        @Nullable Instant nextBoundaryAt) {

    /** How long whoever works on it is left alone; after that another instance goes on, which harms nothing. */
    static final Duration LEASE = Duration.ofSeconds(5);

    private static final int MOST_SECONDS = 60;
    private static final int LARGEST_SHIFT = 6;

    public boolean isFinished() {
        return finishedAt != null;
    }

    /** How many parts are carried out. */
    public int done() {
        return parts - remaining.size() - refused.size();
    }

    static Decision.Accepted<StoredProcess> begin(Wanted wanted, Act act, Instant now, boolean atOnce) {
        var boundary = atOnce ? now : now.plus(LEASE);
        var empty = wanted.parts().isEmpty();
        var process = new StoredProcess(
                wanted.id(), wanted.kind(), wanted.province(), wanted.commune(), wanted.parameters(), Beginner.of(act), wanted.parts().size(),
                wanted.parts(), List.of(), 0, empty ? now : null, empty ? null : boundary);
        var fact = process.fact("ProcessBegun", Map.of("kind", wanted.kind(), "parts", wanted.parts().size())).withText(wanted.words());
        return new Decision.Accepted<>(process, List.of(fact));
    }

    /** Somebody goes on with it now; the others leave it alone for a while. */
    Decision<StoredProcess> taken(Instant now) {
        return isFinished()
                ? Decision.unchanged()
                : Decision.accept(with(remaining, refused, failures, null, now.plus(LEASE)), fact("ProcessTaken", Map.of("left", remaining.size())));
    }

    /**
     * With the answers of some parts. Two instances may answer the same part: the first answer stands, but one that carried it out
     * counts more than one that was refused on an older state.
     */
    Decision<StoredProcess> answered(Answers answers, Instant now) {
        var left = new ArrayList<String>();
        var again = new ArrayList<String>();
        var refusals = new TreeMap<String, RefusedPart>();
        refused.stream().filter(one -> !answers.done().contains(one.part())).forEach(one -> refusals.put(one.part(), one));
        for (var part : remaining) {
            var refusal = answers.refused().get(part);
            if (refusal != null) {
                refusals.put(part, refusal);
            } else if (answers.failed().contains(part)) {
                again.add(part);
            } else if (!answers.done().contains(part)) {
                left.add(part);
            }
        }
        left.addAll(again);
        var failing = answers.nothingAnswered() ? failures + 1 : 0;
        var nothingNew = left.size() == remaining.size() && refusals.size() == refused.size();
        if (nothingNew && (isFinished() || !answers.nothingAnswered())) {
            return Decision.unchanged();
        }
        var finished = left.isEmpty();
        var next = finished ? null : now.plus(failing == 0 ? LEASE : patience(failing));
        var after = with(List.copyOf(left), List.copyOf(refusals.values()), failing, finished ? now : null, next);
        return Decision.accept(after, fact(
                finished ? "ProcessFinished" : "ProcessAdvanced", Map.of("done", after.done(), "refused", refusals.size(), "left", left.size())));
    }

    private static Duration patience(int failures) {
        return Duration.ofSeconds(Math.min(MOST_SECONDS, 1L << Math.min(failures, LARGEST_SHIFT)));
    }

    private StoredProcess with(
            List<String> left, List<RefusedPart> refusals, int failing, @Nullable Instant finished, @Nullable Instant next) {
        return new StoredProcess(
                id, kind, province, commune, parameters, begun, parts, left, refusals, failing, finished, next);
    }

    private Fact fact(String type, Map<String, Object> data) {
        return Fact.internal(type, commune == null ? province : commune, data);
    }
}
