package vn.dondoc.platform.process;

import java.util.Map;
import java.util.Set;

/** What some parts of a process answered; those that failed by infrastructure are to be tried again. */
record Answers(Set<String> done, Map<String, RefusedPart> refused, Set<String> failed) {

    Answers {
        done = Set.copyOf(done);
        refused = Map.copyOf(refused);
        failed = Set.copyOf(failed);
    }

    boolean nothingAnswered() {
        return done.isEmpty() && refused.isEmpty();
    }
}
