package vn.dondoc.contracts.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;

/** Acts on many things at once: stored, carried out one by one, gone on with after an interruption. */
public final class Processes {

    private Processes() {}

    /** A part that a rule of the domain forbids, with the sentence of the single call; the others are carried out all the same. */
    public record RefusedPart(String part, String code, String message) {}

    /**
     * How far it is.
     *
     * @param kind what it does: task-acts, unit-merger, …
     * @param state running, or finished
     * @param parts how many there are in all
     * @param done how many are carried out, the refused ones not counted
     * @param begunAt domain time
     * @param finishedAt when the last part was answered, by the system's clock; null while it runs
     */
    public record Process(
            String id, String kind, String state, int parts, int done, List<RefusedPart> refused, Instant begunAt,
            @Nullable Instant finishedAt) {

        public Process {
            refused = Lists.orEmpty(refused);
        }
    }
}
